"""editlint prove."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from editlint.cli.packs import folders
from editlint.cli.sources import Rulebook
from editlint.errors import EditlintError, UsageError, near
from editlint.pack import available, load_default
from editlint.pack.compiling import compile_packs, read_rules
from editlint.proving import prove as prove_rule
from editlint.structure import Desk

__all__ = ["prove"]


@click.command(
    epilog="""\b
Exit codes: 0 every example holds; 1 some do not; 2 a pack is not well formed.
\b
Examples:
  editlint prove                every pack in use here
  editlint prove ./house-rules  a pack you are writing
"""
)
@click.argument("packs", nargs=-1)
def prove(packs: Sequence[str]) -> int:
    """Try rules on the examples that stand in them. PACKS are folders or names."""
    tried = wrong = 0
    failed = False
    desk = Desk.from_lists(load_default().lists)
    for folder in _chosen(packs):
        try:
            bundle = compile_packs([folder])
            for source in read_rules(folder):
                tried += len(source.examples)
                for disproof in prove_rule(source, bundle, desk):
                    wrong += 1
                    sys.stdout.write(f"{disproof.place}: {disproof.rule}: {disproof.message}\n")
        except EditlintError as error:
            failed = True
            click.echo(f"editlint: {error}", err=True)
    verdict = f"{wrong} of {tried} examples do not hold." if wrong else f"All {tried} examples hold."
    if tried or not failed:
        sys.stdout.write(verdict + "\n")
    return 2 if failed else int(wrong > 0)


def _chosen(packs: Sequence[str]) -> list[Path]:
    if not packs:
        book = Rulebook()
        return folders(book.settings(Path.cwd()))
    known = {folder.name: folder for folder in available()}
    chosen: list[Path] = []
    for name in packs:
        if Path(name).is_dir():
            chosen.append(Path(name).resolve())
        elif name in known:
            chosen.append(known[name])
        else:
            raise UsageError(f"there is no pack {name!r}: no such folder, and none of that name.{near(name, known)}")
    return chosen
