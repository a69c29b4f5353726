"""pattern: a regular expression, for what plain words can't say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Literal

from editlint import language
from editlint.checks.matching import match_at
from editlint.document import Block, Document
from editlint.language import Expression, Gate
from editlint.rule import Fields, Hit, Plain

__all__ = ["Pattern"]


class Pattern:
    """Regular expressions, each run only where a literal that it needs stands."""

    name = "pattern"
    keys = ("pattern", "better", "case", "unless")

    def read(self, fields: Fields) -> Plain:
        """(rows of expressions, template of the suggestion or None, exceptions folded)."""
        ignore_case = fields.choice("case", ("ignore", "match"), "ignore") == "ignore"
        better = fields.text("better") if fields.has("better") else None
        rows = []
        for expression in fields.texts("pattern"):
            try:
                rows.append(language.compile_row(expression, ignore_case))
            except re.error as error:
                raise fields.wrong("pattern", f"not a regular expression: {error}.") from error
            compiled = re.compile(expression, language.expression_flags(ignore_case))
            if compiled.match(""):
                raise fields.wrong("pattern", "matches the empty text, so it would match everywhere.")
            try:
                (better or "").format(**dict.fromkeys(compiled.groupindex, ""))
            except (KeyError, IndexError, ValueError) as error:
                raise fields.wrong("better", f"names {error}, which is no group of the pattern.") from error
        unless = [language.fold(text) for text in fields.texts("unless", [])]
        return (rows, better, unless)

    def fills(self, data: Plain) -> Collection[str]:
        """The named groups that all of its expressions have."""
        groups = [re.compile(row[0], language.expression_flags(row[1])).groupindex for row in data[0]]
        return set.intersection(*(set(names) for names in groups))

    def compile(self, rules: Sequence[tuple[int, Plain]]) -> Plain:
        """One row an expression: (rule, suggestion, exceptions, the expression's own row)."""
        return [(number, better, unless, row) for number, (rows, better, unless) in rules for row in rows]

    def scanner(self, table: Plain) -> PatternScanner:
        """The scanner over the rows."""
        return PatternScanner(table)


class PatternScanner:
    """All patterns; a text pays only for those whose literals stand in it."""

    reads: Literal["text"] = "text"

    def __init__(self, rows: Sequence[Sequence[Any]]) -> None:
        self._rules = [(number, better, frozenset(unless)) for number, better, unless, _ in rows]
        self._gate = Gate({index: Expression(*row) for index, (_, _, _, row) in enumerate(rows)})

    def live(self, document: Document) -> Gate:
        """The gate to the expressions that can match somewhere in the document."""
        return self._gate.narrowed(document.vocabulary, document.folded)

    def in_block(self, block: Block, live: Gate) -> Iterator[Hit]:
        """What they match in the block."""
        for index, expression in live.open_to(block.vocabulary, block.folded):
            yield from _hits(block, expression.regex, *self._rules[index])


def _hits(
    block: Block, regex: re.Pattern[str], number: int, better: str | None, unless: frozenset[str]
) -> Iterator[Hit]:
    for match in regex.finditer(block.text):
        start, end = match.span("found") if "found" in regex.groupindex else match.span()
        if start < 0 or language.fold(block.text[start:end]) in unless:
            continue
        groups = {name: text or "" for name, text in match.groupdict().items()}
        suggestions = [] if better is None else [better.format(**groups)]
        yield Hit(number, match_at(block, start, end, suggestions, values=groups))
