"""The examples of a rule, as they stand in the pack."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from editlint.document import ALL_KINDS
from editlint.errors import Place, near
from editlint.pack.fields import NodeFields, entries, error_at, scalar
from editlint.rule import VARIANTS, Example, Marked

__all__ = ["SORTS", "read_examples"]

SORTS = ("flag", "pass", "missed")
_MARK = re.compile(r"<<(.+?)(?:\|(.*?))?>>", re.DOTALL)
_SETTINGS = ("variant",)


def read_examples(fields: NodeFields) -> list[Example]:
    """All examples of a rule; raises PackError where a sort that must be there is missing."""
    pairs = entries(fields.path, fields.node("examples"), "examples")
    groups = {key.value: (key, value) for key, value in pairs}
    for name, (key, _) in groups.items():
        if name not in SORTS:
            raise error_at(fields.path, key, f"unknown key {name!r} in examples.{near(name, SORTS)}")
    found: list[Example] = []
    for sort in SORTS:
        if sort not in groups:
            if sort != "missed":
                raise fields.wrong("examples", f"every rule needs at least one example under {sort!r}.")
            continue
        node = groups[sort][1]
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise error_at(fields.path, node, f"examples under {sort!r} must be a list with at least one entry.")
        found += [_read_example(fields.path, sort, item) for item in node.value]
    return found


def _read_example(path: Path, sort: str, node: yaml.Node) -> Example:
    blocks: list[tuple[str, str]] = []
    marks: list[Marked] = []
    settings: list[tuple[str, Any]] = []
    for kind, text_node in _pieces(path, node, settings):
        text = scalar(path, text_node, f"the {kind} of an example")
        plain, found = _without_marks(text, len(blocks))
        blocks.append((kind, plain))
        marks += found
    if not blocks:
        raise error_at(path, node, "this example holds no text.")
    if bool(marks) == (sort == "pass"):
        message = (
            "marks nothing: put << and >> around the place." if sort != "pass" else "marks a place: take << >> out."
        )
        raise error_at(path, node, f"an example under {sort!r} {message}")
    place = Place(str(path), node.start_mark.line + 1, node.start_mark.column + 1)
    return Example(sort, tuple(blocks), tuple(marks), tuple(settings), place)


def _pieces(path: Path, node: yaml.Node, settings: list[tuple[str, Any]]) -> list[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.ScalarNode):
        return [("body", node)]
    if isinstance(node, yaml.SequenceNode):
        return [piece for item in node.value for piece in _pieces(path, item, settings)]
    pieces: list[tuple[str, yaml.Node]] = []
    for key, value in entries(path, node, "an example"):
        if key.value == "with":
            settings += _read_settings(path, value)
        elif key.value in ALL_KINDS:
            pieces.append((key.value, value))
        else:
            known = ("with", *ALL_KINDS)
            raise error_at(path, key, f"{key.value!r} is no kind of block.{near(key.value, known)}")
    return pieces


def _read_settings(path: Path, node: yaml.Node) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for key, value in entries(path, node, "with"):
        if key.value not in _SETTINGS:
            raise error_at(path, key, f"{key.value!r} is no setting of an example.{near(key.value, _SETTINGS)}")
        text = scalar(path, value, key.value)
        if text not in VARIANTS:
            raise error_at(path, value, f"variant must be one of {', '.join(VARIANTS)}.{near(text, VARIANTS)}")
        found.append((key.value, text))
    return found


def _without_marks(text: str, block: int) -> tuple[str, list[Marked]]:
    plain, marks, last = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        start = len(plain)
        plain += match.group(1)
        marks.append(Marked(block, start, len(plain), match.group(2)))
        last = match.end()
    return plain + text[last:], marks
