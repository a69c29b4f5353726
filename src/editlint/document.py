"""An article as blocks of known kinds, with the parts inside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from editlint import language
from editlint.text import Prose, Source, Span

__all__ = ["ALL_KINDS", "FLAT_KINDS", "PROSE_KINDS", "Block", "Document", "Edit", "Part"]

# The kinds that flat text has, as docs/architecture.md and the command line promise them.
FLAT_KINDS = (
    "headline",
    "subheading",
    "byline",
    "timestamp",
    "caption",
    "credit",
    "body",
    "quote",
    "boilerplate",
)
# What only markup shows.
MARKUP_KINDS = ("list-item", "table", "alt")
ALL_KINDS = (*FLAT_KINDS, *MARKUP_KINDS)
PROSE_KINDS = ("headline", "subheading", "caption", "body", "quote", "list-item", "table", "alt")


class Part(NamedTuple):
    """A stretch of a block that is something of its own; half-open code points of the block's prose."""

    kind: str
    start: int
    end: int


class Edit(NamedTuple):
    """A replacement in the source."""

    span: Span
    replacement: str


@dataclass(frozen=True, eq=False)
class Block:
    """A headline, a caption, a paragraph: its prose, and the parts found in it."""

    kind: str
    prose: Prose
    parts: tuple[Part, ...] = ()

    @property
    def text(self) -> str:
        """The block as a reader sees it."""
        return self.prose.text

    @cached_property
    def folded(self) -> str:
        """The text without case, as expressions take it; its offsets are not those of `text`."""
        return language.sought_letters(self.text)

    @cached_property
    def words(self) -> list[str]:
        """The tokens of the block, folded, in order."""
        if not self.parts:
            return [word.casefold() for word in language.TOKEN.findall(self.text)]
        return [self.text[start:end].casefold() for start, end in self.tokens]

    @cached_property
    def tokens(self) -> list[tuple[int, int]]:
        """Places of the tokens in the prose, one for each of `words`; none runs across the edge of a part."""
        edges = sorted({0, len(self.text), *(edge for part in self.parts for edge in part[1:])})
        return [
            match.span() for start, end in pairwise(edges) for match in language.TOKEN.finditer(self.text, start, end)
        ]

    @cached_property
    def vocabulary(self) -> set[str]:
        r"""The tokens, and the words that `\b` sees in the text as a whole where they are others."""
        if not self.parts and language.tokens_suffice(self.text):
            return set(self.words)
        return {*self.words, *language.sought_words(self.text)}

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Places of the sentences in the prose."""
        return language.sentences(self.text)

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """Places in the prose of what stands between quotation marks, without the marks."""
        if self.kind == "quote":
            return [(0, len(self.text))]
        return language.quotations(self.text)

    def named(self, kind: str, parts: tuple[Part, ...] = ()) -> Block:
        """The same block as another kind; what was worked out from its text alone is handed on."""
        block = Block(kind, self.prose, parts)
        known = ("folded", "sentences") if parts else ("folded", "sentences", "words", "tokens", "vocabulary")
        block.__dict__.update((name, self.__dict__[name]) for name in known if name in self.__dict__)
        return block

    def kind_at(self, start: int, end: int) -> str:
        """What prose[start:end] belongs to: the credit it stands in, or else the block."""
        for part in self.parts:
            if part.kind == "credit" and part.start <= start and end <= part.end:
                return "credit"
        return self.kind

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether prose[start:end] touches quoted words."""
        # Quotations are in order and apart: the first that ends behind `start` is the only candidate.
        at = bisect_right(self.quotations, start, key=itemgetter(1))
        return at < len(self.quotations) and self.quotations[at][0] < max(end, start + 1)

    def span(self, start: int, end: int) -> Span:
        """The place in the source of prose[start:end]."""
        return self.prose.span(start, end)

    def edit(self, start: int, end: int, replacement: str) -> Edit | None:
        """The edit that would put `replacement` in place of prose[start:end]; None if it would cross markup."""
        if not self.prose.is_verbatim(start, end):
            return None
        return Edit(self.prose.span(start, end), replacement)


@dataclass(frozen=True, eq=False)
class Document:
    """A source and its blocks in the order in which they stand.

    `problems` say what could not be read in it, though the rest could.
    """

    source: Source
    format: str
    blocks: tuple[Block, ...]
    problems: tuple[str, ...] = ()

    @cached_property
    def vocabulary(self) -> set[str]:
        """Every token and word of the document, folded, once."""
        return set().union(*(block.vocabulary for block in self.blocks))

    @cached_property
    def folded(self) -> str:
        """The whole prose without case: for asking whether something stands in it at all."""
        return "\n".join(block.folded for block in self.blocks)

    def parts(self) -> Iterator[tuple[Block, Part]]:
        """Every part with the block it stands in."""
        for block in self.blocks:
            for part in block.parts:
                yield block, part
