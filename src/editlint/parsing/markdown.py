"""Markdown: CommonMark with tables, footnotes and front matter, read by pulldown-cmark (pyromark)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

import pyromark

from editlint.document import Block, Document
from editlint.parsing.front import front_blocks
from editlint.text import Prose, Source, Span

__all__ = ["parse_markdown"]

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)
# What stands where code or an image stood: a word to a sentence, a word to no rule.
_OBJECT = "\ufffc"
# The parser takes it for a line end in text, but not everywhere.
_LONE_CR = re.compile(r"\r(?!\n)")
# Bytes that begin no code point; and how many bytes are counted at a time.
_CONTINUATION = bytes(range(0x80, 0xC0))
_STEP = 1024
_INLINE = ("Emphasis", "Strong", "Strikethrough", "Link", "Image")
_HOLDERS = ("Paragraph", "Heading", "Item", "TableCell", "FootnoteDefinition", "Image")


def parse_markdown(source: Source) -> Document:
    """Headings, paragraphs, list items, quotations, table cells, alt texts; code and HTML are left out."""
    # The parser counts bytes of UTF-8, which has no lone surrogates: such a letter is read as "?".
    data = _LONE_CR.sub("\n", source.text).encode("utf-8", "replace")
    reader = _Reader(source, _code_points(data))
    for event, place in pyromark.events_with_range(data.decode("utf-8"), options=_OPTIONS):
        reader.take(event, place["start"], place["end"])
    # A nested item closes before the one around it: blocks stand in the order of the source.
    reader.blocks.sort(key=lambda block: block.span(0, 1))
    return Document(source, "markdown", tuple(reader.blocks), tuple(reader.problems))


def _code_points(data: bytes) -> Callable[[int], int]:
    """The function from bytes of UTF-8 to code points."""
    if data.isascii():
        return lambda byte: byte
    steps = (len(data[at : at + _STEP].translate(None, _CONTINUATION)) for at in range(0, len(data), _STEP))
    counted = [0, *accumulate(steps)]

    def convert(byte: int) -> int:
        step = byte // _STEP
        return counted[step] + len(data[step * _STEP : byte].translate(None, _CONTINUATION))

    return convert


@dataclass
class _Open:
    """A block that is being read."""

    kind: str
    pieces: list[tuple[str, Span]] = field(default_factory=list)


class _Reader:
    """Takes the events of the parser in order and collects blocks."""

    def __init__(self, source: Source, code_point: Callable[[int], int]) -> None:
        self.blocks: list[Block] = []
        self.problems: list[str] = []
        self._source, self._point = source, code_point
        self._open: list[_Open] = []
        self._quotes = self._silent = 0
        self._front: str | None = None
        self._front_places: list[Span] = []
        self._head = True

    def take(self, event: Any, start: int, end: int) -> None:
        """One event, with its place in bytes."""
        if isinstance(event, str):
            if event in ("SoftBreak", "HardBreak"):
                self._piece(" ", start, end)
            elif event == "Rule":
                self._cut()
            return
        ((name, value),) = event.items()
        if name == "Start":
            self._begin(value, start, end)
        elif name == "End":
            self._finish(value)
        elif name == "Text":
            self._text(value, start, end)
        elif name in ("Code", "InlineMath", "DisplayMath", "FootnoteReference"):
            self._piece(_OBJECT, start, end)
        elif name == "InlineHtml" and value.casefold().startswith("<br"):
            self._piece(" ", start, end)

    def _begin(self, tag: Any, start: int, end: int) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name == "Image":
            self._piece(_OBJECT, start, end)
        elif name not in _INLINE:
            self._cut()
        if name in ("CodeBlock", "HtmlBlock"):
            self._silent += 1
        elif name == "MetadataBlock":
            self._silent += 1
            self._front = tag[name]
        elif name == "BlockQuote":
            self._quotes += 1
        elif name in _HOLDERS:
            self._open.append(_Open(self._kind(name, tag)))

    def _kind(self, name: str, tag: Any) -> str:
        if name == "Heading":
            return "headline" if tag[name]["level"] == "H1" and self._head else "subheading"
        outer = self._open[-1].kind if self._open else ""
        if name == "Image":
            return "alt"
        if name == "TableCell":
            return "table"
        if name == "Item" or outer == "list-item":
            return "list-item"
        return "quote" if self._quotes else "body"

    def _finish(self, tag: Any) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name in ("CodeBlock", "HtmlBlock", "MetadataBlock"):
            self._silent -= 1
            if name == "MetadataBlock":
                self._read_front()
        elif name == "BlockQuote":
            self._quotes -= 1
        elif name in _HOLDERS and self._open:
            self._close(self._open.pop())

    def _cut(self) -> None:
        """End the text of a list item where a block inside it begins: what follows that is a block of its own."""
        if self._open:
            self._close(self._open[-1])
            self._open[-1].pieces.clear()

    def _close(self, done: _Open) -> None:
        prose = Prose.joined(done.pieces).stripped()
        if not prose.text.replace(_OBJECT, "").strip():
            return
        self._head = self._head and done.kind != "headline"
        self.blocks.append(Block(done.kind, prose))

    def _text(self, text: str, start: int, end: int) -> None:
        if self._front is not None:
            self._front_places.append(Span(self._point(start), self._point(end)))
        else:
            self._piece(text, start, end)

    def _read_front(self) -> None:
        if self._front is not None and self._front_places:
            place = Span(self._front_places[0].start, self._front_places[-1].end)
            blocks, problem = front_blocks(self._source, self._front, place)
            self.blocks += blocks
            self.problems += [problem] if problem else []
        self._front = None

    def _piece(self, text: str, start: int, end: int) -> None:
        if self._silent or not self._open:
            return
        self._open[-1].pieces.append((text, Span(self._point(start), self._point(end))))
