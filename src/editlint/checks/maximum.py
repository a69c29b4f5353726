"""maximum: no more than so many words or characters in a sentence or a block."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from editlint import language
from editlint.checks.matching import match_at
from editlint.document import Block
from editlint.rule import Fields, Hit, Plain

__all__ = ["Maximum"]


class Maximum:
    """A limit on the length of something."""

    name = "maximum"
    keys = ("count", "within", "limit")

    def read(self, fields: Fields) -> Plain:
        """(what is counted, in what, the limit)."""
        return (
            fields.choice("count", ("words", "characters"), "words"),
            fields.choice("within", ("sentence", "block")),
            fields.number("limit"),
        )

    def fills(self, _: Plain) -> Collection[str]:
        """The count and the limit."""
        return ("count", "limit")

    def compile(self, rules: Sequence[tuple[int, Plain]]) -> Plain:
        """The rules as they are."""
        return [(number, *data) for number, data in rules]

    def scanner(self, table: Plain) -> MaximumScanner:
        """The scanner over the rules."""
        return MaximumScanner(table)


class MaximumScanner:
    """Counts what is in sentences and blocks."""

    reads: Literal["block"] = "block"

    def __init__(self, rules: Sequence[tuple[int, str, str, int]]) -> None:
        self._rules = rules

    def in_block(self, block: Block) -> Iterator[Hit]:
        """Each sentence or block that is over a limit, whole."""
        for number, unit, within, limit in self._rules:
            # A block has at least as many tokens as words: most need no counting.
            if (len(block.words) if unit == "words" else len(block.text)) <= limit:
                continue
            places = block.sentences if within == "sentence" else [(0, len(block.text))]
            for start, end in places:
                piece = block.text[start:end]
                count = language.count_words(piece) if unit == "words" else len(piece)
                if count > limit:
                    values = {"count": str(count), "limit": str(limit)}
                    yield Hit(number, match_at(block, start, end, values=values))
