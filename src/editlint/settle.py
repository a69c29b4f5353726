"""From what the rules found to what is reported: list to list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from editlint import language
from editlint.finding import Finding, Related
from editlint.ruleset import RuleSet
from editlint.text import Source, Span

__all__ = ["settle"]


def settle(findings: Iterable[Finding], ruleset: RuleSet, source: Source) -> list[Finding]:
    """Leave out what the desk accepts and what is said twice, gather what is one fault in a text, and order."""
    ordered = sorted(findings, key=lambda f: (f.span.start, f.span.end, f.rule))
    return _gathered(_once(_outermost([f for f in ordered if not _is_accepted(f, ruleset, source)])))


def _is_accepted(finding: Finding, ruleset: RuleSet, source: Source) -> bool:
    """Accepted words clear spelling of any kind and house choices; never a fault of structure or of a source."""
    if finding.category not in ("spelling", "names", "consistency", "style", "grammar"):
        return False
    found = language.fold(finding.text)
    return found in ruleset.accepted or any(
        found in phrase and _stands_in(finding.span, phrase, source) for phrase in ruleset.accepted
    )


def _stands_in(span: Span, phrase: str, source: Source) -> bool:
    """Whether the place is part of the accepted phrase: "Khazakstan" in "Khazakstan Street"."""
    start = max(0, span.start - len(phrase))
    around = source.text[start : span.end + len(phrase)]
    parts = rf"\b{re.escape(phrase)}\b".replace(r"\ ", r"\s+").replace("'", "['’]")
    return any(
        start + match.start() <= span.start and span.end <= start + match.end()
        for match in re.finditer(parts, around, re.IGNORECASE)
    )


def _outermost(findings: list[Finding]) -> list[Finding]:
    """Without what a rule finds inside a longer finding of its own: "regard to" in "in regard to"."""
    ends: dict[str, int] = {}
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.span.start, -f.span.end)):
        if finding.span.end > ends.get(finding.rule, -1) or finding.span.start == finding.span.end:
            kept.append(finding)
            ends[finding.rule] = finding.span.end
    return kept


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Two rules that say the same of the same words are one finding, the graver; the first where they are alike."""
    kept: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        key: tuple[object, ...] = (finding.span, finding.suggestions)
        if not finding.suggestions:
            key = (finding.span, finding.rule)
        other = kept.get(key)
        if other is None or (other.severity != "error" and finding.severity == "error"):
            kept[key] = finding
    return sorted(kept.values(), key=lambda f: (f.span.start, f.span.end, f.rule))


def _gathered(findings: list[Finding]) -> list[Finding]:
    """Findings of one entry become one, on the first place, with the others in `related`."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    settled: list[Finding | tuple[str, str]] = []
    for finding in findings:
        if not finding.entry:
            settled.append(finding)
            continue
        key = (finding.rule, finding.entry)
        if key not in groups:
            settled.append(key)
        groups.setdefault(key, []).append(finding)
    return [item if isinstance(item, Finding) else _first_of(groups[item]) for item in settled]


def _first_of(group: list[Finding]) -> Finding:
    first, *others = group
    related = tuple(Related(f.span, f.text, "here too") for f in others)
    return replace(first, related=related)
