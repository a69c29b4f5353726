"""A decoded text and the places in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

__all__ = ["Position", "Source", "Span"]

# Lines end at LF, CRLF or CR and nothing else (docs/architecture.md, "Positions"): str.splitlines
# would end them at form feeds and U+2028 too.
_LINE_END = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """Half-open code points of `Source.text`."""

    start: int
    end: int


class Position(NamedTuple):
    """Line and column as people count them, from 1; the column in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A text under a name, as it was decoded; every place in editlint is an offset into `text`.

    `bom` is the byte order mark that stood before the text: it is no part of `text`, and only byte
    offsets count it.
    """

    name: str
    text: str
    encoding: str = "utf-8"
    bom: bytes = field(default=b"", repr=False)

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; the first is 0."""
        return [0, *(m.end() for m in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Line and column of an offset from 0 to the length of the text."""
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"offset {offset} is outside the {len(self.text)} code points of {self.name}")
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """Offset of a line and column: the inverse of `position`."""
        return self.line_starts[position.line - 1] + position.column - 1

    def line(self, number: int) -> Span:
        """The line of that number, counted from 1, without its line end."""
        start = self.line_starts[number - 1]
        last = number == len(self.line_starts)
        end = len(self.text) if last else self.line_starts[number]
        while not last and end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def utf16(self, offset: int) -> int:
        """The offset in UTF-16 code units, as language servers and SARIF count."""
        return offset + sum(1 for c in self.text[:offset] if c > "\uffff")

    def byte(self, offset: int) -> int:
        """The offset in bytes of the file, in its own encoding and with its byte order mark."""
        return len(self.bom) + len(self.text[:offset].encode(self.encoding))

    def slice(self, span: Span) -> str:
        """The text that stands there."""
        return self.text[span.start : span.end]
