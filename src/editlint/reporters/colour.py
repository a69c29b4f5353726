"""Colour for terminals."""

from __future__ import annotations

__all__ = ["Paint"]

_CODES = {
    "error": "31",
    "warning": "33",
    "suggestion": "36",
    "bold": "1",
    "faint": "2",
    "mark": "1;31",
}


class Paint:
    """Colours text, or leaves it as it is."""

    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, text: str, style: str) -> str:
        """The text in that style."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self._on else text
