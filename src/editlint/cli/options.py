"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from editlint.cli.sources import known_encoding
from editlint.reporters.colour import Paint

__all__ = ["paint_for", "reading_options"]

_Decorated = Callable[..., Any]


def reading_options(command: _Decorated) -> _Decorated:
    """PATHS and how they are read."""
    for option in reversed(
        [
            click.argument("paths", nargs=-1, type=click.Path(allow_dash=True)),
            click.option("--stdin-filename", metavar="PATH", help="The name of what comes on standard input (-)."),
            click.option(
                "--encoding",
                default="utf-8",
                show_default=True,
                callback=known_encoding,
                help="How files without a byte order mark are encoded.",
            ),
            click.option("--config", metavar="FILE", help="Use this config file, and no other."),
            click.option("--isolated", is_flag=True, help="Use no config file."),
            click.option("--force-exclude", is_flag=True, help="Let excludes hold for files that are named, too."),
            click.option(
                "--color",
                type=click.Choice(["auto", "always", "never"]),
                default="auto",
                show_default=True,
                help="auto: on a terminal, unless NO_COLOR is set.",
            ),
        ]
    ):
        command = option(command)
    return command


def paint_for(color: str) -> Paint:
    """The paint for standard output."""
    if color == "auto":
        return Paint(sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    return Paint(color == "always")
