"""What a regular expression can't match without, worked out from the expression itself."""

from __future__ import annotations

# The parser behind `re`: the only thing that reads patterns exactly as `re` does. It has kept this form
# since Python 3.11, and a test holds what is read here against matches.
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from editlint.language.words import TOKEN

__all__ = ["needed"]

_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_MOST = 64
_MOST_MEMBERS = 16


def needed(pattern: str, flags: int) -> tuple[list[str], list[str]] | None:
    """Literals of which one must stand in any text that the pattern matches, folded: (whole tokens, substrings).

    None when nothing is sure. A token is sought among the words of a text, a substring in its letters.
    """
    options = _sequence(list(parser.parse(pattern, flags)))
    if not options:
        return None
    words: list[str] = []
    pieces: list[str] = []
    for text, left, right in options:
        token = _whole_token(text, left, right)
        if token:
            words.append(token)
        else:
            pieces.append(text.casefold())
    return sorted(set(words)), sorted(set(pieces))


# A literal, and whether a word can't go on to the left and to the right of it.
_Literal = tuple[str, bool, bool]


def _whole_token(text: str, left: bool, right: bool) -> str:
    """The longest token inside the literal that is whole wherever the literal stands."""
    whole = [m.group() for m in TOKEN.finditer(text) if (m.start() > 0 or left) and (m.end() < len(text) or right)]
    return max(whole, key=len, default="").casefold()


def _sequence(items: list[Any]) -> list[_Literal]:
    """The best choice of literals for items that follow one another: of the shortest member, the longest."""
    best: list[_Literal] = []
    text, left, bounded = "", False, False

    def close(right: bool) -> None:
        nonlocal text, best
        if text:
            best = _better(best, [(text, left, right)])
        text = ""

    for kind, value in items:
        if kind is op.LITERAL:
            if not text:
                left = bounded
            text += chr(value)
            bounded = False
        elif kind is op.AT:
            edge = value in (
                op.AT_BOUNDARY,
                op.AT_BEGINNING,
                op.AT_END,
                op.AT_BEGINNING_STRING,
                op.AT_END_STRING,
            )
            close(edge)
            bounded = edge
        else:
            close(False)
            bounded = False
            best = _better(best, _inside(kind, value))
    close(False)
    return best


def _inside(kind: Any, value: Any) -> list[_Literal]:
    if kind is op.SUBPATTERN:
        return _sequence(list(value[3]))
    if kind is op.ATOMIC_GROUP:
        return _sequence(list(value))
    if kind is op.IN:
        return [(char, False, False) for char in _members(value)]
    if kind in _REPEATS and value[0] >= 1:
        return _sequence(list(value[2]))
    if kind is op.BRANCH:
        branches = [_sequence(list(branch)) for branch in value[1]]
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


def _better(one: list[_Literal], other: list[_Literal]) -> list[_Literal]:
    def worth(options: list[_Literal]) -> tuple[int, int]:
        return (min((len(text) for text, _, _ in options), default=0), -len(options))

    return other if worth(other) > worth(one) else one
