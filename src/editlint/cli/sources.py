"""What the commands read: files and standard input, each with the settings and rules that hold for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from editlint.config import Settings, find_config, read_config
from editlint.discovery import Target, Unread, discover, not_read_yet
from editlint.errors import EditlintError, ReadError
from editlint.ruleset import RuleSet
from editlint.selection import rule_set
from editlint.text import Source, decode

__all__ = ["Rulebook", "Stdin", "known_encoding", "read", "targets"]


_T = TypeVar("_T")


class Stdin(Target):
    """Standard input, under the name it was given."""


class Rulebook:
    """Settings by folder and rule sets by settings, each worked out once."""

    def __init__(
        self,
        config: str | None = None,
        isolated: bool = False,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
    ) -> None:
        self._fixed = Settings() if isolated else read_config(Path(config)) if config else None
        self._select, self._ignore = tuple(select), tuple(ignore)
        self._by_folder: dict[Path, Settings | EditlintError] = {}
        self._by_settings: dict[Settings, RuleSet | EditlintError] = {}

    def settings(self, folder: Path) -> Settings:
        """The settings that hold in a folder; raises ConfigError each time it is asked, read once."""
        if self._fixed is not None:
            return self._fixed
        key = folder.resolve()
        if key not in self._by_folder:
            try:
                path = find_config(key)
                self._by_folder[key] = read_config(path) if path else Settings()
            except EditlintError as error:
                self._by_folder[key] = error
        return _value(self._by_folder[key])

    def excluding(self, folder: Path) -> Settings:
        """The settings for excludes: none where the config is broken, which is reported with each file."""
        try:
            return self.settings(folder)
        except EditlintError:
            return Settings()

    def rules(self, settings: Settings) -> RuleSet:
        """The rule set for settings; raises PackError, ConfigError or UsageError."""
        if settings not in self._by_settings:
            try:
                self._by_settings[settings] = rule_set(settings, self._select, self._ignore)
            except EditlintError as error:
                self._by_settings[settings] = error
        return _value(self._by_settings[settings])


def _value(held: _T | EditlintError) -> _T:
    if isinstance(held, EditlintError):
        raise held
    return held


def targets(
    paths: Sequence[str], book: Rulebook, stdin_filename: str | None, force_exclude: bool
) -> Iterator[Target | Unread]:
    """The files to read for the paths of a command line, `-` among them."""
    named = [path for path in paths if path != "-"]
    if "-" in paths:
        name = stdin_filename or "-"
        error = not_read_yet(name)
        yield Unread(name, error) if error else Stdin(name, Path(name))
    if named or not paths:
        yield from discover(named, book.excluding, force_exclude)


def read(target: Target, encoding: str) -> Source:
    """The decoded text of a target; raises ReadError."""
    try:
        return decode(target.name, _bytes(target), encoding)
    except PermissionError as error:
        raise ReadError(f"{target.name}: you may not read it; check its permissions.") from error
    except OSError as error:
        raise ReadError(f"{target.name}: {error.strerror}.") from error
    except UnicodeError as error:  # codecs of the odder kind name no byte
        raise ReadError(f"{target.name}: this is not {encoding.upper()}: {error}.") from error


def _bytes(target: Target) -> bytes:
    if not isinstance(target, Stdin):
        return target.path.read_bytes()
    if sys.stdin is None:
        raise ReadError(f"{target.name}: standard input is closed.")
    return sys.stdin.buffer.read()


def known_encoding(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """The encoding's own name; a message where Python knows none of that name."""
    import codecs

    try:
        name = codecs.lookup(value).name
        b"\n".decode(name)  # "hex" and its like have a name, but make no text
    except UnicodeDecodeError:
        pass  # it does make text, of other bytes
    except (LookupError, UnicodeError):
        raise click.BadParameter(f"there is no encoding {value!r}; try utf-8 or latin-1.", ctx, param) from None
    return name
