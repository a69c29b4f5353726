"""The packs that hold for settings, with all that stands in them."""

from __future__ import annotations

from pathlib import Path

from editlint.config import Settings
from editlint.pack import available
from editlint.pack.compiling import RuleSource, read_rules
from editlint.selection import pack_folders

__all__ = ["folders", "sources"]


def folders(settings: Settings) -> list[Path]:
    """The packs that come with editlint and those of the settings."""
    return [*available(), *pack_folders(settings).values()]


def sources(folder: Path) -> list[RuleSource]:
    """The rules of a pack with their examples; raises PackError."""
    return read_rules(folder)
