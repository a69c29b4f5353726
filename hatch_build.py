"""Compiles the packs when a wheel is built: what is installed starts without reading YAML."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompilePacks(BuildHookInterface[Any]):
    """Adds editlint/rules/compiled.bin to the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from editlint.pack.bundle import dump
            from editlint.pack.compiling import compile_packs
            from editlint.pack.finding import available
            from editlint.pack.loading import COMPILED

            target = Path(tempfile.mkdtemp()) / COMPILED
            target.write_bytes(dump(compile_packs(available())))
        finally:
            sys.path.remove(str(root / "src"))
        build_data["force_include"][str(target)] = f"editlint/rules/{COMPILED}"
