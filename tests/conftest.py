"""What the tests share: a pack of their own, and the program as people start it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

# One rule of each severity, over words that no other pack knows.
DESK = """
bad-error:
  check: swap
  category: spelling
  message: "Write {better}, not {found}."
  why: A test needs an error.
  severity: error
  fix: safe
  swap: {qerror: good}
  examples: {flag: ["A <<qerror|good>> word."], pass: ["A good word."]}

bad-warning:
  check: swap
  category: style
  message: "Write {better}, not {found}."
  why: A test needs a warning.
  severity: warning
  report: first
  swap: {qwarning: good}
  examples: {flag: ["A <<qwarning|good>> word."], pass: ["A good word."]}

bad-suggestion:
  check: swap
  category: style
  message: "Think again about {found}."
  why: A test needs a suggestion.
  severity: suggestion
  swap: {qsuggestion: ~}
  examples: {flag: ["A <<qsuggestion>> word."], pass: ["A good word."]}

asleep:
  check: swap
  category: style
  message: "Write {better}, not {found}."
  why: A test needs a rule that is off.
  severity: error
  default: off
  swap: {qasleep: good}
  examples: {flag: ["A <<qasleep|good>> word."], pass: ["A good word."]}
"""


def rule(name: str, keys: str, *, severity: str = "warning", message: str = '"Write {better}, not {found}."') -> str:
    """The YAML of a rule that the loader takes; `keys` are those that the test is about."""
    return f"""
{name}:
{textwrap.indent(textwrap.dedent(keys).strip(), "  ")}
  category: style
  message: {message}
  why: For a test.
  severity: {severity}
  examples: {{flag: ["<<Marked>>."], pass: ["Left alone."]}}
"""


def write_pack(folder: Path, text: str, file: str = "rules.yaml") -> Path:
    """A pack of one file; returns its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(text, encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Ran:
    """What came of running the program."""

    code: int
    stdout: str
    stderr: str

    @property
    def data(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.stdout)

    def file(self, path: str) -> Any:
        """The object of one file in the JSON."""
        (file,) = [file for file in self.data["files"] if file["path"] == path]
        return file

    def rules(self, path: str) -> list[str]:
        """The ids of the rules that found something in a file, in order."""
        return [finding["rule"] for finding in self.file(path)["findings"]]


class Program:
    """editlint in a process of its own, in a folder of its own, with a cache of its own."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        # What this machine has set for its own sake would change what is tested.
        set_here = ("EDITLINT_", "_EDITLINT", "PYTHONUNBUFFERED", "PYTHONIOENCODING", "NO_COLOR", "FORCE_COLOR")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(set_here)}
        self.env = {**kept, "EDITLINT_CACHE_DIR": str(cache)}

    def __call__(
        self,
        *args: str,
        stdin: str | bytes = b"",
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        timeout: float = 120,
    ) -> Ran:
        """Run it to its end; whatever happens, nobody is shown a traceback."""
        done = subprocess.run(
            self.command(*args),
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=cwd or self.folder,
            env={**self.env, **(env or {})},
            timeout=timeout,
            check=False,
        )
        ran = Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "surrogateescape"))
        assert "Traceback" not in ran.stderr, ran.stderr
        return ran

    def start(self, *args: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
        """Start it, with its output in pipes."""
        return subprocess.Popen(
            self.command(*args),
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self.folder,
            env=self.env,
        )

    def command(self, *args: str) -> list[str]:
        """The command line."""
        return [sys.executable, "-m", "editlint", *args]

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file below the folder."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        return file


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of compiled packs for all tests of a run."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def editlint(tmp_path: Path, cache: Path) -> Program:
    """The program in an empty folder, with the packs that come with it."""
    folder = tmp_path / "work"
    folder.mkdir()
    return Program(folder, cache)


@pytest.fixture
def desk(editlint: Program) -> Program:
    """The program in a folder whose config knows the pack above; `--select desk` switches on its rules alone."""
    editlint.write("packs/desk/rules.yaml", DESK)
    editlint.write("editlint.toml", 'packs = ["packs/desk"]\nignore = ["all"]\n')
    return editlint
