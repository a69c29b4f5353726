"""stop: a paragraph of running text whose last sentence has no stop."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from editlint import language
from editlint.checks.matching import match_at
from editlint.document import Block
from editlint.rule import Fields, Hit, Plain

__all__ = ["Stop"]

_LAST_WORD = re.compile(r"(?<=\s)[^\W\d_]{2,}$")


class Stop:
    """Paragraphs of at least so many words and sentences that end in a bare word."""

    name = "stop"
    keys = ("words", "sentences")

    def read(self, fields: Fields) -> Plain:
        """(least words, least sentences): shorter ones may be captions, list items, lines of a table."""
        return (fields.number("words"), fields.number("sentences"))

    def fills(self, _: Plain) -> Collection[str]:
        """Nothing of its own."""
        return ()

    def compile(self, rules: Sequence[tuple[int, Plain]]) -> Plain:
        """The rules as they are."""
        return [(number, *data) for number, data in rules]

    def scanner(self, table: Plain) -> StopScanner:
        """The scanner over the rules."""
        return StopScanner(table)


class StopScanner:
    """Looks at the last word of each block."""

    reads: Literal["block"] = "block"

    def __init__(self, rules: Sequence[tuple[int, int, int]]) -> None:
        self._rules = rules

    def in_block(self, block: Block) -> Iterator[Hit]:
        """The last word, with the stop it lacks."""
        if not block.text[-1:].isalpha():
            return
        last = _LAST_WORD.search(block.text, max(0, len(block.text) - 60))
        if last is None:
            return
        words = language.count_words(block.text)
        for number, least_words, least_sentences in self._rules:
            if words >= least_words and len(block.sentences) >= least_sentences:
                yield Hit(number, match_at(block, last.start(), last.end(), [last.group() + "."]))
