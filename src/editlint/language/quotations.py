"""Which words of a paragraph stand between quotation marks."""

from __future__ import annotations

import re

__all__ = ["quotations"]

_CLOSING = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’"}
_MARK = re.compile(r"[“”«»„\"‘’]")


def quotations(text: str) -> list[tuple[int, int]]:
    """Half-open places of what stands between the outermost quotation marks, without the marks.

    A quotation that is opened and not closed runs to the end of the paragraph, as it does where a
    speech goes on in the next one. Apostrophes, feet and inches open nothing, nor does a single mark
    that none closes: ‘90s.
    """
    found: list[tuple[int, int]] = []
    opened, mark = -1, ""
    last = _last_single(text)
    for match in _MARK.finditer(text):
        at, char = match.start(), match.group()
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if opened >= 0:
            if char in _CLOSING[mark] and _closes(char, before, after):
                found.append((opened, at))
                opened = -1
        elif char in _CLOSING and _opens(char, before, after) and (char != "‘" or at < last):
            opened, mark = at + 1, char
    if opened >= 0:
        found.append((opened, len(text)))
    return [(start, end) for start, end in found if start < end]


def _last_single(text: str) -> int:
    """Where the last single mark stands that can close a quotation; -1 where none does."""
    at = text.rfind("’")
    while at >= 0 and not _closes("’", text[at - 1] if at else " ", text[at + 1 : at + 2]):
        at = text.rfind("’", 0, at)
    return at


def _opens(char: str, before: str, after: str) -> bool:
    if char == '"':
        return not before.isalnum() and not after.isspace()
    if char == "‘":
        return not before.isalnum() and after.isalnum()
    return True


def _closes(char: str, before: str, after: str) -> bool:
    if char == "’":
        return not after.isalnum() and not before.isspace()
    if char == '"':
        return not (before.isspace() and after.isalnum())
    return True
