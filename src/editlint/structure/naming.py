"""What each line of flat text is. A first pass by rules; the evidence of a whole text comes with the model."""

from __future__ import annotations

from dataclasses import replace

from editlint import language
from editlint.document import Block, Document, Part
from editlint.structure.credits import find_credit
from editlint.structure.desk import Desk

__all__ = ["name_blocks"]

_STOPS = (".", "!", "?", "…", ":", ";", ",")
_CLOSERS = "\"'”’»)]"
# In words. Medians and tails of captions and paragraphs on news pages, rounded (docs/architecture.md).
_HEADLINE_MOST = 25
_BYLINE_MOST = 8
_SUBHEADING_MOST = 12
_CAPTION_MOST = 60
_BODY_LEAST = 25


def name_blocks(document: Document, desk: Desk) -> Document:
    """The document with the kind of each flat block, and the credits in captions.

    Blocks of markup keep the kind that the markup gave them.
    """
    if document.format != "text":
        return replace(document, blocks=tuple(_with_credit(block, desk) for block in document.blocks))
    named: list[Block] = []
    for index, block in enumerate(document.blocks):
        named.append(_named(block, index, named, desk))
    return replace(document, blocks=tuple(named))


def _with_credit(block: Block, desk: Desk) -> Block:
    if block.kind not in ("caption", "credit") or block.parts:
        return block
    credit = find_credit(block.text, desk)
    return block.named(block.kind, (credit,)) if credit else block


def _named(block: Block, index: int, before: list[Block], desk: Desk) -> Block:
    text = block.text
    size = len(text.split())
    in_head = not any(b.kind == "body" for b in before)
    kind = "body"
    parts: tuple[Part, ...] = ()
    if size <= _CAPTION_MOST and desk.is_line_of("boilerplate", block):
        kind = "boilerplate"
    elif size <= 2 * _BYLINE_MOST and desk.is_line_of("timestamp", block):
        kind = "timestamp"
    elif size <= 3 * _BYLINE_MOST and desk.is_line_of("byline", block):
        kind = "byline"
    elif size <= _CAPTION_MOST and (credit := find_credit(text, desk)):
        parts = (credit,)
        kind = "caption" if credit.start else "credit"
    elif _is_closed(text) and not (in_head and index == 0 and size <= _HEADLINE_MOST and text[-1] in "?!"):
        kind = "body"
    elif in_head and not any(b.kind == "headline" for b in before) and size <= _HEADLINE_MOST:
        kind = "headline"
    elif in_head and size <= _BYLINE_MOST and _is_name(text):
        kind = "byline"
    elif size <= (_BODY_LEAST if in_head else _SUBHEADING_MOST):
        kind = "subheading"
    return block.named(kind, parts)


def _is_closed(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_STOPS)


def _is_name(text: str) -> bool:
    words = language.WORD.findall(text)
    return 2 <= len(words) <= 4 and all(word[:1].isupper() for word in words)
