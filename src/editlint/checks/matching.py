"""How a check says where something stands, so that none can get a place or a quotation wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from editlint.document import Block
from editlint.finding import Match

__all__ = ["match_at"]


def match_at(
    block: Block,
    start: int,
    end: int,
    suggestions: Sequence[str] = (),
    entry: str = "",
    values: Mapping[str, str] | None = None,
) -> Match:
    """The match of prose[start:end]; the first suggestion becomes its edit where that crosses no markup."""
    filled = {"found": block.text[start:end], "better": suggestions[0] if suggestions else ""}
    return Match(
        span=block.span(start, end),
        kind=block.kind_at(start, end),
        quoted=block.is_quoted(start, end),
        values={**filled, **(values or {})},
        suggestions=tuple(suggestions),
        edit=block.edit(start, end, suggestions[0]) if suggestions else None,
        entry=entry,
    )
