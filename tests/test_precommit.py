"""The hook, with the real pre-commit in a scratch repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pre_commit", reason="pre-commit is not installed")
pytestmark = [pytest.mark.external, pytest.mark.slow]

ROOT = Path(__file__).parent.parent
BAD = "Ferry returns\n\nThe goverment of Khazakstan said it would pay. The ferry sails the the day after.\n"
GOOD = "Ferry returns\n\nThe government of Kazakhstan said it would pay. The ferry sails the day after.\n"


def _run(folder: Path, *command: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=500, check=False, env={**os.environ, **env}
    )


def _commit(folder: Path, message: str, **env: str) -> subprocess.CompletedProcess[str]:
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")
    _run(folder, "git", "add", "-A")
    return _run(folder, "git", *who, "commit", "-m", message, **env)


def _snapshot(target: Path) -> str:
    """This checkout as it stands, committed or not, as a repository that a hook can come from; its revision."""
    listed = _run(ROOT, "git", "ls-files", "-z", "-co", "--exclude-standard").stdout.split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    _run(target, "git", "init", "-q")
    _commit(target, "as it stands")
    return _run(target, "git", "rev-parse", "HEAD").stdout.strip()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, str]]]:
    """A repository of articles with the hook installed, and the environment to commit in."""
    hook = tmp_path_factory.mktemp("hook")
    revision = _snapshot(hook)
    folder = tmp_path_factory.mktemp("desk")
    env = {"PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("home"))}
    config = f"repos:\n- repo: file://{hook}\n  rev: {revision}\n  hooks:\n  - id: editlint\n"
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    _run(folder, "git", "init", "-q")
    installed = _run(folder, sys.executable, "-m", "pre_commit", "install", "--install-hooks", **env)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    yield folder, env


def test_a_bad_article_blocks_the_commit_and_shows_line_numbers(desk: tuple[Path, dict[str, str]]) -> None:
    folder, env = desk
    (folder / "ferry.txt").write_text(BAD, encoding="utf-8")
    commit = _commit(folder, "ferry", **env)
    said = commit.stdout + commit.stderr
    assert commit.returncode != 0
    assert "3:5 " in said
    assert "spelling/misspelt-word" in said
    assert "wording/repeated-word" in said


def test_a_good_article_passes(desk: tuple[Path, dict[str, str]]) -> None:
    folder, env = desk
    (folder / "ferry.txt").write_text(GOOD, encoding="utf-8")
    commit = _commit(folder, "ferry", **env)
    assert commit.returncode == 0, commit.stdout + commit.stderr


def test_an_excluded_article_is_left_alone(desk: tuple[Path, dict[str, str]]) -> None:
    folder, env = desk
    (folder / "editlint.toml").write_text('exclude = ["drafts/"]\n', encoding="utf-8")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "ferry.txt").write_text(BAD, encoding="utf-8")
    commit = _commit(folder, "draft", **env)
    assert commit.returncode == 0, commit.stdout + commit.stderr
