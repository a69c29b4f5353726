"""repetition: the same word twice in a row."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from operator import eq
from typing import Literal

from editlint.checks.matching import match_at
from editlint.document import Block
from editlint.rule import Fields, Hit, Plain

__all__ = ["Repetition"]


class Repetition:
    """A word said twice with nothing but white space between."""

    name = "repetition"
    keys = ("except",)

    def read(self, fields: Fields) -> Plain:
        """The words that may stand twice."""
        return [word.casefold() for word in fields.texts("except", [])]

    def fills(self, _: Plain) -> Collection[str]:
        """Nothing of its own."""
        return ()

    def compile(self, rules: Sequence[tuple[int, Plain]]) -> Plain:
        """The rules as they are."""
        return list(rules)

    def scanner(self, table: Plain) -> RepetitionScanner:
        """The scanner over the rules."""
        return RepetitionScanner(table)


class RepetitionScanner:
    """Compares each word with the next."""

    reads: Literal["block"] = "block"

    def __init__(self, rules: Sequence[tuple[int, Sequence[str]]]) -> None:
        self._rules = [(number, frozenset(words)) for number, words in rules]

    def in_block(self, block: Block) -> Iterator[Hit]:
        """The second word of each pair, to be deleted with the space before it."""
        words = block.words
        same = list(map(eq, words, words[1:]))
        if True not in same:
            return
        for index, twice in enumerate(same):
            if not twice or not words[index].isalpha():
                continue
            start, end = block.tokens[index][0], block.tokens[index + 1][1]
            first = block.text[start : block.tokens[index][1]]
            second = block.text[block.tokens[index + 1][0] : end]
            between = block.text[start + len(first) : end - len(second)]
            # "Bora Bora", "Sirhan Sirhan": a capital on the second word is a name until shown otherwise.
            if not between.isspace() or (second[:1].isupper() and not (first + second).isupper()):
                continue
            for number, exceptions in self._rules:
                if words[index] not in exceptions:
                    yield Hit(number, match_at(block, start, end, [first]))
