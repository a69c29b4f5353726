"""Regular expressions that a text pays for only where they can match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from editlint.language.literals import needed

__all__ = ["Expression", "compile_row", "expression_flags"]

Row = tuple[str, bool, list[str], list[str]]


def expression_flags(ignore_case: bool) -> int:
    """The flags under which all expressions of packs are read."""
    return re.MULTILINE | (re.IGNORECASE if ignore_case else 0)


def compile_row(expression: str, ignore_case: bool = True) -> Row:
    """The expression with the folded tokens and substrings of which it needs one, as plain data; raises re.error."""
    re.compile(expression, expression_flags(ignore_case))
    words, pieces = needed(expression, expression_flags(ignore_case)) or ([], [])
    return (expression, ignore_case, words, pieces)


class Expression:
    """A regular expression that is compiled the first time a text holds what it needs."""

    def __init__(self, expression: str, ignore_case: bool, words: Sequence[str], pieces: Sequence[str]) -> None:
        self._expression, self._ignore_case = expression, ignore_case
        self._words, self._pieces = frozenset(words), tuple(pieces)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self._expression, expression_flags(self._ignore_case))

    def can_match(self, words: Iterable[str], folded: str) -> bool:
        """Whether a text of these tokens and this folded form can hold a match at all."""
        if not self._words and not self._pieces:
            return True
        return not self._words.isdisjoint(words) or any(piece in folded for piece in self._pieces)
