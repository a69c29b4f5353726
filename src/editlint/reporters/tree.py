"""outline --format text: what each block was taken for, at a glance."""

from __future__ import annotations

from editlint.document import Document
from editlint.reporters.colour import Paint

__all__ = ["tree"]

_WIDTH = 78


def tree(document: Document, paint: Paint) -> str:
    """One row a block: its line, its kind, how it begins; the parts below it."""
    source = document.source
    rows = [paint(source.name, "bold")]
    for block in document.blocks:
        span = block.span(0, len(block.text))
        text = block.text if len(block.text) <= _WIDTH else block.text[: _WIDTH - 1] + "…"
        rows.append(f"  {source.position(span.start).line:>5}  {paint(f'{block.kind:<12}', 'suggestion')} {text}")
        for part in block.parts:
            at = source.position(block.span(part.start, part.end).start)
            words = block.text[part.start : part.end]
            rows.append(f"         {paint(f'└ {part.kind:<10}', 'faint')} {words}  ({at.line}:{at.column})")
    return "\n".join(rows) + "\n\n"
