"""What a check yields, what a reader gets, and what went wrong on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from editlint.document import Edit
from editlint.text import Source, Span

__all__ = ["SEVERITIES", "Failure", "Finding", "Fix", "Match", "Related", "Result"]

# From the mildest to the gravest.
SEVERITIES = ("suggestion", "warning", "error")

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a check points at; it knows no rule.

    `values` fill the placeholders of the rule's message. `edit` puts the first suggestion in place,
    where that can be done without crossing markup. Matches of one `entry` are one fault in a text
    for rules that report only the first.
    """

    span: Span
    kind: str
    quoted: bool
    values: Mapping[str, str] = field(default_factory=lambda: _NONE)
    suggestions: tuple[str, ...] = ()
    edit: Edit | None = None
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding; safe ones can't change what the text says."""

    safe: bool
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding."""

    span: Span
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: where, what, why it is one (by its rule) and what to do instead."""

    rule: str
    category: str
    severity: str
    message: str
    span: Span
    text: str
    block: str
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be done for a file; no finding, and never silent."""

    message: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """All that came of checking one file; `source` is None when it could not be read."""

    path: str
    format: str
    source: Source | None
    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
