"""Where packs are."""

from __future__ import annotations

from pathlib import Path

from editlint.errors import EditlintError, PackError, near

__all__ = ["available", "default_folder", "find_pack"]

_HERE = Path(__file__).resolve().parent.parent


def default_folder() -> Path:
    """The packs that come with editlint: in the installed package, or in the checkout it runs from."""
    installed = _HERE / "rules"
    folder = installed if installed.is_dir() else _HERE.parent.parent / "rules"
    if not folder.is_dir():
        raise EditlintError(f"the packs that belong to editlint are missing from {installed}; install it again.")
    return folder


def available() -> list[Path]:
    """The folders of the packs that come with editlint, by name."""
    return sorted(f for f in default_folder().iterdir() if any(f.glob("*.yaml")) or any(f.glob("*.txt")))


def find_pack(name: str, root: Path) -> Path:
    """The folder of a pack given by path (from `root`) or by the name of one that comes with editlint."""
    folder = root / name
    if folder.is_dir():
        return folder
    known = {pack.name: pack for pack in available()}
    if name in known:
        return known[name]
    raise PackError(
        f"there is no pack {name!r}: no folder {folder}, and none of that name comes with editlint.{near(name, known)}"
    )
