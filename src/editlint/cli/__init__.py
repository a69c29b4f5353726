"""The command line: the only room that prints or exits. Each command is imported when it is called."""

from __future__ import annotations

import importlib
import os
import sys
from typing import NoReturn

import click

from editlint import __version__
from editlint.errors import EditlintError

__all__ = ["main"]

_INTERRUPTED = 130
_CLOSED_PIPE = 141

_EXAMPLES = """\b
Examples:
  editlint check article.txt             one article
  editlint check articles/ --format json a folder, for programs
  pbpaste | editlint check -             what is in the clipboard
  editlint outline article.txt           what each line is taken for
  editlint explain captions/glued-credit why a rule fired, with examples
"""


class _ClosedPipeError(Exception):
    """Whoever reads what is printed has enough. Not an OSError: click would end with 1, which says "found"."""


class _Commands(click.Group):
    """Knows its commands by name, so that `check` doesn't pay for the import of the others."""

    names = ("check", "outline", "rules", "explain", "prove", "completion")

    def list_commands(self, _: click.Context) -> list[str]:
        """The commands in the order of help."""
        return list(self.names)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; a near one is named by click where there is none."""
        if cmd_name not in self.names:
            return None
        command = getattr(importlib.import_module(f"editlint.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """As click does it, and all that was printed is out before the exit code is settled."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise _ClosedPipeError from error
        return code

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with a near name, and with a hint where a path was meant."""
        from editlint.errors import near

        name = args[0]
        if name not in self.names:
            hint = near(name, self.names)
            if not hint and os.path.exists(name):  # noqa: PTH110
                hint = f" Did you mean `editlint check {name}`?"
            raise click.UsageError(f"There is no command {name!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="editlint", message="%(prog)s %(version)s")
def editlint() -> None:
    """Read article text as a copy desk does, and say what an editor would mark."""


def main() -> NoReturn:
    """Run the command line and exit: 0, 1 or 2 as docs/architecture.md says."""
    _open_streams()
    try:
        code = editlint.main(prog_name="editlint", standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except EditlintError as error:
        click.echo(f"editlint: {error}", err=True)
        code = error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("editlint: interrupted.", err=True)
        code = _INTERRUPTED
    except _ClosedPipeError:
        # Nothing is left to say, not even when Python flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = _CLOSED_PIPE
    sys.exit(code)


def _open_streams() -> None:
    """Output is UTF-8 whatever the locale says; file names that are not come out byte for byte."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started the program: what is said goes nowhere
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        else:
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
