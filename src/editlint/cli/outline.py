"""editlint outline."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from editlint import engine
from editlint.cli.options import paint_for, reading_options
from editlint.cli.sources import Rulebook, read, targets
from editlint.discovery import Target, Unread
from editlint.document import Document
from editlint.errors import EditlintError
from editlint.finding import Failure
from editlint.parsing import format_of
from editlint.reporters.plain_data import outline_json
from editlint.reporters.tree import tree

__all__ = ["outline"]


@click.command(
    epilog="""\b
Examples:
  editlint outline story.txt
  editlint outline --format json story.md
"""
)
@reading_options
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def outline(
    paths: Sequence[str],
    stdin_filename: str | None,
    encoding: str,
    config: str | None,
    isolated: bool,
    force_exclude: bool,
    color: str,
    form: str,
) -> int:
    """Show what each part of an article is taken for: headline, byline, caption, credit, body."""
    book = Rulebook(config, isolated)
    paint = paint_for(color)
    kept: list[tuple[str, Document | Failure]] = []
    failed = False
    for target in targets(paths, book, stdin_filename, force_exclude):
        document = _document(target, book, encoding)
        problems = [document.message] if isinstance(document, Failure) else document.problems
        for problem in problems:
            failed = True
            click.echo(f"editlint: {problem}", err=True)
        if form == "json":
            kept.append((target.name, document))
        elif isinstance(document, Document):
            sys.stdout.write(tree(document, paint))
    if form == "json":
        sys.stdout.write(outline_json(kept))
    return 2 if failed else 0


def _document(target: Target | Unread, book: Rulebook, encoding: str) -> Document | Failure:
    if isinstance(target, Unread):
        return Failure(str(target.error))
    try:
        ruleset = book.rules(book.settings(target.path.parent))
        return engine.outline(read(target, encoding), ruleset, format_of(target.name))
    except EditlintError as error:
        return Failure(str(error))
    except Exception as error:
        return Failure(f"{target.name}: editlint itself failed: {type(error).__name__}: {error}. Please report this.")
