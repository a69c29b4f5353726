"""What a word is."""

from __future__ import annotations

import re

__all__ = ["TOKEN", "WORD", "count_words", "fold"]

# What rules are looked up by: letters, digits, combining marks. Apostrophes and hyphens part tokens, so
# that "Khazakstan's" and "Khazakstan-born" are found where the plain name is; the underscore joins them,
# so that file_names stay one.
TOKEN = re.compile(r"[\w\u0300-\u036f]+")

# What a reader counts as a word: "don't" and "well-known" are one each, figures are none.
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def fold(word: str) -> str:
    """The form under which words are compared: without case, with one kind of apostrophe."""
    return word.casefold().replace("’", "'")


def count_words(text: str) -> int:
    """How many words a reader would count."""
    return len(WORD.findall(text))
