"""glued: a part of a block that runs into the words before it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from editlint.checks.matching import match_at
from editlint.document import Block
from editlint.rule import Fields, Hit, Plain

__all__ = ["Glued"]

_PARTS = ("credit", "dateline")
_STOPS = '.!?…”"’)]'
# A part that opens with one of these is set off by it, space or not.
_OPENERS = "([–—-/|"


class Glued:
    """A credit, say, with nothing between it and its caption."""

    name = "glued"
    keys = ("part",)

    def read(self, fields: Fields) -> Plain:
        """The kind of part."""
        return fields.choice("part", _PARTS)

    def fills(self, _: Plain) -> Collection[str]:
        """Nothing of its own."""
        return ()

    def compile(self, rules: Sequence[tuple[int, Plain]]) -> Plain:
        """The rules as they are."""
        return list(rules)

    def scanner(self, table: Plain) -> GluedScanner:
        """The scanner over the rules."""
        return GluedScanner(table)


class GluedScanner:
    """Looks at what stands right before each part."""

    reads: Literal["block"] = "block"

    def __init__(self, rules: Sequence[tuple[int, str]]) -> None:
        self._rules = rules

    def in_block(self, block: Block) -> Iterator[Hit]:
        """The glued part together with the word it is glued to."""
        for part in block.parts:
            last = block.text[part.start - 1 : part.start]
            if not last or last.isspace() or last in _OPENERS or block.text[part.start] in _OPENERS:
                continue
            words = block.text[: part.start].split()
            start = part.start - len(words[-1])
            between = " " if last in _STOPS else ". "
            better = words[-1] + between + block.text[part.start : part.end]
            for number, kind in self._rules:
                if kind == part.kind:
                    yield Hit(number, match_at(block, start, part.end, [better]))
