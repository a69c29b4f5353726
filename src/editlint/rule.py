"""What a rule is, and what a kind of check has to offer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol

from editlint.document import ALL_KINDS, PROSE_KINDS, Block, Document
from editlint.errors import PackError, Place
from editlint.finding import Match

__all__ = [
    "CATEGORIES",
    "SCOPES",
    "VARIANTS",
    "BlockScanner",
    "DocumentScanner",
    "Example",
    "Fields",
    "Hit",
    "Kind",
    "Marked",
    "Plain",
    "Rule",
    "Scanner",
    "TextScanner",
    "WordScanner",
]

CATEGORIES = (
    "spelling",
    "names",
    "consistency",
    "style",
    "grammar",
    "punctuation",
    "structure",
    "caption",
    "attribution",
    "readability",
)
VARIANTS = ("american", "british", "canadian", "australian")
SCOPES: Mapping[str, tuple[str, ...]] = {"prose": PROSE_KINDS, "all": ALL_KINDS}

# Data that marshal can hold: what a pack is compiled to.
Plain = Any


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule without its examples: what the engine and the reporters need to know of it."""

    id: str
    check: str
    category: str
    severity: str
    message: str
    default: bool
    scope: tuple[str, ...]
    quotes: str
    report: str
    fix: str
    variants: tuple[str, ...]


class Marked(NamedTuple):
    """A marked place in an example: where in the block, and what should be suggested (None: nothing)."""

    block: int
    start: int
    end: int
    better: str | None


@dataclass(frozen=True, slots=True)
class Example:
    """A small article that a rule is tried on. `blocks` are (kind, text) without the marks."""

    sort: str
    blocks: tuple[tuple[str, str], ...]
    marks: tuple[Marked, ...]
    settings: tuple[tuple[str, Any], ...]
    place: Place


class Fields(Protocol):
    """The keys of a rule as they stand in the pack; every getter raises PackError with the place."""

    def has(self, key: str) -> bool:
        """Whether the rule has that key."""
        ...

    def text(self, key: str, default: str | None = None) -> str:
        """One string."""
        ...

    def texts(self, key: str, default: Sequence[str] | None = None) -> list[str]:
        """A string or a list of strings."""
        ...

    def number(self, key: str) -> int:
        """A whole number above 0."""
        ...

    def choice(self, key: str, known: Sequence[str], default: str | None = None) -> str:
        """One of the known words."""
        ...

    def swaps(self, key: str) -> dict[str, list[str]]:
        """A mapping of wrong to right ones, written there or in a list beside the pack."""
        ...

    def wrong(self, key: str, message: str) -> PackError:
        """The error to raise about that key."""
        ...


class Hit(NamedTuple):
    """A match and the number of its rule in the bundle."""

    rule: int
    match: Match


class WordScanner(Protocol):
    """Looks where one of its words stands: the engine walks the words of a block once for all such scanners."""

    reads: Literal["words"]
    heads: Mapping[str, Any]

    def at_word(self, block: Block, index: int, head: Any) -> Iterator[Hit]:
        """What begins at the token of that number; `head` is what `heads` holds for the token, folded."""
        ...


class TextScanner(Protocol):
    """Looks at the text of blocks, but only for what can stand in this document at all."""

    reads: Literal["text"]

    def live(self, document: Document) -> Any:
        """What of the scanner can match in the document, from the literals it can't match without; empty if nothing."""
        ...

    def in_block(self, block: Block, live: Any) -> Iterator[Hit]:
        """What stands in the block."""
        ...


class BlockScanner(Protocol):
    """Looks at one block at a time, whole."""

    reads: Literal["block"]

    def in_block(self, block: Block) -> Iterator[Hit]:
        """What can be said of the block alone."""
        ...


class DocumentScanner(Protocol):
    """Looks at the whole document, for what no block can tell alone."""

    reads: Literal["document"]

    def in_document(self, document: Document) -> Iterator[Hit]:
        """What can be said of the whole."""
        ...


Scanner = WordScanner | TextScanner | BlockScanner | DocumentScanner


class Kind(Protocol):
    """A kind of check: reads its keys of a rule, compiles all rules of its kind to plain data, scans."""

    @property
    def name(self) -> str:
        """The word under `check`."""
        ...

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that only rules of this kind have."""
        ...

    def read(self, fields: Fields) -> Plain:
        """The rule's own keys as plain data; raises PackError."""
        ...

    def fills(self, data: Plain) -> Collection[str]:
        """The placeholders of a message that a rule of this data fills, besides found and better."""
        ...

    def compile(self, rules: Sequence[tuple[int, Plain]]) -> Plain:
        """One table for all rules of the kind, given with their numbers."""
        ...

    def scanner(self, table: Plain) -> Scanner:
        """The scanner over such a table."""
        ...
