"""Where the credit stands in a line."""

from __future__ import annotations

import re

from editlint.document import Part
from editlint.structure.desk import Desk

__all__ = ["find_credit"]

_BRACKETED = re.compile(r"[(\[][^()\[\]]{2,160}[)\]]\.?$")
# A capitalised name hard against a figure or a small letter at the end of a line: "…7 January 2022The Paper".
_GLUED_NAME = re.compile(r"(?:(?<=\b\d)|(?<=\b\d\d)|(?<=\b\d{4}))(?:[A-Z][a-z]{2,}|[A-Z]{2,})(?: [A-Z][\w.'’-]*){0,3}$")
_LABEL_GOES_ON = re.compile(r"\s*(?::|by\b|courtesy\b|©|/)|(?<=:|©)|(?<= by| of)", re.IGNORECASE)
_MOST_WORDS = 14


def find_credit(text: str, desk: Desk) -> Part | None:
    """The credit at the end of a line, from its bracket or label word on; None when there is none.

    A first pass: credits at the end of a line only.
    """
    end = len(text)
    start = _bracketed(text, desk)
    if start < 0:
        start = _labelled(text, desk)
    if start < 0:
        start = _by_outlet(text, desk)
    if start < 0:
        glued = _GLUED_NAME.search(text)
        start = glued.start() if glued and start < 0 and not text.endswith(".") else -1
    if start < 0 or len(text[start:].split()) > _MOST_WORDS:
        return None
    return Part("credit", start, end)


def _bracketed(text: str, desk: Desk) -> int:
    match = _BRACKETED.search(text)
    if match is None:
        return -1
    inside = match.group().strip("()[].")
    labelled = inside.casefold().startswith(desk.folded_labels) if desk.labels else False
    return match.start() if labelled or desk.outlet_at_end(inside) else -1


def _labelled(text: str, desk: Desk) -> int:
    folded = text.casefold()
    if len(folded) != len(text):
        return -1
    best = -1
    for label in desk.folded_labels:
        at = folded.rfind(label)
        if at < 0 or (best >= 0 and at >= best):
            continue
        before, after = text[at - 1 : at], text[at + len(label) :]
        # A label opens with a capital, after a stop, a space or hard against the caption; never inside a word.
        opens = text[at] == "©" or text[at].isupper()
        starts = at == 0 or not before.isalpha() or before.islower()
        if opens and starts and after.strip() and (not label[-1].isalpha() or _LABEL_GOES_ON.match(after)):
            best = at
    return best


def _by_outlet(text: str, desk: Desk) -> int:
    closed = text.rstrip(".")
    outlet = desk.outlet_at_end(closed)
    if not outlet:
        return -1
    start = len(closed) - len(outlet)
    before = desk.before_outlet.search(text[:start])
    if before:
        return _names_only(text, before.start())
    if start == 0:
        return 0
    last = text[start - 1]
    glued = last.islower() or last.isdigit() or last in '.!?”")’'
    after_stop = last == " " and text[: start - 1].rstrip()[-1:] in (".", "!", "?", "”", '"', ")")
    return start if glued or after_stop else -1


def _names_only(text: str, start: int) -> int:
    """Leave out a small letter or figure that a glued name was read together with: "protestsJane Doe/AP"."""
    while start < len(text) and not text[start].isupper():
        start += 1
    return start
