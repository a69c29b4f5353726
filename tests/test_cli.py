"""The command line: what programs and people are promised of its output, exit codes and choice of files."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import Program

CHECK = ("check", "--select", "desk")
TEXT = "A qsuggestion, a qwarning and a qerror.\nThen one more qwarning.\n"
FINDING: dict[str, Any] = {
    "rule": str,
    "category": str,
    "severity": str,
    "message": str,
    "line": int,
    "column": int,
    "end_line": int,
    "end_column": int,
    "offset": int,
    "length": int,
    "text": str,
    "suggestions": list,
    "fix": (dict, type(None)),
    "related": list,
    "block": str,
}


def test_json_has_every_key_of_the_contract(desk: Program) -> None:
    desk.write("a.txt", TEXT)
    data = desk(*CHECK, "--format", "json", "a.txt").data
    version = desk("--version").stdout.split()[-1]
    assert data["version"] == 1
    assert data["tool"] == {"name": "editlint", "version": version}
    assert data["summary"] == {"files": 1, "errors": 1, "warnings": 1, "suggestions": 1}
    (file,) = data["files"]
    assert (file["path"], file["format"], file["failures"]) == ("a.txt", "text", [])
    for finding in file["findings"]:
        for key, kind in FINDING.items():
            assert isinstance(finding[key], kind), key


def test_json_says_the_place_in_every_way(desk: Program) -> None:
    desk.write("a.txt", "😀\r\nAn é and a qerror.\r\n")
    (finding,) = desk(*CHECK, "--format", "json", "a.txt").file("a.txt")["findings"]
    place = {key: finding[key] for key in ("line", "column", "end_line", "end_column", "offset", "length")}
    assert place == {"line": 2, "column": 12, "end_line": 2, "end_column": 18, "offset": 14, "length": 6}
    assert finding["text"] == "qerror"
    assert finding["suggestions"] == ["good"]
    assert finding["fix"] == {"safe": True, "edits": [{"offset": 14, "length": 6, "replacement": "good"}]}


def test_json_gives_the_other_places_of_a_finding(desk: Program) -> None:
    desk.write("a.txt", TEXT)
    findings = desk(*CHECK, "--format", "json", "a.txt").file("a.txt")["findings"]
    (warning,) = [finding for finding in findings if finding["severity"] == "warning"]
    (related,) = warning["related"]
    assert isinstance(related.pop("message"), str)
    assert related == {"line": 2, "column": 15, "offset": 54, "length": 8, "text": "qwarning"}


def test_json_findings_stand_in_order_of_position(desk: Program) -> None:
    desk.write("a.txt", "A qerror, a qsuggestion, a qerror.\n\nA qwarning, and a qerror.\n")
    offsets = [f["offset"] for f in desk(*CHECK, "--format", "json", "a.txt").file("a.txt")["findings"]]
    assert len(offsets) == 5
    assert offsets == sorted(offsets)


def test_json_lists_files_without_findings(desk: Program) -> None:
    desk.write("a.md", "Nothing here.\n")
    ran = desk(*CHECK, "--format", "json", "a.md")
    assert ran.file("a.md") == {"path": "a.md", "format": "markdown", "findings": [], "failures": []}


def test_json_keeps_letters_beyond_ascii(desk: Program) -> None:
    desk.write("é.txt", "Text.\n")
    ran = desk(*CHECK, "--format", "json", "é.txt", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert '"é.txt"' in ran.stdout


def test_standard_input_is_named_by_its_option(desk: Program) -> None:
    ran = desk(*CHECK, "--format", "json", "--stdin-filename", "desk/story.md", "-", stdin="# A *qerror*\n")
    (file,) = ran.data["files"]
    assert (file["path"], file["format"]) == ("desk/story.md", "markdown")
    assert [finding["offset"] for finding in file["findings"]] == [5]


def test_standard_input_without_a_name_is_a_dash_and_plain_text(desk: Program) -> None:
    (file,) = desk(*CHECK, "--format", "json", "-", stdin="A qerror.\n").data["files"]
    assert (file["path"], file["format"], len(file["findings"])) == ("-", "text", 1)


def test_standard_input_may_stand_beside_files(desk: Program) -> None:
    desk.write("a.txt", "Text.\n")
    ran = desk(*CHECK, "--format", "json", "a.txt", "-", stdin="A qerror.\n")
    assert sorted(file["path"] for file in ran.data["files"]) == ["-", "a.txt"]


@pytest.mark.parametrize(
    ("worst", "fail_on", "code"),
    [
        ("error", "error", 1),
        ("error", "warning", 1),
        ("error", "suggestion", 1),
        ("error", "never", 0),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("warning", "suggestion", 1),
        ("suggestion", "error", 0),
        ("suggestion", "warning", 0),
        ("suggestion", "suggestion", 1),
        ("suggestion", "never", 0),
    ],
)
def test_fail_on_sets_the_mildest_severity_that_fails(desk: Program, worst: str, fail_on: str, code: int) -> None:
    ran = desk(*CHECK, "--fail-on", fail_on, "--format", "json", "-", stdin=f"A q{worst}.\n")
    assert ran.data["summary"][f"{worst}s"] == 1
    assert ran.code == code


def test_a_warning_fails_and_a_suggestion_does_not_unless_told(desk: Program) -> None:
    assert desk(*CHECK, "-", stdin="A qwarning.\n").code == 1
    assert desk(*CHECK, "-", stdin="A qsuggestion.\n").code == 0


def test_exit_zero_keeps_findings_quiet_but_not_failures(desk: Program) -> None:
    desk.write("a.txt", "A qerror.\n")
    assert desk(*CHECK, "--exit-zero", "a.txt").code == 0
    assert desk(*CHECK, "--exit-zero", "a.txt", "gone.txt").code == 2
    assert desk(*CHECK, "--fail-on", "never", "gone.txt").code == 2


@pytest.mark.parametrize("args", [["--fail-on", "errors"], ["--nosuch"], ["--format", "xml"], ["--color", "blue"]])
def test_a_bad_option_is_exit_2_and_named(desk: Program, args: list[str]) -> None:
    ran = desk("check", *args, ".")
    assert ran.code == 2
    assert args[0] in ran.stderr


def test_an_option_misspelled_is_answered_with_the_right_one(desk: Program) -> None:
    assert "--fail-on" in desk("check", "--failon", "error").stderr


def test_colour_only_where_asked_when_the_output_is_no_terminal(desk: Program) -> None:
    desk.write("a.txt", TEXT)
    assert "\x1b[" not in desk(*CHECK, "a.txt").stdout
    assert "\x1b[" not in desk(*CHECK, "a.txt", env={"NO_COLOR": "1"}).stdout
    assert "\x1b[31m" in desk(*CHECK, "--color", "always", "a.txt").stdout
    assert "\x1b[31m" in desk(*CHECK, "--color", "always", "a.txt", env={"NO_COLOR": "1"}).stdout
    assert "\x1b[" not in desk(*CHECK, "--color", "never", "a.txt").stdout


@pytest.mark.parametrize("form", ["line", "json"])
def test_formats_for_programs_hold_no_colour(desk: Program, form: str) -> None:
    desk.write("a.txt", TEXT)
    assert "\x1b" not in desk(*CHECK, "--color", "always", "--format", form, "a.txt").stdout


def test_colour_changes_nothing_but_colour(desk: Program) -> None:
    desk.write("a.txt", TEXT)
    painted = desk(*CHECK, "--color", "always", "a.txt").stdout
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == desk(*CHECK, "a.txt").stdout


def test_text_shows_the_line_with_the_place_marked(desk: Program) -> None:
    desk.write("a.txt", "Text.\nSo a qerror stands here.\n")
    lines = desk(*CHECK, "a.txt").stdout.splitlines()
    assert lines[0] == "a.txt"
    assert lines[1].split() == ["2:6", "error", "Write", "good,", "not", "qerror.", "desk/bad-error"]
    shown, marks = lines[2:4]
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "qerror"


def test_text_lets_no_control_character_through(desk: Program) -> None:
    """A text can't steer the terminal, nor can its name be hidden behind a right-to-left mark."""
    desk.write("a.txt", "A \x1b[31m\u202equerror qerror\x07\x9b.\n")
    out = desk(*CHECK, "a.txt").stdout
    assert not set(out) & set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize(
    ("texts", "closing"),
    [
        (["Text."], "Nothing to mark in 1 file."),
        (["Text.", "Text."], "Nothing to mark in 2 files."),
        (["A qerror.", "Text."], "1 error in 1 of 2 files."),
        (
            ["A qerror and a qerror.", "A qwarning, a qsuggestion."],
            "2 errors, 1 warning, 1 suggestion in 2 of 2 files.",
        ),
    ],
)
def test_the_last_line_counts(desk: Program, texts: list[str], closing: str) -> None:
    for number, text in enumerate(texts):
        desk.write(f"{number}.txt", text)
    assert desk(*CHECK).stdout.splitlines()[-1] == closing


