"""Bundles, from what was compiled before wherever that still holds."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from editlint import __version__
from editlint.pack import bundle as form
from editlint.pack.bundle import Bundle
from editlint.pack.finding import available, default_folder

__all__ = ["COMPILED", "cache_folder", "load_default", "load_pack"]

# Written by the build (hatch_build.py) beside the rules it was compiled from.
COMPILED = "compiled.bin"


def load_default() -> Bundle:
    """The packs that come with editlint: compiled at build time, or from a checkout through the cache."""
    built = default_folder() / COMPILED
    if built.is_file():
        bundle = form.load(built.read_bytes())
        if bundle is not None:
            return bundle
    return _cached(available())


def load_pack(folder: Path) -> Bundle:
    """One pack from its folder; raises PackError."""
    return _cached([folder])


def cache_folder() -> Path:
    """Where compiled packs are kept: EDITLINT_CACHE_DIR, or the cache folder of the system."""
    named = os.environ.get("EDITLINT_CACHE_DIR")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "editlint" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "editlint"


def _cached(folders: list[Path]) -> Bundle:
    path = _entry(folders)
    if path is not None:
        with contextlib.suppress(OSError):
            bundle = form.load(path.read_bytes())
            if bundle is not None:
                return bundle
    from editlint.pack.compiling import compile_packs

    bundle = compile_packs(folders)
    if path is not None:
        # A cache that can't be written costs time, not results.
        with contextlib.suppress(OSError):
            _write(path, form.dump(bundle))
    return bundle


def _entry(folders: list[Path]) -> Path | None:
    """The cache's file for packs of this content under this version of editlint and Python.

    None where there is no such place, or where a file can't be read: compiling says which.
    """
    key = sha256(f"{__version__} {sys.version_info[:2]}".encode() + form.FORM)
    try:
        for folder in folders:
            for file in sorted(folder.iterdir()):
                if file.suffix in (".yaml", ".yml", ".txt") and file.is_file():
                    content = file.read_bytes()
                    key.update(f"{folder.name}/{file.name} {len(content)}\n".encode() + content)
        return cache_folder() / "packs" / f"{key.hexdigest()[:32]}.bin"
    except (OSError, RuntimeError):  # RuntimeError: there is no home folder
        return None


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(name).replace(path)
