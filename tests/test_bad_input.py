"""Nothing that is put in makes the program fall over, fall silent, or leave the other files unchecked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Program, Ran

GOOD = "A qerror word stands here.\n"
CHECK = ("check", "--select", "desk")


def missing(desk: Program) -> str:
    return "gone.txt"


def below_a_file(desk: Program) -> str:
    desk.write("plain.txt", "Text.\n")
    return "plain.txt/inside.txt"


def folder_without_articles(desk: Program) -> str:
    desk.write("photos/one.jpg", b"\xff\xd8")
    return "photos"


def binary(desk: Program) -> str:
    return desk.write("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").name


def not_utf8(desk: Program) -> str:
    return desk.write("latin.txt", "A café.\n".encode("latin-1")).name


def loop_of_links(desk: Program) -> str:
    (desk.folder / "one.txt").symlink_to("two.txt")
    (desk.folder / "two.txt").symlink_to("one.txt")
    return "one.txt"


def link_to_nothing(desk: Program) -> str:
    (desk.folder / "dangling.txt").symlink_to("nowhere.txt")
    return "dangling.txt"


def unreadable(desk: Program) -> str:
    file = desk.write("secret.txt", "Text.\n")
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("this user may read every file")
    return file.name


def markup_not_read_yet(desk: Program) -> str:
    return desk.write("page.rst", "Title\n=====\n").name


def name_too_long(desk: Program) -> str:
    return "a" * 5000 + ".txt"


BAD = (
    missing,
    below_a_file,
    folder_without_articles,
    binary,
    not_utf8,
    loop_of_links,
    link_to_nothing,
    unreadable,
    markup_not_read_yet,
    name_too_long,
)


@pytest.mark.parametrize("make", BAD)
def test_what_cannot_be_read_is_said_and_the_rest_is_checked(desk: Program, make: Callable[[Program], str]) -> None:
    name = make(desk)
    desk.write("good.txt", GOOD)
    ran = desk(*CHECK, "--format", "json", name, "good.txt")
    assert ran.code == 2
    assert name in ran.stderr
    assert ran.stderr.startswith("editlint: ")
    assert ran.rules("good.txt") == ["desk/bad-error"]
    (failure,) = ran.file(name)["failures"]
    assert failure["rule"] is None
    assert name in failure["message"]
    assert ran.data["summary"] == {"files": 2, "errors": 1, "warnings": 0, "suggestions": 0}


@pytest.mark.parametrize("make", BAD)
def test_outline_says_it_too(desk: Program, make: Callable[[Program], str]) -> None:
    name = make(desk)
    desk.write("good.txt", GOOD)
    ran = desk("outline", "--format", "json", name, "good.txt")
    assert ran.code == 2
    assert name in ran.stderr
    assert ran.file("good.txt")["blocks"]
    assert ran.file(name)["failures"]


def test_the_last_line_does_not_count_what_was_not_read(desk: Program) -> None:
    ran = desk(*CHECK, "gone.txt")
    assert "Nothing to mark in 0 files; 1 could not be checked." in ran.stdout


@pytest.mark.parametrize("text", [b"", b"\xef\xbb\xbf", b"\n", b" \r\n\t\r\n", "\u2028\n".encode()])
def test_an_empty_file_is_fine(desk: Program, text: bytes) -> None:
    desk.write("empty.txt", text)
    desk.write("empty.md", text)
    ran = desk(*CHECK, "--format", "json", "empty.txt", "empty.md")
    assert (ran.code, ran.stderr) == (0, "")
    assert [file["findings"] for file in ran.data["files"]] == [[], []]


def test_the_byte_that_cannot_be_decoded_is_named(desk: Program) -> None:
    desk.write("latin.txt", "First line.\nA café.\n".encode("latin-1"))
    ran = desk(*CHECK, "latin.txt")
    assert "latin.txt:2: byte 17 (0xe9) is not UTF-8." in ran.stderr
    assert "--encoding latin-1" in ran.stderr


def test_encoding_reads_what_is_not_utf8(desk: Program) -> None:
    desk.write("latin.txt", "Café, a qerror word.\n".encode("latin-1"))
    ran = desk(*CHECK, "--encoding", "latin-1", "--format", "json", "latin.txt")
    (finding,) = ran.file("latin.txt")["findings"]
    assert (ran.code, finding["column"], finding["offset"]) == (1, 9, 8)


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13", "undefined", "punycode", ""])
def test_an_encoding_that_there_is_not_is_a_bad_option(desk: Program, encoding: str) -> None:
    desk.write("good.txt", GOOD)
    ran = desk(*CHECK, "--encoding", encoding, "good.txt")
    assert ran.code == 2
    assert "--encoding" in ran.stderr


@pytest.mark.parametrize("encoding", ["idna", "utf-7", "utf-16", "utf-32", "cp1252", "mac-roman"])
def test_no_encoding_makes_it_crash(desk: Program, encoding: str) -> None:
    desk.write("bytes.txt", bytes(range(1, 256)))
    ran = desk(*CHECK, "--encoding", encoding, "--format", "json", "bytes.txt")
    assert ran.code in (0, 2)
    assert ran.data["summary"]["files"] == 1


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8"])
def test_a_byte_order_mark_says_the_encoding_and_is_not_counted(desk: Program, encoding: str) -> None:
    desk.write("marked.txt", "\ufeffÉté 😀, a qerror word.\n".encode(encoding))
    ran = desk(*CHECK, "--format", "json", "marked.txt")
    (finding,) = ran.file("marked.txt")["findings"]
    assert (finding["line"], finding["column"], finding["offset"], finding["text"]) == (1, 10, 9, "qerror")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["long.txt", "long.md"])
def test_ten_megabytes_on_one_line_end_in_reasonable_time(desk: Program, name: str) -> None:
    sentence = "The council met on Monday, and “nobody knew” what café it would meet in next time. "
    desk.write(name, sentence * (10_000_000 // len(sentence)) + "A qerror word.\n")
    started = time.monotonic()
    ran = desk("check", "--isolated", "--format", "json", name, timeout=240)
    assert ran.data["summary"]["files"] == 1
    assert not ran.file(name)["failures"]
    ran = desk(*CHECK, "--format", "json", name, timeout=240)
    assert ran.rules(name) == ["desk/bad-error"]
    assert time.monotonic() - started < 60


@pytest.mark.slow
@pytest.mark.parametrize("text", ["a" * 10_000_000, "'\"“" * 1_000_000, "<" * 1_000_000, "[" * 100_000, "(" * 100_000])
def test_ten_megabytes_without_a_word_end_too(desk: Program, text: str) -> None:
    desk.write("odd.txt", text)
    desk.write("odd.md", text)
    ran = desk("check", "--isolated", "--format", "json", "odd.txt", "odd.md", timeout=120)
    assert [file["failures"] for file in ran.data["files"]] == [[], []]


def test_a_folder_that_links_to_itself_ends(desk: Program) -> None:
    desk.write("articles/deep/good.txt", GOOD)
    (desk.folder / "articles/deep/again").symlink_to("../../articles")
    ran = desk(*CHECK, "--format", "json", "articles")
    assert [file["path"] for file in ran.data["files"]] == ["articles/deep/good.txt"]


def test_a_link_that_loops_inside_a_folder_is_said(desk: Program) -> None:
    desk.write("articles/good.txt", GOOD)
    (desk.folder / "articles/loop.txt").symlink_to("loop.txt")
    ran = desk(*CHECK, "--format", "json", "articles")
    assert ran.code == 2
    assert ran.rules("articles/good.txt") == ["desk/bad-error"]
    assert ran.file("articles/loop.txt")["failures"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_a_pipe_inside_a_folder_is_passed_over(desk: Program) -> None:
    """To open one would wait for ever."""
    desk.write("articles/good.txt", GOOD)
    os.mkfifo(desk.folder / "articles/pipe.txt")
    ran = desk(*CHECK, "--format", "json", "articles", timeout=20)
    assert [file["path"] for file in ran.data["files"]] == ["articles/good.txt"]


def test_an_empty_path_is_not_the_current_folder(desk: Program) -> None:
    """`editlint check "$UNSET"` checks nothing, and says so."""
    desk.write("good.txt", GOOD)
    ran = desk(*CHECK, "--format", "json", "")
    assert ran.code == 2
    assert [file["path"] for file in ran.data["files"]] == [""]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
def test_a_file_name_that_is_not_utf8_is_read(desk: Program) -> None:
    Path(os.fsdecode(os.fsencode(desk.folder) + b"/caf\xe9.txt")).write_text(GOOD)
    done = subprocess.run(desk.command(*CHECK, "--format", "line"), capture_output=True, cwd=desk.folder, env=desk.env)
    assert done.stdout.startswith(b"caf\xe9.txt:1:3: error: ")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("pattern", ["!", "/", "\\", "[", "a**b", "[z-a]", "\\ "])
def test_an_odd_line_in_a_gitignore_is_no_end(desk: Program, pattern: str) -> None:
    desk.write("articles/.gitignore", f"{pattern}\nother.txt\n")
    desk.write("articles/good.txt", GOOD)
    desk.write("articles/other.txt", GOOD)
    ran = desk(*CHECK, "--format", "json", "articles")
    assert [file["path"] for file in ran.data["files"]] == ["articles/good.txt"]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_said_with_a_near_name(desk: Program, option: str) -> None:
    desk.write("good.txt", GOOD)
    ran = desk("check", option, "desk/bad-eror", "--format", "json", "good.txt")
    assert ran.code == 2
    assert "'desk/bad-eror'. Did you mean 'desk/bad-error'?" in ran.stderr
    assert ran.file("good.txt")["failures"]


@pytest.mark.parametrize("depth", [10_000])
def test_front_matter_that_nests_too_deep_is_a_failure_of_that_file(desk: Program, depth: int) -> None:
    desk.write("deep.md", f"---\ntitle: {'[' * depth}\n---\nText.\n")
    desk.write("good.txt", GOOD)
    for command in (CHECK, ("outline",)):
        ran = desk(*command, "--format", "json", "deep.md", "good.txt")
        assert ran.code == 2
        assert ran.file("deep.md")["failures"]
        assert not ran.file("good.txt")["failures"]


def test_markup_that_is_not_read_yet_is_not_taken_for_plain_text_on_standard_input(desk: Program) -> None:
    ran = desk(*CHECK, "--format", "json", "--stdin-filename", "page.rst", "-", stdin="A qerror.\n")
    assert ran.code == 2
    assert ran.file("page.rst")["failures"]
    assert "page.rst: .rst is not read yet" in ran.stderr


def test_closed_standard_input_is_said(desk: Program) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" -m editlint check - <&-', sys.executable], capture_output=True, cwd=desk.folder, env=desk.env
    )
    assert done.returncode == 2
    assert done.stderr.startswith(b"editlint: ")


def test_closed_standard_output_is_no_crash(desk: Program) -> None:
    desk.write("good.txt", GOOD)
    done = subprocess.run(
        ["sh", "-c", '"$0" -m editlint check good.txt >&-', sys.executable],
        capture_output=True,
        cwd=desk.folder,
        env=desk.env,
    )
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("many", [5, 20_000], ids=["fits-the-pipe", "fills-the-pipe"])
def test_a_reader_that_has_enough_is_no_error(desk: Program, many: int) -> None:
    """`editlint check … | head -1` is quiet, and does not claim to have found or to have failed."""
    desk.write("long.txt", GOOD * many)
    process = desk.start(*CHECK, "--format", "line", "long.txt")
    assert process.stdout is not None
    if many > 5:
        assert process.stdout.readline().startswith(b"long.txt:1:3: error")
    process.stdout.close()
    process.wait(60)
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.returncode == 141


def test_a_shell_pipe_into_head_is_quiet(desk: Program) -> None:
    desk.write("long.txt", GOOD * 20_000)
    done = subprocess.run(
        ["sh", "-c", '"$0" -m editlint check --select desk --format line long.txt | head -1', sys.executable],
        capture_output=True,
        cwd=desk.folder,
        env=desk.env,
    )
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


def _interrupted(process: subprocess.Popen[bytes]) -> Ran:
    process.send_signal(signal.SIGINT)
    process.wait(30)
    assert process.stdout is not None
    assert process.stderr is not None
    return Ran(process.returncode, process.stdout.read().decode(), process.stderr.read().decode())


@pytest.mark.skipif(sys.platform == "win32", reason="signals work otherwise there")
def test_ctrl_c_in_a_long_run_is_a_line_and_130(desk: Program) -> None:
    for number in range(40):
        desk.write(f"articles/{number:02}.txt", GOOD * 20_000)
    process = desk.start(*CHECK, "--format", "line", "articles")
    assert process.stdout is not None
    assert process.stdout.readline().startswith(b"articles/00.txt:1:3: error")
    ran = _interrupted(process)
    assert ran.code == 130
    assert ran.stderr.strip() == "editlint: interrupted."


@pytest.mark.skipif(sys.platform == "win32", reason="signals work otherwise there")
def test_ctrl_c_while_it_waits_for_standard_input_is_a_line_and_130(desk: Program) -> None:
    process = desk.start(*CHECK, "-", stdin=subprocess.PIPE)
    time.sleep(1.5)
    ran = _interrupted(process)
    assert ran.code == 130
    assert ran.stderr.strip() == "editlint: interrupted."
