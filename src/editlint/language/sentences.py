"""Where sentences begin and end."""

from __future__ import annotations

import sentencex

__all__ = ["sentences"]


def sentences(text: str) -> list[tuple[int, int]]:
    """Half-open places of the sentences of a paragraph, without the white space around them.

    sentencex (Wikimedia) knows "Mr.", "U.S." and initials; see docs/architecture.md for the choice.
    """
    found = []
    for boundary in sentencex.get_sentence_boundaries("en", text):
        start, end = boundary["start_index"], boundary["end_index"]
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start < end:
            found.append((start, end))
    return found
