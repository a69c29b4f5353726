"""--format json: the objects that other programs read. The keys are a promise (docs/json.md)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from editlint import __version__
from editlint.document import Block, Document, Part
from editlint.finding import SEVERITIES, Failure, Finding, Result
from editlint.text import Source, Span

__all__ = ["check_json", "outline_json"]

_VERSION = 1
_SURROGATE = re.compile("[\ud800-\udfff]")


def check_json(results: Iterable[Result]) -> str:
    """The one object of `check --format json`."""
    files = [_file(result) for result in results]
    found = [finding["severity"] for file in files for finding in file["findings"]]
    summary = {"files": len(files)} | {f"{name}s": found.count(name) for name in reversed(SEVERITIES)}
    tool = {"name": "editlint", "version": __version__}
    return _dump({"version": _VERSION, "tool": tool, "files": files, "summary": summary})


def outline_json(documents: Iterable[tuple[str, Document | Failure]]) -> str:
    """The one object of `outline --format json`."""
    files = [
        {
            "path": path,
            "blocks": [],
            "quotes": [],
            "failures": [{"rule": document.rule, "message": document.message}],
        }
        if isinstance(document, Failure)
        else {"path": path, **_outline(document)}
        for path, document in documents
    ]
    return _dump({"version": _VERSION, "files": files})


def _dump(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
    # A file name that is not UTF-8 holds lone surrogates: escaped, the output is UTF-8 and the name comes back whole.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _file(result: Result) -> dict[str, Any]:
    return {
        "path": result.path,
        "format": result.format,
        "findings": [_finding(finding, result.source) for finding in result.findings] if result.source else [],
        "failures": [{"rule": failure.rule, "message": failure.message} for failure in result.failures],
    }


def _finding(finding: Finding, source: Source) -> dict[str, Any]:
    start, end = source.position(finding.span.start), source.position(finding.span.end)
    fix = finding.fix
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "message": finding.message,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        **_extent(finding.span),
        "text": finding.text,
        "suggestions": list(finding.suggestions),
        "fix": fix
        and {
            "safe": fix.safe,
            "edits": [{**_extent(edit.span), "replacement": edit.replacement} for edit in fix.edits],
        },
        "related": [
            {**_place(source, related.span), "text": related.text, "message": related.message}
            for related in finding.related
        ],
        "block": finding.block,
    }


def _outline(document: Document) -> dict[str, Any]:
    source = document.source
    return {
        "format": document.format,
        "blocks": [_block(block, source) for block in document.blocks],
        "quotes": [
            {
                **_extent(block.span(*quote)),
                "text": source.slice(block.span(*quote)),
                "speaker": None,
                "cue": None,
            }
            for block in document.blocks
            if block.kind != "quote"
            for quote in block.quotations
        ],
        "failures": [{"rule": None, "message": problem} for problem in document.problems],
    }


def _block(block: Block, source: Source) -> dict[str, Any]:
    span = block.span(0, len(block.text))
    return {
        "kind": block.kind,
        "line": source.position(span.start).line,
        "end_line": source.position(span.end).line,
        **_extent(span),
        "text": source.slice(span),
        "parts": [_part(block, part, source) for part in block.parts],
    }


def _part(block: Block, part: Part, source: Source) -> dict[str, Any]:
    span = block.span(part.start, part.end)
    return {"kind": part.kind, **_place(source, span), "text": source.slice(span)}


def _place(source: Source, span: Span) -> dict[str, int]:
    line, column = source.position(span.start)
    return {"line": line, "column": column, **_extent(span)}


def _extent(span: Span) -> dict[str, int]:
    return {"offset": span.start, "length": span.end - span.start}
