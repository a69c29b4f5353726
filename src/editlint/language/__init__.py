"""Words, sentences, quotations, expressions: pure functions of a text, in its own code points; no markup is known."""

from editlint.language.expression import Expression, Gate, compile_row, expression_flags
from editlint.language.quotations import quotations
from editlint.language.sentences import sentences
from editlint.language.words import TOKEN, WORD, count_words, fold, sought_letters, sought_words, tokens_suffice

__all__ = [
    "TOKEN",
    "WORD",
    "Expression",
    "Gate",
    "compile_row",
    "count_words",
    "expression_flags",
    "fold",
    "quotations",
    "sentences",
    "sought_letters",
    "sought_words",
    "tokens_suffice",
]
