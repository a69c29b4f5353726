"""editlint check."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence

import click

from editlint.cli.options import paint_for, reading_options
from editlint.cli.sources import Rulebook, read, targets
from editlint.discovery import Target, Unread
from editlint.engine import lint
from editlint.errors import EditlintError
from editlint.finding import SEVERITIES, Failure, Result
from editlint.parsing import format_of
from editlint.reporters.colour import Paint

__all__ = ["check"]

_COULD_NOT, _FOUND, _CLEAN = 2, 1, 0


@click.command(
    epilog="""\b
Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 something could not be done.
\b
Examples:
  editlint check                          all articles below this folder
  editlint check story.md photo-essay.txt
  editlint check --fail-on error archive/
  cat story.txt | editlint check --stdin-filename desk/story.txt -
"""
)
@reading_options
@click.option("-f", "--format", "form", type=click.Choice(["text", "line", "json"]), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice([*reversed(SEVERITIES), "never"]),
    default="warning",
    show_default=True,
    help="The mildest severity that makes the exit code 1.",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found (2 stays 2).")
@click.option("--select", multiple=True, metavar="RULE|PACK", help="Switch a rule or pack on; may be repeated.")
@click.option("--ignore", multiple=True, metavar="RULE|PACK", help="Switch a rule or pack off; may be repeated.")
@click.option("--no-cache", is_flag=True, help="Read and write no cache of results (none is kept yet).")
def check(
    paths: Sequence[str],
    stdin_filename: str | None,
    encoding: str,
    config: str | None,
    isolated: bool,
    force_exclude: bool,
    color: str,
    form: str,
    fail_on: str,
    exit_zero: bool,
    select: Sequence[str],
    ignore: Sequence[str],
    **_: bool,
) -> int:
    """Check articles: files, folders, or - for standard input."""
    book = Rulebook(config, isolated, select, ignore)
    paint = paint_for(color)
    progress = _Progress()
    kept: list[Result] = []
    tallies: list[tuple[int, dict[str, int]]] = []
    said: set[str] = set()
    unread = 0
    for target in targets(paths, book, stdin_filename, force_exclude):
        result = _result(target, book, encoding)
        if result.source is None:
            unread += 1
        else:
            tallies.append((len(result.findings), Counter(finding.severity for finding in result.findings)))
        progress.clear()
        for failure in result.failures:
            _say(failure, result, said)
        if form == "json":
            kept.append(result)
        else:
            sys.stdout.write(_shown(result, form, paint))
        progress.show(len(tallies) + unread)
    progress.clear()
    if form == "json":
        from editlint.reporters.plain_data import check_json

        sys.stdout.write(check_json(kept))
    elif form == "text":
        from editlint.reporters.grouped import closing

        sys.stdout.write(closing(tallies, paint, unread))
    return _exit_code(tallies, fail_on, exit_zero, bool(said))


def _shown(result: Result, form: str, paint: Paint) -> str:
    if form == "line":
        from editlint.reporters.line import line

        return line(result)
    from editlint.reporters.grouped import grouped

    return grouped(result, paint)


def _result(target: Target | Unread, book: Rulebook, encoding: str) -> Result:
    format = format_of(target.name)
    if isinstance(target, Unread):
        return Result(target.name, format, None, (), (Failure(str(target.error)),))
    try:
        ruleset = book.rules(book.settings(target.path.parent))
        return lint(read(target, encoding), ruleset, format)
    except EditlintError as error:
        return Result(target.name, format, None, (), (Failure(str(error)),))


def _say(failure: Failure, result: Result, said: set[str]) -> None:
    """Tell a failure on standard error, once where several files share it (a broken config)."""
    message = failure.message if result.source is None else f"{result.path}: {failure.message}"
    if message not in said:
        click.echo(f"editlint: {message}", err=True)
    said.add(message)


def _exit_code(tallies: Sequence[tuple[int, dict[str, int]]], fail_on: str, exit_zero: bool, failed: bool) -> int:
    if failed:
        return _COULD_NOT
    if exit_zero or fail_on == "never":
        return _CLEAN
    grave = SEVERITIES[SEVERITIES.index(fail_on) :]
    return _FOUND if any(by.get(severity) for _, by in tallies for severity in grave) else _CLEAN


class _Progress:
    """How many files are done, on a terminal's standard error, once work has taken longer than a second."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._started = time.monotonic()
        self._shown = False

    def show(self, done: int) -> None:
        """Say how many are done."""
        if self._on and time.monotonic() - self._started > 1:
            sys.stderr.write(f"\r{done} files checked …")
            sys.stderr.flush()
            self._shown = True

    def clear(self) -> None:
        """Take the line away, so that something else can stand there."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False
