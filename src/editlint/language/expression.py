"""Regular expressions that a text pays for only where they can match."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from editlint.language.literals import needed

__all__ = ["Expression", "Gate", "compile_row", "expression_flags"]

Row = tuple[str, bool, list[str], list[str]]


def expression_flags(ignore_case: bool) -> int:
    """The flags under which all expressions of packs are read."""
    return re.MULTILINE | (re.IGNORECASE if ignore_case else 0)


def compile_row(expression: str, ignore_case: bool = True) -> Row:
    """The expression with the words and substrings of which it needs one, as plain data; raises re.error."""
    re.compile(expression, expression_flags(ignore_case))
    words, pieces = needed(expression, expression_flags(ignore_case)) or ([], [])
    return (expression, ignore_case, words, pieces)


class Expression:
    """A regular expression that is compiled the first time a text holds what it needs."""

    def __init__(self, expression: str, ignore_case: bool, words: Sequence[str], pieces: Sequence[str]) -> None:
        self._expression, self._ignore_case = expression, ignore_case
        self.words, self.pieces = frozenset(words), tuple(pieces)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self._expression, expression_flags(self._ignore_case))


class Gate:
    """Which of many expressions a text can match at all, without a look at each of them.

    Texts are given by a block's or document's `vocabulary` and `folded`. A gate narrowed to a document
    is asked about its blocks.
    """

    def __init__(self, expressions: Mapping[int, Expression]) -> None:
        self._expressions = expressions
        self._by_word: dict[str, list[int]] = {}
        self._pieces: list[tuple[str, int]] = []
        self._always: list[int] = []
        for number, expression in expressions.items():
            for word in expression.words:
                self._by_word.setdefault(word, []).append(number)
            self._pieces += [(piece, number) for piece in expression.pieces]
            if not expression.words and not expression.pieces:
                self._always.append(number)

    def __len__(self) -> int:
        return len(self._expressions)

    def open_to(self, words: set[str], folded: str) -> list[tuple[int, Expression]]:
        """The expressions that can match the text, with their numbers, in order."""
        numbers = set(self._always)
        for word in self._by_word.keys() & words:
            numbers.update(self._by_word[word])
        numbers.update(number for piece, number in self._pieces if piece in folded)
        return [(number, self._expressions[number]) for number in sorted(numbers)]

    def narrowed(self, words: set[str], folded: str) -> Gate:
        """The gate to those expressions alone that can match the text."""
        return Gate(dict(self.open_to(words, folded)))
