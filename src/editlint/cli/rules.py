"""editlint rules."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from editlint.cli.sources import Rulebook
from editlint.rule import Rule

__all__ = ["rules"]


@click.command()
@click.option("--config", metavar="FILE", help="Use this config file, and no other.")
@click.option("--isolated", is_flag=True, help="Use no config file.")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def rules(config: str | None, isolated: bool, form: str) -> int:
    """List all rules, and which of them hold in this folder."""
    book = Rulebook(config, isolated)
    ruleset = book.rules(book.settings(Path.cwd()))
    listed = sorted(ruleset.rules(), key=lambda rule: rule.id)
    if form == "json":
        rows = [{**asdict(rule), "active": rule.id in ruleset.active} for rule in listed]
        sys.stdout.write(json.dumps({"version": 1, "rules": rows}, ensure_ascii=False, indent=1) + "\n")
        return 0
    width = max(len(rule.id) for rule in listed)
    for rule in listed:
        sys.stdout.write(_row(rule, width, rule.id in ruleset.active))
    return 0


def _row(rule: Rule, width: int, on: bool) -> str:
    return f"{'on ' if on else 'off'}  {rule.id:<{width}}  {rule.severity:<10}  {rule.category}\n"
