"""editlint explain."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from editlint.cli.packs import folders, sources
from editlint.cli.sources import Rulebook
from editlint.errors import UsageError, near
from editlint.pack.compiling import RuleSource
from editlint.rule import SCOPES, Example

__all__ = ["explain"]


@click.command()
@click.argument("rule")
@click.option("--config", metavar="FILE", help="Use this config file, and no other.")
@click.option("--isolated", is_flag=True, help="Use no config file.")
def explain(rule: str, config: str | None, isolated: bool) -> int:
    """Say what a rule looks for, why, and show its examples."""
    book = Rulebook(config, isolated)
    settings = book.settings(Path.cwd())
    known = {source.rule.id: source for folder in folders(settings) for source in sources(folder)}
    short = [name for name in known if name.partition("/")[2] == rule]
    if rule not in known and len(short) != 1:
        raise UsageError(f"there is no rule {rule!r}.{near(rule, known)} `editlint rules` lists them.")
    source = known.get(rule) or known[short[0]]
    on = source.rule.id in book.rules(settings).active
    sys.stdout.write("\n".join(_page(source, on)) + "\n")
    return 0


def _page(source: RuleSource, on: bool) -> Iterator[str]:
    rule = source.rule
    scope = (
        "all" if rule.scope == SCOPES["all"] else "prose" if rule.scope == SCOPES["prose"] else ", ".join(rule.scope)
    )
    quotes = {
        "skip": "not inside quotations",
        "check": "inside quotations too",
        "only": "only inside quotations",
    }
    yield rule.id
    yield f"  {rule.severity}, {rule.category}, {'on' if on else 'off'} here"
    yield f"  looks in: {scope}; {quotes[rule.quotes]}"
    if rule.report == "first":
        yield "  one finding a text, on the first place"
    if rule.variants:
        yield f"  only where the variant is {', '.join(rule.variants)}"
    yield ""
    yield f"  {rule.message}"
    yield ""
    yield f"  {source.why}"
    for sort, title in (("flag", "Marked:"), ("pass", "Left alone:"), ("missed", "Known to be missed:")):
        shown = [example for example in source.examples if example.sort == sort]
        if shown:
            yield ""
            yield f"  {title}"
            yield from (f"    {line}" for example in shown for line in _example(example))
    yield ""
    yield f"  {source.place}"


def _example(example: Example) -> Iterator[str]:
    for number, (kind, text) in enumerate(example.blocks):
        label = "" if kind == "body" and len(example.blocks) == 1 else f"[{kind}] "
        bullet = "- " if number == 0 else "  "
        shown = text
        for mark in reversed([mark for mark in example.marks if mark.block == number]):
            better = "" if mark.better is None else f" → {mark.better or '(nothing)'}"
            shown = f"{shown[: mark.start]}«{shown[mark.start : mark.end]}{better}»{shown[mark.end :]}"
        yield f"{bullet}{label}{shown}"