def test_line_format_is_path_line_column_severity_message_rule(desk: Program) -> None:
    desk.write("a.txt", "Text.\nSo a qerror.\n")
    ran = desk(*CHECK, "--format", "line", "a.txt")
    assert ran.stdout == "a.txt:2:6: error: Write good, not qerror. [desk/bad-error]\n"


def test_select_and_ignore_outrank_the_config(desk: Program) -> None:
    assert desk(*CHECK, "-", stdin="A qasleep.\n").code == 1
    assert desk(*CHECK, "--ignore", "desk/asleep", "-", stdin="A qasleep.\n").code == 0
    assert desk("check", "-", stdin="A qasleep and a qerror.\n").code == 0


def test_outline_json_has_every_key_of_the_contract(desk: Program) -> None:
    desk.write("a.md", "# A headline\n\nThe mayor said, “It is over.”\n")
    ran = desk("outline", "--format", "json", "a.md")
    assert (ran.code, ran.data["version"]) == (0, 1)
    file = ran.file("a.md")
    headline, body = file["blocks"]
    assert headline == {
        "kind": "headline",
        "line": 1,
        "end_line": 1,
        "offset": 2,
        "length": 10,
        "text": "A headline",
        "parts": [],
    }
    assert (body["kind"], body["line"]) == ("body", 3)
    (quote,) = file["quotes"]
    assert {"speaker", "cue"} <= quote.keys()
    assert (quote["offset"], quote["length"], quote["text"]) == (31, 11, "It is over.")


