"""Every error that editlint raises on purpose: one tree, each with its exit code and a message to read aloud."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = ["ConfigError", "EditlintError", "PackError", "Place", "ReadError", "UsageError", "near"]


class Place:
    """Where in a file something went wrong; line and column count from 1, 0 is 'not known'."""

    __slots__ = ("column", "line", "path")

    def __init__(self, path: str, line: int = 0, column: int = 0) -> None:
        self.path, self.line, self.column = path, line, column

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


class EditlintError(Exception):
    """Something that editlint could not do; `str()` of it is the whole message for a person."""

    exit_code = 2

    def __init__(self, message: str, place: Place | None = None) -> None:
        super().__init__(message)
        self.message, self.place = message, place

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class UsageError(EditlintError):
    """The command line asks for something that does not exist or does not go together."""


class ReadError(EditlintError):
    """A file could not be read or decoded."""


class ConfigError(EditlintError):
    """A config file holds something that editlint does not understand."""


class PackError(EditlintError):
    """A pack of rules is not well formed."""


def near(name: str, known: Iterable[str]) -> str:
    """Return a closing sentence that names what was probably meant, or '' when nothing is near."""
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f" Did you mean {close[0]!r}?" if close else ""
