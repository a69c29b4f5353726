"""The Neovim recipe, in a real headless Neovim."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = [
    pytest.mark.external,
    pytest.mark.skipif(shutil.which("nvim") is None, reason="nvim is not on the PATH"),
]

ROOT = Path(__file__).parent.parent
RECIPE = ROOT / "editors" / "neovim" / "editlint.lua"
# Emoji and accents before each fault: a column in code points and one in bytes differ.
TEXT = "Zoë 🌊 crossed the the Æolian sea.\n\nThe goverment of Khazakstan – né 𝒞 – has recieved it.\n"


def _nvim(folder: Path, *commands: str) -> None:
    arguments = [part for command in commands for part in ("-c", command)]
    run = subprocess.run(
        ["nvim", "--headless", "-u", "NONE", "-i", "NONE", *arguments, "-c", "qall!"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr


def _dumped(path: Path, expression: str) -> str:
    return f"call writefile([json_encode({expression})], '{path}')"


def _found(folder: Path, expression: str, text: str = TEXT) -> Any:
    article = folder / "story.txt"
    article.write_text(text, encoding="utf-8")
    out = folder / "out.json"
    command = json.dumps([sys.executable, "-m", "editlint"])
    _nvim(
        folder,
        f"let g:editlint_command = json_decode('{command}')",
        f"lua dofile('{RECIPE}').setup()",
        "edit story.txt",
        "Editlint",
        _dumped(out, expression),
    )
    return json.loads(out.read_text(encoding="utf-8"))


def _bytes_of(words: str, line: int) -> int:
    """The byte, from 1, at which words begin in a line of the text."""
    content = TEXT.splitlines()[line - 1].encode()
    return content.index(words.encode()) + 1


def test_the_quickfix_list_has_the_lines_and_byte_columns_of_the_faults(tmp_path: Path) -> None:
    items = _found(tmp_path, "getqflist()")
    places = {(item["text"].split("]")[0][1:], item["lnum"], item["col"]) for item in items}
    assert places == {
        ("wording/repeated-word", 1, _bytes_of("the the", 1)),
        ("spelling/misspelt-word", 3, _bytes_of("goverment", 3)),
        ("spelling/misspelt-name", 3, _bytes_of("Khazakstan", 3)),
        ("spelling/misspelt-word", 3, _bytes_of("recieved", 3)),
    }
    assert {item["type"] for item in items} == {"E", "W"}


def test_diagnostics_cover_the_words_at_fault(tmp_path: Path) -> None:
    lines = TEXT.splitlines()
    covered = {
        lines[item["lnum"]].encode()[item["col"] : item["end_col"]].decode()
        for item in _found(tmp_path, "luaeval('vim.diagnostic.get(0)')")
    }
    assert covered == {"the the", "goverment", "Khazakstan", "recieved"}


def test_a_clean_buffer_empties_the_list(tmp_path: Path) -> None:
    assert _found(tmp_path, "getqflist()", "The ferry sails again.\n") == []


def test_make_with_an_errorformat_fills_the_quickfix_list(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")
    out = tmp_path / "out.json"
    _nvim(
        tmp_path,
        rf"set makeprg={sys.executable}\ -m\ editlint\ check\ --format\ line\ story.txt",
        r"set errorformat=%f:%l:%v:\ %t%*[a-z]:\ %m",
        "edit story.txt",
        "silent make!",
        _dumped(out, "filter(getqflist(), 'v:val.valid')"),
    )
    items = json.loads(out.read_text(encoding="utf-8"))
    assert [(item["lnum"], item["type"].upper()) for item in items] == [(1, "W"), (3, "E"), (3, "E"), (3, "E")]
    assert items[1]["col"] == TEXT.splitlines()[2].index("goverment") + 1
