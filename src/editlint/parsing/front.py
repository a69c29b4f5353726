"""Front matter: the fields of it that are read by people, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from editlint.document import Block
from editlint.text import Prose, Source, Span

__all__ = ["front_blocks"]

# The names that Hugo, Jekyll, Eleventy and Astro use.
_KINDS: Mapping[str, str] = {
    "title": "headline",
    "headline": "headline",
    "subtitle": "subheading",
    "deck": "subheading",
    "description": "subheading",
    "summary": "subheading",
    "excerpt": "subheading",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "date": "timestamp",
    "caption": "caption",
    "credit": "credit",
}
_TOML_STRING = re.compile(
    r"(?:^|(?<=\r))[ \t]*([A-Za-z_-]+)[ \t]*=[ \t]*(?:\"([^\"\\\r\n]*)\"|'([^'\r\n]*)')", re.MULTILINE
)
# What may stand before a value, its tag and its anchor; and before the lines of a block, how they are to be read.
_PROPERTIES = re.compile(r"(?:[!&]\S*\s+)*")
_HEADER = re.compile(r"[|>][^\r\n]*(?:\r\n|\r|\n)?")
_NULLS = ("", "~", "null", "Null", "NULL")


def front_blocks(source: Source, style: str, span: Span) -> tuple[list[Block], str]:
    """The blocks in front matter that stands at `span`, in order, and what is wrong with it, or ''.

    `style` is as the Markdown parser names it.
    """
    if style != "YamlStyle":
        return _blocks(_toml(source, span)), ""
    # Imported here: a text without front matter doesn't pay for it.
    import yaml

    try:
        return _blocks(_yaml(yaml.compose(source.slice(span), Loader=yaml.SafeLoader), source, span)), ""
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        at = span.start + (mark.index if mark else getattr(error, "position", 0))
        said = getattr(error, "problem", None) or getattr(error, "reason", None) or error
        return [], f"line {source.position(min(at, span.end)).line}: the front matter is not YAML: {said}."


def _blocks(fields: Iterable[tuple[str, Prose]]) -> list[Block]:
    return [Block(_KINDS[name], prose.stripped()) for name, prose in fields if name in _KINDS and prose.text.strip()]


def _toml(source: Source, span: Span) -> Iterator[tuple[str, Prose]]:
    for match in _TOML_STRING.finditer(source.text, span.start, span.end):
        group = 2 if match.group(2) is not None else 3
        yield match.group(1).lower(), Prose.verbatim(match.group(group), match.start(group))


def _yaml(root: object, source: Source, span: Span) -> Iterator[tuple[str, Prose]]:
    import yaml

    if not isinstance(root, yaml.MappingNode):
        return
    for key, value in root.value:
        nodes = value.value if isinstance(value, yaml.SequenceNode) else [value]
        for node in nodes:
            if not isinstance(node, yaml.ScalarNode) or not isinstance(key, yaml.ScalarNode):
                continue
            if node.style is not None or node.value not in _NULLS:
                raw = Span(span.start + node.start_mark.index, span.start + node.end_mark.index)
                yield str(key.value).lower(), _aligned(source, raw, node)


def _aligned(source: Source, raw: Span, node: object) -> Prose:
    """The value letter by letter over the text it was written as: quotes, escapes and folds lie between.

    Both hold the same letters in the same order, but for escapes; where an escape hides one, the
    value as a whole stands for the text as a whole.
    """
    value, style = str(getattr(node, "value", "")), getattr(node, "style", None)
    start, end = raw
    start = _end(_PROPERTIES, source.text, start, end)
    if style in ("'", '"'):
        start, end = start + 1, end - 1
    text = source.text
    if text[start:end] == value:
        return Prose.verbatim(value, start)
    if style == '"' and "\\" in text[start:end]:
        return Prose.joined([(value, Span(start, end))])
    if style in ("|", ">"):
        start = _end(_HEADER, text, start, end)
    pieces: list[tuple[str, Span]] = []
    at = start
    for index, char in enumerate(value):
        if char.isspace():
            following = value[index + 1 : index + 2].strip()
            stop = at
            while stop < end and text[stop].isspace():
                stop += 1
            # A space of several in the value keeps one of its own in the text; the last takes the rest.
            close = stop if following else min(at + 1, stop)
            pieces.append((" ", Span(at, close)))
            at = close
            continue
        found = text.find(char, at, end)
        if found < 0:
            return Prose.joined([(value, Span(start, end))])
        pieces.append((char, Span(found, found + 1)))
        at = found + 1
        if style == "'" and char == "'" and text[at : at + 1] == "'":
            at += 1
    return Prose.joined(pieces)


def _end(expression: re.Pattern[str], text: str, start: int, end: int) -> int:
    """The end of what the expression matches at `start`, which may be nothing."""
    match = expression.match(text, start, end)
    return match.end() if match else start