def test_outline_text_has_a_row_a_block(desk: Program) -> None:
    desk.write("a.md", "# A headline\n\nSome body text.\n")
    rows = [line.split(None, 2) for line in desk("outline", "a.md").stdout.strip().splitlines()[1:]]
    assert rows == [["1", "headline", "A headline"], ["3", "body", "Some body text."]]


def test_rules_lists_every_rule_and_whether_it_holds_here(desk: Program) -> None:
    desk.write("editlint.toml", 'packs = ["packs/desk"]\nignore = ["desk/bad-error"]\n')
    rows = {row["id"]: row for row in desk("rules", "--format", "json").data["rules"]}
    assert [rows[f"desk/{name}"]["active"] for name in ("bad-warning", "bad-error", "asleep")] == [True, False, False]
    listed = desk("rules").stdout.splitlines()
    assert sorted(rows) == [line.split()[1] for line in listed]
    assert "off  desk/bad-error" in desk("rules").stdout


def test_rules_that_come_with_editlint_are_listed_without_a_config(editlint: Program) -> None:
    assert len(editlint("rules", "--isolated", "--format", "json").data["rules"]) > 5


@pytest.mark.parametrize("name", ["desk/bad-error", "bad-error"])
def test_explain_gives_message_reason_examples_and_place(desk: Program, name: str) -> None:
    ran = desk("explain", name)
    assert ran.code == 0
    for said in (
        "desk/bad-error",
        "error, spelling, off here",
        "A test needs an error.",
        "«qerror → good»",
        "A good word.",
    ):
        assert said in ran.stdout
    assert re.search(r"packs/desk/rules\.yaml:2:1$", ran.stdout.strip())


def test_explain_names_the_nearest_rule(desk: Program) -> None:
    ran = desk("explain", "desk/bad-eror")
    assert ran.code == 2
    assert "Did you mean 'desk/bad-error'?" in ran.stderr


def test_prove_holds_examples_against_their_rules(desk: Program) -> None:
    ran = desk("prove", "packs/desk")
    assert (ran.code, ran.stdout) == (0, "All 8 examples hold.\n")


