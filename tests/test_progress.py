"""Progress: on a terminal, when work takes longer than a second, and nowhere else."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from editlint.cli import check


def _said_on_a_terminal(folder: Path, *args: str) -> str:
    """What comes out on standard error when that is a terminal."""
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "editlint", "check", *args], cwd=folder, stdout=subprocess.DEVNULL, stderr=theirs
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        said += piece
    run.wait(timeout=60)
    os.close(ours)
    return said.decode()


def _articles(folder: Path, number: int) -> None:
    for index in range(number):
        (folder / f"{index:04}.txt").write_text("Ferry returns\n\n" + "The ferry sails again. " * 400, encoding="utf-8")


@pytest.mark.slow
def test_a_long_run_says_how_many_files_are_done_and_takes_it_away(tmp_path: Path) -> None:
    _articles(tmp_path, 800)
    said = _said_on_a_terminal(tmp_path, ".")
    assert "files checked" in said
    assert said.endswith("\r\x1b[K")


def test_a_short_run_says_nothing(tmp_path: Path) -> None:
    _articles(tmp_path, 2)
    assert _said_on_a_terminal(tmp_path, ".") == ""


def test_nothing_is_said_where_there_is_no_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter([0.0, 5.0])
    monkeypatch.setattr("editlint.cli.check.time.monotonic", lambda: next(moments))
    progress = check._Progress()
    progress.show(3)
    assert capsys.readouterr().err == ""
