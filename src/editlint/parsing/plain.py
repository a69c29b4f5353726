"""Flat text: a scrape, a paste, a text typed with line ends of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from editlint.document import Block, Document
from editlint.text import Prose, Source, Span

__all__ = ["parse_plain"]

_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(r"(?>\r\n|\r|\n)[^\S\r\n]*(?>\r\n|\r|\n)")
# Code points: text wrapped by hand or by mail programs is between these wide.
_WRAP_LEAST, _WRAP_MOST = 40, 120


def parse_plain(source: Source) -> Document:
    """Each line a block; the lines of a paragraph that was wrapped at a margin are one block again."""
    blocks = []
    for lines in _paragraphs(source.text):
        for group in _unwrapped(source.text, lines):
            blocks.append(Block("body", _joined(source.text, group)))
    return Document(source, "text", tuple(blocks))


def _paragraphs(text: str) -> Iterator[list[Span]]:
    """Runs of lines without a blank one between, without the white space around each."""
    group: list[Span] = []
    last = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        lean = raw.strip()
        if not lean:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        if group and _BLANK.search(text, last, match.start()):
            yield group
            group = []
        group.append(Span(start, start + len(lean)))
        last = match.end()
    if group:
        yield group


def _unwrapped(text: str, lines: list[Span]) -> Iterator[list[Span]]:
    """The lines in groups that belong together: wrapped means that no next word would have fitted."""
    margin = max(end - start for start, end in lines)
    if len(lines) == 1 or not _WRAP_LEAST <= margin <= _WRAP_MOST:
        yield from ([line] for line in lines)
        return
    if len(lines) == 2 and not text[lines[1].start].islower():
        yield from ([line] for line in lines)
        return
    for line, following in pairwise(lines):
        word = text[following.start : following.end].split(None, 1)[0]
        if line.end - line.start + 1 + len(word) <= margin:
            yield from ([line] for line in lines)
            return
    yield lines


def _joined(text: str, lines: list[Span]) -> Prose:
    if len(lines) == 1:
        (start, end) = lines[0]
        return Prose.verbatim(text[start:end], start)
    pieces: list[tuple[str, Span]] = []
    for number, (start, end) in enumerate(lines):
        if number:
            pieces.append((" ", Span(lines[number - 1].end, start)))
        pieces.append((text[start:end], Span(start, end)))
    return Prose.joined(pieces)
