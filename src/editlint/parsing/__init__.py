"""Formats: a Source to a Document, every character of prose mapped to its place in the source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from editlint.document import Document
from editlint.parsing.plain import parse_plain
from editlint.text import Source

__all__ = ["EXTENSIONS", "FORMATS", "format_of", "parse"]


def _markdown(source: Source) -> Document:
    from editlint.parsing.markdown import parse_markdown

    return parse_markdown(source)


FORMATS: Mapping[str, Callable[[Source], Document]] = {"text": parse_plain, "markdown": _markdown}
EXTENSIONS: Mapping[str, str] = {".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown"}


def format_of(name: str) -> str:
    """The format that a file's extension says; plain text where it says nothing."""
    return EXTENSIONS.get(PurePath(name).suffix.lower(), "text")


def parse(source: Source, format: str) -> Document:
    """The document in a source of that format."""
    return FORMATS[format](source)
