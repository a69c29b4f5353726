"""The README tells the truth."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```console\n\$ editlint (.+?)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_readme_shows_output() -> None:
    assert len(SHOWN) >= 2


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_the_output_it_shows_is_what_comes_out(command: str, output: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "editlint", *command.split()], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.stdout == output


def test_the_clean_examples_stay_silent() -> None:
    clean = sorted(str(path) for path in (ROOT / "examples").glob("clean-*"))
    run = subprocess.run(
        [sys.executable, "-m", "editlint", "check", *clean], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.stdout == f"Nothing to mark in {len(clean)} files.\n"


def test_every_rule_of_the_pack_in_the_readme_proves_itself(tmp_path: Path) -> None:
    rule = re.search(r"^```yaml\n# house-rules/places.yaml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert rule is not None
    pack = tmp_path / "house-rules"
    pack.mkdir()
    (pack / "places.yaml").write_text(rule.group(1), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "editlint", "prove", str(pack)], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (0, "All 2 examples hold.\n")


def test_the_settings_in_the_readme_are_understood(tmp_path: Path) -> None:
    settings = re.search(r"^```toml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert settings is not None
    pack = tmp_path / "house-rules"
    pack.mkdir()
    rule = re.search(r"^```yaml\n# house-rules/places.yaml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert rule is not None
    (pack / "places.yaml").write_text(rule.group(1), encoding="utf-8")
    (tmp_path / "editlint.toml").write_text(settings.group(1), encoding="utf-8")
    (tmp_path / "story.txt").write_text("Ferry returns\n\nThe ferry sails again.\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "editlint", "check", "."], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
