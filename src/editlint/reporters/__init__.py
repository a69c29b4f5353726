"""Results to text, one file a format; none prints."""

from __future__ import annotations

from editlint.reporters.grouped import closing, grouped
from editlint.reporters.line import line
from editlint.reporters.plain_data import check_json, outline_json
from editlint.reporters.tree import tree

__all__ = ["check_json", "closing", "grouped", "line", "outline_json", "tree"]
