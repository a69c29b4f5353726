"""--format text: findings by file, each with its line and the place marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from editlint.finding import SEVERITIES, Finding, Result
from editlint.reporters.colour import Paint
from editlint.text import Source, Span

__all__ = ["closing", "grouped"]

# Columns of a terminal: how much of a long line is shown, and how much of it before the place.
_WIDTH, _BEFORE = 100, 40


def grouped(result: Result, paint: Paint) -> str:
    """All findings of one file; '' when there are none."""
    source = result.source
    if source is None or not result.findings:
        return ""
    lines = [paint(result.path, "bold")]
    for finding in result.findings:
        lines += _said(finding, source, paint)
    return "\n".join([*lines, "", ""])


def closing(results: Sequence[tuple[int, dict[str, int]]], paint: Paint, unread: int = 0) -> str:
    """The last line: what was found in how many files, from (findings, by severity) of each file that was read."""
    counts = dict.fromkeys(reversed(SEVERITIES), 0)
    for _, by in results:
        for severity, number in by.items():
            counts[severity] += number
    total = sum(counts.values())
    files = f"{len(results)} file{'s' if len(results) != 1 else ''}"
    left = f"; {unread} could not be checked" if unread else ""
    if not total:
        return f"Nothing to mark in {files}{left}.\n"
    parts = [
        paint(f"{number} {severity}{'s' if number != 1 else ''}", severity)
        for severity, number in counts.items()
        if number
    ]
    marked = sum(1 for number, _ in results if number)
    return f"{', '.join(parts)} in {marked} of {files}{left}.\n"


def _said(finding: Finding, source: Source, paint: Paint) -> Iterator[str]:
    line, column = source.position(finding.span.start)
    place = f"{line}:{column}"
    severity = paint(f"{finding.severity:<10}", finding.severity)
    yield f"  {place:>7}  {severity} {finding.message}  {paint(finding.rule, 'faint')}"
    shown, mark = _excerpt(source, finding.span)
    yield f"           {paint('|', 'faint')} {shown}"
    yield f"           {paint('|', 'faint')} {paint(mark, 'mark')}"
    if finding.related:
        places = [source.position(related.span.start) for related in finding.related]
        listed = ", ".join(f"{p.line}:{p.column}" for p in places[:8])
        more = f" and {len(places) - 8} more" if len(places) > 8 else ""
        yield f"           {paint('|', 'faint')} also at {listed}{more}"


def _excerpt(source: Source, span: Span) -> tuple[str, str]:
    """The line around the place, cut at both ends where it is long, and marks under the place."""
    line = source.line(source.position(span.start).line)
    end = max(min(span.end, line.end), span.start)
    begin = max(line.start, span.start - _BEFORE)
    stop = min(line.end, begin + _WIDTH)
    before, inside, after = (
        _shown(source.text[a:b]) for a, b in ((begin, span.start), (span.start, min(end, stop)), (min(end, stop), stop))
    )
    lead = "…" if begin > line.start else ""
    trail = "…" if stop < line.end else ""
    mark = " " * _columns(lead + before) + "^" * max(1, _columns(inside))
    return f"{lead}{before}{inside}{after}{trail}", mark


def _shown(text: str) -> str:
    """The text with what a terminal would act on, or not show, made plain."""
    return "".join(_visible(char) for char in text)


def _visible(char: str) -> str:
    if char == "\t":
        return " "
    if char in "\u200d\ufe0f":
        return char
    category = unicodedata.category(char)
    if category in ("Cc", "Cf", "Zl", "Zp"):
        return "·"
    return " " if category == "Zs" else char


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes: wide letters two, combining marks none."""
    return sum(
        0 if unicodedata.combining(char) or char in "\u200d\ufe0f" else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )
