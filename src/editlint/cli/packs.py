"""The packs that hold for settings, with all that stands in them."""

from __future__ import annotations

from pathlib import Path

from editlint.config import Settings
from editlint.pack import available, find_pack
from editlint.pack.compiling import RuleSource, read_rules

__all__ = ["folders", "sources"]


def folders(settings: Settings) -> list[Path]:
    """The packs that come with editlint and those of the settings."""
    own = [find_pack(name, settings.root) for name in settings.packs]
    return [*available(), *(folder for folder in own if folder not in available())]


def sources(folder: Path) -> list[RuleSource]:
    """The rules of a pack with their examples; raises PackError."""
    return read_rules(folder)
