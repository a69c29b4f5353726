"""--format line: one finding a line, as compilers print them."""

from __future__ import annotations

from editlint.finding import Result

__all__ = ["line"]


def line(result: Result) -> str:
    """`path:line:column: severity: message [rule]` for each finding; the column in code points."""
    source = result.source
    if source is None:
        return ""
    rows = []
    for finding in result.findings:
        at = source.position(finding.span.start)
        message = " ".join(finding.message.split())
        rows.append(f"{result.path}:{at.line}:{at.column}: {finding.severity}: {message} [{finding.rule}]\n")
    return "".join(rows)
