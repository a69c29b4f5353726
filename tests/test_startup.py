"""What a check of one text does not pay for: the time until a hook or an editor has its answer is imports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

# Ends as the program ends, and tells which modules it loaded beyond those that Python starts with.
_DRIVER = """
import sys
before = set(sys.modules)
from editlint.cli import main
report = sys.argv.pop(1)
try:
    main()
except SystemExit as stop:
    code = stop.code
loaded = sorted(set(sys.modules) - before)
import json
with open(report, "w") as file:
    json.dump([code, loaded], file)
"""
HEAVY = (
    "yaml",
    "textstat",
    "nltk",
    "requests",
    "rich",
    "pathspec",
    "tomllib",
    "pyromark",
    "importlib.metadata",
    "asyncio",
    "multiprocessing",
    "concurrent.futures",
    "http",
    "ssl",
)


def loaded(folder: Path, *args: str) -> set[str]:
    """The modules that `editlint ARGS` loads in that folder, with packs compiled before."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("EDITLINT_", "PYTHON"))}
    env["EDITLINT_CACHE_DIR"] = str(folder.parent / "cache")
    report = folder.parent / "report.json"
    for _ in range(2):
        command = [sys.executable, "-c", _DRIVER, str(report), *args]
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr.decode()
    code, modules = json.loads(report.read_text())
    assert code in (0, 1), done.stderr.decode()
    return set(modules)


def heavy(modules: set[str]) -> set[str]:
    return {name for name in HEAVY if any(module == name or module.startswith(f"{name}.") for module in modules)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article in each format."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "plain.txt").write_text("Ministers meet\n\nThe the minister spoke on Monday.\n", encoding="utf-8")
    (folder / "marked.md").write_text("# Ministers meet\n\nThe the *minister* spoke.\n", encoding="utf-8")
    (folder / "front.md").write_text("---\ntitle: Ministers meet\n---\n\nThe minister spoke.\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("form", ["text", "line", "json"])
def test_checking_a_plain_text_loads_nothing_heavy(folder: Path, form: str) -> None:
    modules = loaded(folder, "check", "--format", form, "plain.txt")
    assert "editlint.engine" in modules
    assert heavy(modules) == set()


def test_checking_standard_input_loads_nothing_heavy(folder: Path) -> None:
    assert heavy(loaded(folder, "check", "--stdin-filename", "plain.txt", "-")) == set()


def test_markdown_loads_its_parser_and_no_yaml(folder: Path) -> None:
    assert heavy(loaded(folder, "check", "marked.md")) == {"pyromark"}


def test_front_matter_alone_loads_yaml(folder: Path) -> None:
    assert heavy(loaded(folder, "check", "front.md")) == {"pyromark", "yaml"}
