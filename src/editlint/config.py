"""editlint.toml, .editlint.toml or [tool.editlint]: what a desk has settled, nearest to each file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from editlint.errors import ConfigError, Place, near
from editlint.rule import VARIANTS

__all__ = ["NAMES", "Settings", "find_config", "read_config"]

NAMES = ("editlint.toml", ".editlint.toml", "pyproject.toml")


@dataclass(frozen=True)
class Settings:
    """The keys of a config file; `path` is the file (None: nothing is set), relative paths start from `root`."""

    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    variant: str = ""
    style: str = ""
    exclude: tuple[str, ...] = ()
    path: Path | None = field(default=None, metadata={"key": False})

    @property
    def root(self) -> Path:
        """The folder that relative paths and excludes start from."""
        return self.path.parent if self.path else Path.cwd()

    def wrong(self, key: str, value: str, message: str) -> ConfigError:
        """The error to raise about a value of a key, with the line it stands on."""
        if self.path is None:
            return ConfigError(message)
        text = self.path.read_text(encoding="utf-8", errors="replace")
        return ConfigError(message, Place(str(self.path), _line_of(text, key, value)))


def find_config(folder: Path) -> Path | None:
    """The nearest config file from a folder upwards; a pyproject.toml without [tool.editlint] is none."""
    for place in (folder, *folder.parents):
        for name in NAMES:
            path = place / name
            if _is_there(path) and (name != "pyproject.toml" or _has_table(path)):
                return path
    return None


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder that may not be looked into, a name too long: nothing that could be read
        return False


def read_config(path: Path) -> Settings:
    """The settings in a config file; raises ConfigError with file, line and a near name."""
    text, data = _parsed(path)
    if path.name == "pyproject.toml":
        data = _table(data)
        if not isinstance(data, dict):
            place = Place(str(path), _line_of(text, "editlint"))
            raise ConfigError("tool.editlint must be a table: [tool.editlint].", place)
    known = [f.name for f in fields(Settings) if f.metadata.get("key", True)]
    values: dict[str, Any] = {}
    for key, value in data.items():
        if key not in known:
            raise ConfigError(f"unknown key {key!r}.{near(key, known)}", Place(str(path), _line_of(text, key)))
        try:
            values[key] = _READERS.get(key, _strings)(value)
        except ValueError as error:
            raise ConfigError(f"{key} {error}", Place(str(path), _line_of(text, key))) from error
    return Settings(**values, path=path)


def _parsed(path: Path) -> tuple[str, Mapping[str, Any]]:
    # Imported here: where nothing is configured, nobody pays for it.
    import tomllib

    try:
        text = path.read_text(encoding="utf-8")
        return text, tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"can't be read: {error.strerror}.", Place(str(path))) from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"byte {error.start} is not UTF-8; save the file as UTF-8.", Place(str(path))) from error
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+), column (\d+)", str(error))
        place = Place(str(path), int(at[1]), int(at[2])) if at else Place(str(path), len(text.splitlines()))
        raise ConfigError(f"this is not TOML: {error}.", place) from error


def _has_table(path: Path) -> bool:
    try:
        if b"editlint" not in path.read_bytes():
            return False
    except OSError as error:
        raise ConfigError(f"can't be read: {error.strerror}.", Place(str(path))) from error
    return _table(_parsed(path)[1]) is not None


def _table(data: Mapping[str, Any]) -> Any:
    tool = data.get("tool")
    return tool.get("editlint") if isinstance(tool, dict) else None


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ValueError('must be a list of strings: ["…", "…"].')
    return tuple(value)


def _variant(value: object) -> str:
    if value not in VARIANTS:
        raise ValueError(f"must be one of {', '.join(VARIANTS)}, not {value!r}.{near(str(value), VARIANTS)}")
    return str(value)


def _style(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError('must be the name of a house style, such as "ap".')
    return value


def _patterns(value: object) -> tuple[str, ...]:
    # Imported here: most configs exclude nothing.
    from pathspec import GitIgnoreSpec

    for pattern in (patterns := _strings(value)):
        try:
            GitIgnoreSpec.from_lines([pattern])
        except (ValueError, re.error):
            raise ValueError(f"holds {pattern!r}, which is no pattern; write it as in .gitignore.") from None
    return patterns


_READERS: Mapping[str, Callable[[object], Any]] = {"variant": _variant, "style": _style, "exclude": _patterns}


# Where the keys begin in a pyproject.toml; other tables may have keys of the same names.
_HEADER = re.compile(r"\s*\[\s*tool\s*\.\s*editlint\s*\]")


def _line_of(text: str, key: str, value: str = "") -> int:
    """The line a key stands on, and from there on the first that holds the value; TOML readers give no places."""
    lines = text.splitlines()
    keyed = re.compile(rf"\s*(?:tool\.editlint\.)?[\"']?{re.escape(key)}[\"']?\s*=")
    start = next((n for n, line in enumerate(lines) if _HEADER.match(line)), 0)
    first = next((n for n, line in enumerate(lines[start:], start) if keyed.match(line)), -1)
    if first < 0:
        return 0
    return next((n for n, line in enumerate(lines[first:], first) if value and value in line), first) + 1
