"""Positions: the only room that knows what a line, a column, a byte or a UTF-16 unit is."""

from editlint.text.decoding import decode
from editlint.text.prose import Prose, Run
from editlint.text.source import Position, Source, Span

__all__ = ["Position", "Prose", "Run", "Source", "Span", "decode"]
