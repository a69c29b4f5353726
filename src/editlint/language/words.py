"""What a word is."""

from __future__ import annotations

import re

__all__ = ["TOKEN", "WORD", "count_words", "fold", "sought_letters", "sought_words", "tokens_suffice"]

# What rules are looked up by: letters, digits, combining marks. Apostrophes and hyphens part tokens, so
# that "Khazakstan's" and "Khazakstan-born" are found where the plain name is; the underscore joins them,
# so that file_names stay one.
TOKEN = re.compile(r"[\w\u0300-\u036f]+")

# What a reader counts as a word: "don't" and "well-known" are one each, figures are none.
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


# Letters around which `\w+` and TOKEN differ, or which are alike without case though they fold to others.
_ODD = re.compile("[ıİ\u0300-\u036f]")


def fold(word: str) -> str:
    """The form under which words are compared: without case, with one kind of apostrophe."""
    return word.casefold().replace("’", "'")


def count_words(text: str) -> int:
    """How many words a reader would count."""
    return len(WORD.findall(text))


def sought_letters(text: str) -> str:
    """The text in one form for all that regular expressions take for one another when they ignore case.

    That is casefold, letter by letter, but for I: to `re`, i is also ı and İ (which folds to i with a dot).
    """
    return text.casefold().replace("ı", "i").replace("\u0307", "")


def sought_words(text: str) -> set[str]:
    r"""The words that `\b` sees in a text, in the form of `sought_letters`."""
    return {sought_letters(word) for word in re.findall(r"\w+", text)}


def tokens_suffice(text: str) -> bool:
    """Whether `sought_words` are the text's tokens, folded, as they are nearly everywhere."""
    return not _ODD.search(text)