def test_prove_says_where_an_example_does_not_hold(desk: Program) -> None:
    rules = (desk.folder / "packs/desk/rules.yaml").read_text()
    desk.write("packs/desk/rules.yaml", rules.replace('pass: ["A good word."]', 'pass: ["A qerror."]', 1))
    ran = desk("prove", "packs/desk")
    assert ran.code == 1
    assert "desk/rules.yaml:10:56: desk/bad-error: found 'qerror'" in ran.stdout
    assert ran.stdout.endswith("1 of 8 examples do not hold.\n")


def test_prove_of_a_broken_pack_is_exit_2(desk: Program) -> None:
    desk.write("packs/broken/a.yaml", "one: two\n")
    ran = desk("prove", "packs/broken", "packs/desk")
    assert ran.code == 2
    assert "a.yaml:1:6: " in ran.stderr


def test_prove_does_not_say_that_all_is_well_where_nothing_was_tried(desk: Program) -> None:
    desk.write("packs/broken/a.yaml", "one: two\n")
    assert desk("prove", "packs/broken").stdout == ""


def test_prove_of_a_pack_that_there_is_not_names_a_near_one(desk: Program) -> None:
    ran = desk("prove", "wordng")
    assert ran.code == 2
    assert "Did you mean 'wording'?" in ran.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(desk: Program, shell: str) -> None:
    ran = desk("completion", shell)
    assert ran.code == 0
    assert "_EDITLINT_COMPLETE" in ran.stdout


def test_completion_completes_commands_and_options(desk: Program) -> None:
    env = {"_EDITLINT_COMPLETE": "bash_complete", "COMP_CWORD": "1", "COMP_WORDS": "editlint ch"}
    assert desk(env=env).stdout.split() == ["plain,check"]
    env = {"_EDITLINT_COMPLETE": "bash_complete", "COMP_CWORD": "2", "COMP_WORDS": "editlint check --fail"}
    assert desk(env=env).stdout.split() == ["plain,--fail-on"]


def test_version_is_that_of_the_package(desk: Program) -> None:
    from editlint import __version__

    assert desk("--version").stdout == f"editlint {__version__}\n"


@pytest.mark.parametrize("args", [["--help"], ["-h"], ["check", "--help"], ["outline", "-h"], ["prove", "--help"]])
def test_help_has_examples(desk: Program, args: list[str]) -> None:
    ran = desk(*args)
    assert ran.code == 0
    assert "Examples:\n" in ran.stdout
    assert re.search(r"\n +editlint ", ran.stdout)


def test_help_lists_all_commands(desk: Program) -> None:
    for command in ("check", "outline", "rules", "explain", "prove", "completion"):
        assert f"\n  {command} " in desk("--help").stdout


def test_a_command_that_there_is_not_is_answered_with_a_near_one(desk: Program) -> None:
    ran = desk("chek")
    assert ran.code == 2
    assert "Did you mean 'check'?" in ran.stderr


def test_a_path_where_a_command_belongs_is_answered_with_check(desk: Program) -> None:
    desk.write("story.txt", "Text.\n")
    assert "editlint check story.txt" in desk("story.txt").stderr


def test_json_is_one_object_on_one_line(desk: Program) -> None:
    desk.write("a.txt", TEXT)
    out = desk(*CHECK, "--format", "json", "a.txt").stdout
    assert out.endswith("}\n")
    assert out.count("\n") == 1
    assert json.loads(out)


def test_the_program_can_be_run_from_anywhere(desk: Program, tmp_path: Path) -> None:
    desk.write("a.txt", "A qerror.\n")
    ran = desk(*CHECK, "--format", "line", str(desk.folder / "a.txt"), cwd=tmp_path)
    assert ran.stdout.startswith(f"{desk.folder}/a.txt:1:3: error")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
def test_a_file_name_that_is_not_utf8_is_escaped_in_the_json(desk: Program) -> None:
    (desk.folder / os.fsdecode(b"caf\xe9.txt")).write_text("A good word.\n", encoding="utf-8")
    run = desk(*CHECK, "--format", "json", ".")
    assert [file["path"] for file in json.loads(run.stdout)["files"]] == [os.fsdecode(b"caf\xe9.txt")]
    assert "\\udce9" in run.stdout
