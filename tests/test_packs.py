"""Packs: what the loader refuses, and where it says the fault is; how compiled packs are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import DESK, rule, write_pack
from editlint.errors import PackError
from editlint.pack import Bundle, find_pack, load_default, load_pack
from editlint.pack.bundle import FORM, dump, load
from editlint.pack.compiling import compile_packs, read_rules

GOOD = """\
one:
  check: swap
  category: style
  message: "Write {better}."
  why: Because.
  severity: error
  swap: {wrong: right}
  examples:
    flag:
      - "A <<wrong|right>> word."
    pass:
      - "A right word."
"""


def _faulty(old: str, new: str) -> str:
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


# The text of a pack; where the fault is; what is said of it.
FAULTS = {
    "unknown key": (
        _faulty("  severity:", "  sevrity: error\n  severity:"),
        "6:3",
        "'sevrity'. Did you mean 'severity'?",
    ),
    "unknown key of a kind": (_faulty("  swap:", "  swaps: {a: b}\n  swap:"), "7:3", "'swaps'. Did you mean 'swap'?"),
    "key of another kind": (_faulty("  swap:", "  limit: 3\n  swap:"), "7:3", "unknown key 'limit'."),
    "unknown kind": (_faulty("check: swap", "check: swop"), "2:10", "not 'swop'. Did you mean 'swap'?"),
    "unknown category": (_faulty("category: style", "category: stile"), "3:13", "Did you mean 'style'?"),
    "unknown severity": (_faulty("severity: error", "severity: eror"), "6:13", "Did you mean 'error'?"),
    "unknown default": (_faulty("  swap:", "  default: of\n  swap:"), "7:12", "must be one of on, off, not 'of'."),
    "yes is not on": (_faulty("  swap:", "  default: yes\n  swap:"), "7:12", "must be one of on, off, not 'yes'."),
    "unknown quotes": (_faulty("  swap:", "  quotes: skipp\n  swap:"), "7:11", "Did you mean 'skip'?"),
    "unknown report": (_faulty("  swap:", "  report: frist\n  swap:"), "7:11", "Did you mean 'first'?"),
    "unknown fix": (_faulty("  swap:", "  fix: save\n  swap:"), "7:8", "Did you mean 'safe'?"),
    "unknown scope": (_faulty("  swap:", "  in: [headlin]\n  swap:"), "7:7", "Did you mean 'headline'?"),
    "unknown variant": (_faulty("  swap:", "  variant: amercan\n  swap:"), "7:12", "Did you mean 'american'?"),
    "empty scope": (_faulty("  swap:", "  in: []\n  swap:"), "7:7", "in: is an empty list."),
    "rule named twice": (GOOD + GOOD, "13:1", "'one' stands twice in a file of rules; the first is on line 1."),
    "key twice": (_faulty("  swap:", "  check: swap\n  swap:"), "7:3", "'check' stands twice in rule 'one'"),
    "swapped twice": (_faulty("{wrong: right}", "{wrong: right, wrong: r}"), "7:24", "'wrong' stands twice in swap"),
    "swapped for itself": (_faulty("{wrong: right}", "{wrong: wrong}"), "7:10", "would be swapped for itself"),
    "swap without words": (_faulty("{wrong: right}", "{'--': right}"), "7:9", "'--' holds no word"),
    "empty swap": (_faulty("{wrong: right}", "{}"), "7:9", "swap: is empty."),
    "no check": (_faulty("  check: swap\n", ""), "1:1", "rule 'one' needs the key 'check'."),
    "no message": (_faulty('  message: "Write {better}."\n', ""), "1:1", "rule 'one' needs the key 'message'."),
    "no reason": (_faulty("  why: Because.\n", ""), "1:1", "rule 'one' needs the key 'why'."),
    "empty reason": (_faulty("why: Because.", 'why: " "'), "5:8", "say why the rule exists."),
    "no swap": (_faulty("  swap: {wrong: right}\n", ""), "1:1", "rule 'one' needs the key 'swap'."),
    "no examples": (GOOD[: GOOD.index("  examples")], "1:1", "rule 'one' needs the key 'examples'."),
    "no flag": (
        _faulty('    flag:\n      - "A <<wrong|right>> word."\n', ""),
        "9:5",
        "at least one example under 'flag'",
    ),
    "no pass": (_faulty('    pass:\n      - "A right word."\n', ""), "9:5", "at least one example under 'pass'"),
    "unknown sort": (_faulty("    pass:", "    misses: [a]\n    pass:"), "11:5", "Did you mean 'missed'?"),
    "empty flag": (_faulty('\n      - "A <<wrong|right>> word."', " []"), "9:11", "a list with at least one entry"),
    "mark in pass": (_faulty("A right word", "A <<right>> word"), "12:9", "'pass' marks a place: take << >> out."),
    "no mark in flag": (_faulty("<<wrong|right>>", "wrong"), "10:9", "'flag' marks nothing: put << and >> around"),
    "unknown block": (_faulty('"A right word."', "{captoin: A right word.}"), "12:10", "Did you mean 'caption'?"),
    "unknown setting": (
        _faulty('"A right word."', "{body: A, with: {varient: b}}"),
        "12:26",
        "Did you mean 'variant'?",
    ),
    "bad setting": (_faulty('"A right word."', "{body: A, with: {variant: brit}}"), "12:35", "Did you mean 'british'?"),
    "empty example": (_faulty('"A right word."', "{}"), "12:9", "this example holds no text."),
    "braces in message": (_faulty("{better}", "{better"), "4:12", "Placeholders are names in braces"),
    "numbered placeholder": (_faulty("{better}", "{0}"), "4:12", "nothing fills {0}"),
    "unknown placeholder": (_faulty("{better}", "{beter}"), "4:12", "Did you mean 'better'?"),
    "placeholder with a format": (_faulty("{better}", "{better:d}"), "4:12", "takes no format"),
    "name of rule": (GOOD.replace("one:", "One_Rule:"), "1:1", "small letters, digits and hyphens: 'One_Rule'."),
    "rule is text": ("one: two\n", "1:6", "rule 'one' must be a mapping"),
    "file is a list": ("- one\n", "1:1", "a file of rules must be a mapping"),
    "message is a list": (_faulty('"Write {better}."', "[a]"), "4:12", "message must be text."),
    "not YAML": ("one:\n  check: [swap\n  why: x\n", "3:6", "this is not YAML: "),
    "tab in YAML": ("one:\n\tcheck: swap\n", "2:1", "this is not YAML: "),
    "two documents": (GOOD + "---\n" + GOOD, "13:1", "this is not YAML: "),
    "bad expression": (rule("one", "check: pattern\npattern: '('"), "4:12", "not a regular expression: missing )"),
    "empty match": (rule("one", "check: pattern\npattern: 'a*'"), "4:12", "matches the empty text"),
    "no such group": (rule("one", "check: pattern\npattern: 'a'\nbetter: '{b}'"), "5:11", "'b', which is no group"),
    "limit of none": (rule("one", "check: maximum\nwithin: block\nlimit: 0"), "5:10", "whole number above 0, not '0'."),
    "limit in words": (rule("one", "check: maximum\nwithin: block\nlimit: ten"), "5:10", "not 'ten'."),
    "no such list": (rule("one", "check: swap\nswap: lst.txt"), "4:9", "no list 'lst.txt' beside this file."),
    "list elsewhere": (rule("one", "check: swap\nswap: ../list.txt"), "4:9", "no list '../list.txt' beside this file."),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_said_with_file_line_column_and_a_near_name(tmp_path: Path, name: str) -> None:
    text, place, said = FAULTS[name]
    file = write_pack(tmp_path / "desk", text) / "rules.yaml"
    with pytest.raises(PackError) as error:
        compile_packs([file.parent])
    assert str(error.value).startswith(f"{file}:{place}: ")
    assert said in str(error.value)


def test_the_same_name_in_two_files_of_a_pack_is_refused(tmp_path: Path) -> None:
    write_pack(tmp_path / "desk", GOOD, "a.yaml")
    write_pack(tmp_path / "desk", "\n" + GOOD, "b.yaml")
    with pytest.raises(PackError, match=r"b\.yaml:2:1: there is a rule desk/one already: .*a\.yaml:1:1\."):
        read_rules(tmp_path / "desk")


@pytest.mark.parametrize(
    ("lines", "place", "said"),
    [
        ("# swaps\nwrong -> right\nworse\n", "3:1", "expected `wrong -> right`, found 'worse'"),
        ("a -> b\n\na -> c\n", "3:1", "'a' stands twice in this list."),
        ("a -> b\nc -> c\n", "2:1", "'c' would be swapped for itself."),
        ("a -> b\n -> c\n", "2:1", "expected `wrong -> right`"),
    ],
)
def test_a_bad_line_of_a_list_is_said_with_its_place(tmp_path: Path, lines: str, place: str, said: str) -> None:
    folder = write_pack(tmp_path / "desk", rule("one", "check: swap\nswap: words.txt"))
    (folder / "words.txt").write_text(lines)
    with pytest.raises(PackError) as error:
        compile_packs([folder])
    assert str(error.value).startswith(f"{folder / 'words.txt'}:{place}: ")
    assert said in str(error.value)


def test_a_near_list_is_named(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "desk", rule("one", "check: swap\nswap: wrods.txt"))
    (folder / "words.txt").write_text("a -> b\n")
    with pytest.raises(PackError, match=r"Did you mean 'words\.txt'\?"):
        compile_packs([folder])


def test_a_bad_expression_in_a_list_is_said_with_its_line(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "desk", GOOD)
    (folder / "lines.re.txt").write_text("# lines\nShare\n(\n")
    with pytest.raises(PackError, match=r"lines\.re\.txt:3:1: not a regular expression"):
        compile_packs([folder])


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("photo.jpg", b"", r"desk: this folder holds no rules \(\*\.yaml\)"),
        ("rules.yml", b"", r"rules\.yml: a pack's files end in \.yaml"),
        ("rules.yaml", b"one: caf\xe9\n", r"rules\.yaml: byte 8 is not UTF-8"),
        ("words.txt", b"caf\xe9\n", r"words\.txt: byte 3 is not UTF-8"),
        ("rules.yaml", b"one: \0\n", r"rules\.yaml.*: this is not YAML"),
        ("pack.yaml", b"titel: A\n", r"pack\.yaml:1:1: unknown key 'titel'\. Did you mean 'title'\?"),
    ],
)
def test_a_folder_that_is_no_pack_says_why(tmp_path: Path, file: str, content: bytes, said: str) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    if file == "pack.yaml":
        write_pack(folder, GOOD)
    (folder / file).write_bytes(content)
    with pytest.raises(PackError, match=said):
        compile_packs([folder])


@pytest.mark.parametrize("file", ["rules.yaml", "words.txt"])
def test_a_folder_where_a_file_belongs_is_refused(tmp_path: Path, file: str) -> None:
    folder = write_pack(tmp_path / "desk", GOOD, "good.yaml")
    (folder / file).mkdir()
    with pytest.raises(PackError, match=rf"{file}: "):
        compile_packs([folder])


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "desk", GOOD)
    (folder / "other.yaml").symlink_to("nowhere.yaml")
    with pytest.raises(PackError, match=r"other\.yaml: "):
        load_pack(folder)


def test_a_pack_needs_a_plain_name(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="small letters, digits and hyphens"):
        read_rules(write_pack(tmp_path / "My Rules", GOOD))


def test_a_pack_that_there_is_not_names_a_near_one(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="Did you mean 'captions'"):
        find_pack("captoins", tmp_path)


@pytest.mark.parametrize("value", ["No", "1.10", "on", "2022-01-07", "0x10", "~tilde"])
def test_what_yaml_would_turn_into_something_else_stays_text(tmp_path: Path, value: str) -> None:
    text = GOOD.replace("{wrong: right}", f"{{wrong: {value}, {value}: right}}").replace("Because.", value)
    (source,) = read_rules(write_pack(tmp_path / "desk", text))
    assert source.why == value
    assert source.data == [("wrong", [value], "wrong"), (value, ["right"], value)]


@pytest.mark.parametrize("nothing", ["~", "null", ""])
def test_a_swap_for_nothing_has_no_suggestion(tmp_path: Path, nothing: str) -> None:
    (source,) = read_rules(write_pack(tmp_path / "desk", GOOD.replace("wrong: right", f"wrong: {nothing}")))
    assert source.data == [("wrong", [], "wrong")]


def test_a_quoted_tilde_is_a_suggestion(tmp_path: Path) -> None:
    (source,) = read_rules(write_pack(tmp_path / "desk", GOOD.replace("wrong: right", "wrong: '~'")))
    assert source.data == [("wrong", ["~"], "wrong")]


def test_a_list_beside_the_rules_holds_swaps(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "desk", GOOD.replace("{wrong: right}", "words.txt"))
    (folder / "words.txt").write_text("\ufeff# comment\n\nwrong -> right, second best\r\nworse ->\n", encoding="utf-8")
    (source,) = read_rules(folder)
    assert source.data == [("wrong", ["right", "second best"], "wrong"), ("worse", [], "worse")]


def test_marks_in_examples_give_place_and_fix(tmp_path: Path) -> None:
    text = GOOD.replace('"A <<wrong|right>> word."', '[{headline: "<<A|>> b <<c>>"}, {body: "<<é|e>>"}]')
    (source,) = read_rules(write_pack(tmp_path / "desk", text))
    flag = source.examples[0]
    assert flag.blocks == (("headline", "A b c"), ("body", "é"))
    assert [tuple(mark) for mark in flag.marks] == [(0, 0, 1, ""), (0, 4, 5, None), (1, 0, 1, "e")]


def test_a_file_of_comments_alone_holds_no_rules(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "desk", "# Nothing yet.\n", "empty.yaml")
    assert read_rules(write_pack(folder, GOOD)) != []
    assert len(compile_packs([folder]).rules) == 1


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[Path]]:
    """What is compiled from now on, with an empty cache."""
    from editlint.pack import compiling

    calls: list[list[Path]] = []

    def counting(folders: list[Path]) -> Bundle:
        calls.append(folders)
        return compile_packs(folders)

    monkeypatch.setattr(compiling, "compile_packs", counting)
    monkeypatch.setenv("EDITLINT_CACHE_DIR", str(tmp_path / "cache"))
    return calls


def test_a_pack_is_compiled_once(tmp_path: Path, compiled: list[list[Path]]) -> None:
    folder = write_pack(tmp_path / "desk", DESK)
    first, second = load_pack(folder), load_pack(folder)
    assert len(compiled) == 1
    assert dump(first) == dump(second)


@pytest.mark.parametrize("file", ["rules.yaml", "more.yaml", "words.txt"])
def test_a_pack_is_compiled_anew_when_its_content_changes(
    tmp_path: Path, compiled: list[list[Path]], file: str
) -> None:
    folder = write_pack(tmp_path / "desk", DESK)
    load_pack(folder)
    with (folder / file).open("a") as handle:
        handle.write("# changed\n")
    load_pack(folder)
    assert len(compiled) == 2


def test_the_default_packs_of_a_checkout_are_compiled_once(compiled: list[list[Path]]) -> None:
    assert load_default().packs == load_default().packs
    assert len(compiled) == 1


@pytest.mark.parametrize("damage", [b"", b"nonsense", FORM + b"x" * 100])
def test_a_damaged_cache_is_written_anew(tmp_path: Path, compiled: list[list[Path]], damage: bytes) -> None:
    folder = write_pack(tmp_path / "desk", DESK)
    good = load_pack(folder)
    (entry,) = (tmp_path / "cache" / "packs").iterdir()
    entry.write_bytes(damage)
    assert dump(load_pack(folder)) == dump(good)
    assert entry.read_bytes() == dump(good)


@pytest.mark.parametrize("at", [0, 20, 60, -1])
def test_a_flipped_bit_is_noticed(tmp_path: Path, at: int) -> None:
    data = bytearray(dump(compile_packs([write_pack(tmp_path / "desk", DESK)])))
    data[at] ^= 1
    assert load(bytes(data)) is None


def test_a_cache_that_cannot_be_written_is_no_error(
    tmp_path: Path, compiled: list[list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("EDITLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    folder = write_pack(tmp_path / "desk", DESK)
    assert load_pack(folder).packs == load_pack(folder).packs == ("desk",)
    assert len(compiled) == 2


def test_nothing_but_the_entry_is_left_in_the_cache(tmp_path: Path, compiled: list[list[Path]]) -> None:
    load_pack(write_pack(tmp_path / "desk", DESK))
    assert [path.suffix for path in (tmp_path / "cache" / "packs").iterdir()] == [".bin"]


def test_a_bundle_comes_back_as_it_was(tmp_path: Path) -> None:
    bundle = compile_packs([write_pack(tmp_path / "desk", DESK)])
    again = load(dump(bundle))
    assert again is not None
    assert [again.rule(n) for n in range(4)] == [bundle.rule(n) for n in range(4)]
    assert (again.packs, again.styles, again.lists) == (bundle.packs, bundle.styles, bundle.lists)
    assert dump(again) == dump(bundle)


def test_the_same_pack_compiles_to_the_same_bytes(tmp_path: Path) -> None:
    one, two = (compile_packs([write_pack(tmp_path / n / "desk", DESK)]) for n in ("a", "b"))
    assert dump(one) == dump(two)


def test_a_file_that_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_pack(tmp_path / "desk", DESK)

    def refuse(self: Path, *_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(PackError, match=r"rules\.yaml: can't be read: Permission denied\."):
        load_pack(folder)
