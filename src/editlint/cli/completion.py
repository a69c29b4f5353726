"""editlint completion."""

from __future__ import annotations

import sys

import click
from click.shell_completion import get_completion_class

__all__ = ["completion"]


@click.command(
    epilog="""\b
Examples:
  editlint completion bash >> ~/.bashrc
  editlint completion zsh  >> ~/.zshrc
  editlint completion fish > ~/.config/fish/completions/editlint.fish
"""
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """Print the script that completes editlint's commands and options in a shell."""
    from editlint.cli import editlint

    kind = get_completion_class(shell)
    assert kind is not None
    sys.stdout.write(kind(editlint, {}, "editlint", "_EDITLINT_COMPLETE").source())
    return 0
