"""What a regular expression can't match without, worked out from the expression itself."""

from __future__ import annotations

import re
from itertools import zip_longest

# The parser behind `re`: the only thing that reads patterns exactly as `re` does. It has kept this form
# since Python 3.11, and a test holds what is read here against matches.
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from editlint.language.words import sought_letters

__all__ = ["needed"]

_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_EDGES = (op.AT_BOUNDARY, op.AT_BEGINNING, op.AT_END, op.AT_BEGINNING_STRING, op.AT_END_STRING)
_WORD = re.compile(r"\w+")
_MOST = 64
_MOST_MEMBERS = 16


def needed(pattern: str, flags: int) -> tuple[list[str], list[str]] | None:
    """Literals of which one must stand in any text that the pattern matches: (whole words, substrings).

    They are as `sought_letters` makes them. None when nothing is sure.
    """
    parsed = parser.parse(pattern, flags)
    options = _sequence(list(parsed))
    # To an ASCII pattern a word ends before é.
    if not options or parsed.state.flags & re.ASCII:
        return None
    words: list[str] = []
    pieces: list[str] = []
    for text, left, right in options:
        token = _whole_token(text, left, right)
        if token:
            words.append(token)
        else:
            pieces.append(sought_letters(text))
    return sorted(set(words)), sorted(set(pieces))


# A literal, and whether a word can't go on to the left and to the right of it.
_Literal = tuple[str, bool, bool]


def _whole_token(text: str, left: bool, right: bool) -> str:
    """The longest word inside the literal that is whole wherever the literal stands."""
    # The one letter that ignoring case takes for a mark that is none: iota, written below a letter.
    if "ι" in text.casefold():
        return ""
    whole = [m.group() for m in _WORD.finditer(text) if (m.start() > 0 or left) and (m.end() < len(text) or right)]
    return sought_letters(max(whole, key=len, default=""))


def _sequence(items: list[Any], left: bool = False, right: bool = False) -> list[_Literal]:
    """The best choice of literals for items that follow one another: of the shortest member, the longest.

    `left` and `right` say whether a word can't go on before the first and after the last of them.
    """
    best: list[_Literal] = []
    text, opened, bounded = "", False, left
    for (kind, value), following in zip_longest(items, items[1:]):
        ends = right if following is None else _is_edge(following)
        if kind is op.LITERAL:
            opened = opened if text else bounded
            text += chr(value)
            if following is None or following[0] is not op.LITERAL:
                best, text = _better(best, [(text, opened, ends)]), ""
            bounded = False
        else:
            best = _better(best, _inside(kind, value, bounded, ends))
            bounded = _is_edge((kind, value))
    return best


def _is_edge(item: tuple[Any, Any]) -> bool:
    return item[0] is op.AT and item[1] in _EDGES


def _inside(kind: Any, value: Any, left: bool, right: bool) -> list[_Literal]:
    if kind is op.SUBPATTERN:
        _, flags, _, items = value
        return [] if flags & re.ASCII else _sequence(list(items), left, right)
    if kind is op.ATOMIC_GROUP:
        return _sequence(list(value), left, right)
    if kind is op.IN:
        return [(char, left, right) for char in _members(value)]
    if kind in _REPEATS and value[0] >= 1:
        # The first round stands at the left edge, the last at the right; only one round stands at both.
        return _sequence(list(value[2]), left, right and value[1] == 1)
    if kind is op.BRANCH:
        branches = [_sequence(list(branch), left, right) for branch in value[1]]
        merged = [literal for branch in branches for literal in branch]
        return merged if all(branches) and len(merged) <= _MOST else []
    return []


def _members(items: list[Any]) -> list[str]:
    """The letters of a small set such as [–—]; none of a large one, or of one that says what it leaves out."""
    members: list[str] = []
    for kind, value in items:
        if kind is op.LITERAL:
            members.append(chr(value))
        elif kind is op.RANGE and value[1] - value[0] < _MOST_MEMBERS:
            members += map(chr, range(value[0], value[1] + 1))
        else:
            return []
    return members if len(members) <= _MOST_MEMBERS else []


# Letters: a whole word of so many is looked up, where a longer piece of text would have to be searched for.
_SOUGHT_LEAST = 3


def _better(one: list[_Literal], other: list[_Literal]) -> list[_Literal]:
    def worth(options: list[_Literal]) -> tuple[bool, int, int]:
        shortest = min((len(text) for text, _, _ in options), default=0)
        whole = shortest >= _SOUGHT_LEAST and all(_whole_token(*option) for option in options)
        return (whole, shortest, -len(options))

    return other if worth(other) > worth(one) else one
