"""Config files: the nearest holds, each key does what it says, and what is wrong is said with its place."""

from __future__ import annotations

import json

import pytest

from conftest import DESK, Program, rule

PACKS = 'packs = ["packs/desk"]\nignore = ["all"]\n'
CHECK = ("check", "--format", "json")
EVERYTHING = "A qerror, a qwarning, a qsuggestion and a qasleep.\n"


@pytest.fixture
def house(editlint: Program) -> Program:
    """The program in a folder with the pack of the tests and no config yet."""
    editlint.write("packs/desk/rules.yaml", DESK)
    return editlint


def _found(program: Program, text: str = EVERYTHING) -> list[str]:
    """Which rules of the desk find something in a text."""
    program.write("text.txt", text)
    return [name for name in program(*CHECK, "text.txt").rules("text.txt") if name.startswith("desk/")]


@pytest.mark.parametrize("name", ["editlint.toml", ".editlint.toml"])
def test_a_config_is_found_under_either_name(house: Program, name: str) -> None:
    house.write(name, 'packs = ["packs/desk"]\n')
    assert _found(house, "A qerror.\n") == ["desk/bad-error"]


def test_a_pyproject_with_the_table_is_a_config(house: Program) -> None:
    house.write("pyproject.toml", '[project]\nname = "x"\n\n[tool.editlint]\npacks = ["packs/desk"]\n')
    assert _found(house, "A qerror.\n") == ["desk/bad-error"]


def test_a_pyproject_without_the_table_is_passed_over(house: Program) -> None:
    house.write("editlint.toml", 'packs = ["packs/desk"]\n')
    house.write("sub/pyproject.toml", '[project]\nname = "editlint-user"\n[tool.ruff]\nline-length = 100\n')
    house.write("sub/a.txt", "A qerror.\n")
    assert "desk/bad-error" in house(*CHECK, "sub/a.txt").rules("sub/a.txt")


def test_the_config_nearest_to_each_file_holds_for_it(house: Program) -> None:
    house.write("editlint.toml", 'packs = ["packs/desk"]\nignore = ["desk/bad-error"]\n')
    house.write("sub/.editlint.toml", 'packs = ["../packs/desk"]\nignore = ["desk/bad-warning"]\n')
    for name in ("a.txt", "sub/a.txt", "sub/deeper/a.txt"):
        house.write(name, "A qerror and a qwarning.\n")
    ran = house(*CHECK, ".")
    assert ran.rules("a.txt") == ["desk/bad-warning"]
    assert ran.rules("sub/a.txt") == ran.rules("sub/deeper/a.txt") == ["desk/bad-error"]


def test_editlint_toml_outranks_a_pyproject_beside_it(house: Program) -> None:
    house.write("pyproject.toml", "[tool.editlint]\nunknown = 1\n")
    house.write("editlint.toml", 'packs = ["packs/desk"]\n')
    assert _found(house, "A qerror.\n") == ["desk/bad-error"]


def test_standard_input_has_the_config_of_its_name(house: Program) -> None:
    house.write("sub/editlint.toml", 'packs = ["../packs/desk"]\n')
    ran = house(*CHECK, "--stdin-filename", "sub/new.txt", "-", stdin="A qerror.\n")
    assert "desk/bad-error" in ran.rules("sub/new.txt")


def test_config_names_the_one_file_that_holds(house: Program) -> None:
    house.write("editlint.toml", "unknown = 1\n")
    house.write("other/house.toml", 'packs = ["../packs/desk"]\n')
    house.write("a.txt", "A qerror.\n")
    ran = house(*CHECK, "--config", "other/house.toml", "a.txt")
    assert "desk/bad-error" in ran.rules("a.txt")


def test_isolated_reads_no_config(house: Program) -> None:
    house.write("editlint.toml", "unknown = 1\n")
    house.write("a.txt", "Text.\n")
    assert house(*CHECK, "--isolated", "a.txt").code == 0


def test_packs_by_path_start_from_the_config(house: Program) -> None:
    house.write("editlint.toml", 'packs = ["packs/desk"]\n')
    house.write("sub/a.txt", "A qerror.\n")
    ran = house(*CHECK, "a.txt", cwd=house.folder / "sub")
    assert "desk/bad-error" in ran.rules("a.txt")


def test_packs_by_name_are_those_that_come_with_editlint(house: Program) -> None:
    house.write("editlint.toml", 'packs = ["ap", "captions"]\n')
    assert house("rules").code == 0


def test_a_pack_of_the_house_with_a_name_that_is_taken_is_an_error(house: Program) -> None:
    """It is never passed over in silence."""
    house.write("own/wording/rules.yaml", rule("mine", "check: swap\nswap: {qmine: good}"))
    house.write("editlint.toml", 'variant = "british"\npacks = ["own/wording"]\n')
    house.write("a.txt", "A qmine.\n")
    ran = house(*CHECK, "a.txt")
    assert ran.code == 2
    assert "editlint.toml:2: there are two packs named 'wording'" in ran.stderr


def test_select_switches_on_what_sleeps(house: Program) -> None:
    house.write("editlint.toml", 'packs = ["packs/desk"]\nselect = ["desk/asleep"]\n')
    assert "desk/asleep" in _found(house)


def test_ignore_switches_off_a_rule_or_a_pack(house: Program) -> None:
    house.write("editlint.toml", 'packs = ["packs/desk"]\nignore = ["desk/bad-error"]\n')
    assert _found(house) == ["desk/bad-warning", "desk/bad-suggestion"]
    house.write("editlint.toml", 'packs = ["packs/desk"]\nignore = ["desk"]\n')
    assert _found(house) == []


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ('select = ["desk"]\nignore = ["all"]', ["bad-error", "bad-warning", "bad-suggestion", "asleep"]),
        ('select = ["desk/asleep"]\nignore = ["desk"]', ["asleep"]),
        ('select = ["desk"]\nignore = ["desk/asleep"]', ["bad-error", "bad-warning", "bad-suggestion"]),
        ('select = ["desk/asleep"]\nignore = ["desk/asleep", "desk/bad-error"]', ["bad-warning", "bad-suggestion"]),
    ],
)
def test_a_rule_outranks_its_pack_and_a_pack_outranks_all(house: Program, choice: str, found: list[str]) -> None:
    house.write("editlint.toml", f'packs = ["packs/desk"]\n{choice}\n')
    assert _found(house) == [f"desk/{name}" for name in found]


@pytest.mark.parametrize("key", ["accept", "names"])
def test_accepted_words_and_names_are_no_findings(house: Program, key: str) -> None:
    house.write("editlint.toml", f'packs = ["packs/desk"]\n{key} = ["Qerror"]\n')
    assert _found(house) == ["desk/bad-warning", "desk/bad-suggestion"]


@pytest.mark.parametrize("key", ["accept", "names"])
def test_a_word_inside_an_accepted_phrase_is_no_finding_and_elsewhere_it_is_one(house: Program, key: str) -> None:
    house.write("editlint.toml", f'packs = ["packs/desk"]\n{key} = ["Qerror Street"]\n')
    assert _found(house, "They met in Qerror  Street.\n") == []
    assert _found(house, "They met in Qerror Streets.\n") == ["desk/bad-error"]
    assert _found(house, "A qerror in the street.\n") == ["desk/bad-error"]


def test_outlets_are_known_as_credits(house: Program) -> None:
    house.write("a.txt", "A headline\n\nA man walks along the quay at dawn. The Quayside Courier\n")
    house.write("editlint.toml", "")
    assert "credit" not in house("outline", "--format", "json", "a.txt").stdout
    house.write("editlint.toml", 'outlets = ["The Quayside Courier"]\n')
    (caption,) = [b for b in house("outline", "--format", "json", "a.txt").file("a.txt")["blocks"] if b["parts"]]
    assert [part["text"] for part in caption["parts"]] == ["The Quayside Courier"]


def test_variant_switches_on_the_rules_of_that_variant_alone(house: Program) -> None:
    keys = "check: swap\nvariant: [american, canadian]\nswap: {qbritish: good}"
    house.write("packs/desk/rules.yaml", rule("british", keys))
    for variant, found in (("american", ["desk/british"]), ("canadian", ["desk/british"]), ("british", [])):
        house.write("editlint.toml", f'packs = ["packs/desk"]\nvariant = "{variant}"\n')
        assert _found(house, "A qbritish.\n") == found
    house.write("editlint.toml", 'packs = ["packs/desk"]\n')
    assert _found(house, "A qbritish.\n") == []


def test_style_switches_on_the_sleeping_rules_of_a_house_style(house: Program) -> None:
    house.write("packs/desk/pack.yaml", "title: Of the desk\nstyle: yes\n")
    house.write("editlint.toml", 'packs = ["packs/desk"]\n')
    assert "desk/asleep" not in _found(house)
    house.write("editlint.toml", 'packs = ["packs/desk"]\nstyle = "desk"\n')
    assert "desk/asleep" in _found(house)


def test_exclude_leaves_files_of_folders_out(house: Program) -> None:
    house.write("editlint.toml", 'exclude = ["old/", "draft-*"]\n')
    for name in ("a.txt", "old/b.txt", "draft-c.txt", "sub/draft-d.txt"):
        house.write(name, "Text.\n")
    assert [file["path"] for file in house(*CHECK).data["files"]] == ["a.txt"]


WRONG = [
    ("ignroe = []\n", ":1: unknown key 'ignroe'. Did you mean 'ignore'?"),
    ("\nzzz = []\n", ":2: unknown key 'zzz'."),
    ('# A comment\nselect = "desk"\n', ":2: select must be a list of strings"),
    ("select = [1]\n", ":1: select must be a list of strings"),
    ('accept = ["good", ""]\n', ":1: accept must be a list of strings"),
    ("variant = 3\n", ":1: variant must be one of american,"),
    ('variant = "amercan"\n', ":1: variant must be one of american, british, canadian, australian, not 'amercan'."),
    ('variant = "amercan"\n', "Did you mean 'american'?"),
    ('style = ["ap"]\n', ":1: style must be the name of a house style"),
    ('\n\nstyle = "app"\n', ":3: style: there is no house style 'app'"),
    ('style = "app"\n', "Did you mean 'ap'?"),
    ('packs = ["captoins"]\n', ":1: there is no pack 'captoins'"),
    ('packs = ["captoins"]\n', "Did you mean 'captions'?"),
    ('packs = [\n  "captions",\n  "nowhere",\n]\n', ":3: there is no pack 'nowhere'"),
    ('select = ["captions/glued-credt"]\n', ":1: select: there is no rule or pack 'captions/glued-credt'."),
    ('select = ["captions/glued-credt"]\n', "Did you mean 'captions/glued-credit'?"),
    ('ignore = [\n  "captoins",\n]\n', ":2: ignore: there is no rule or pack 'captoins'. Did you mean 'captions'?"),
    ('exclude = ["!"]\n', ":1: exclude"),
    ("style = \n", ":1:9: this is not TOML"),
    ('accept = ["a"]\naccept = ["b"]\n', ":2:"),
    (b'accept = ["caf\xe9"]\n', ": byte 14 is not UTF-8"),
]


@pytest.mark.parametrize(("config", "said"), WRONG)
def test_a_wrong_config_is_said_with_its_place_and_other_files_are_checked(
    desk: Program, config: str | bytes, said: str
) -> None:
    desk.write("sub/editlint.toml", config)
    desk.write("sub/a.txt", "A qerror.\n")
    desk.write("sub/b.txt", "A qerror.\n")
    desk.write("c.txt", "A qerror.\n")
    ran = desk(*CHECK, "--select", "all", "sub", "c.txt")
    assert ran.code == 2
    assert "sub/editlint.toml" + said in ran.stderr or (said.startswith("Did") and said in ran.stderr)
    assert ran.stderr.count("editlint: ") == 1
    assert "desk/bad-error" in ran.rules("c.txt")
    for name in ("sub/a.txt", "sub/b.txt"):
        (failure,) = ran.file(name)["failures"]
        assert said in failure["message"]


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("[tool.editlint]\nignroe = []\n", ":2: unknown key 'ignroe'. Did you mean 'ignore'?"),
        ("[tool]\neditlint = 3\n", ":2: tool.editlint must be a table"),
        ("[tool.editlint\n", ":1:15: this is not TOML"),
    ],
)
def test_a_wrong_table_in_a_pyproject_is_said(desk: Program, config: str, said: str) -> None:
    desk.write("sub/pyproject.toml", config)
    desk.write("sub/a.txt", "Text.\n")
    ran = desk(*CHECK, "sub/a.txt")
    assert ran.code == 2
    assert f"pyproject.toml{said}" in ran.stderr


def test_a_pyproject_whose_tool_is_no_table_is_none_of_ours(desk: Program) -> None:
    desk.write("sub/pyproject.toml", 'tool = "editlint"\n')
    desk.write("sub/a.txt", "Text.\n")
    assert desk(*CHECK, "sub/a.txt").code == 0


def test_a_key_of_another_table_is_not_taken_for_the_faulty_one(desk: Program) -> None:
    """The line named is that of [tool.editlint]."""
    config = '[tool.ruff]\nselect = ["E"]\n\n[tool.editlint]\nselect = ["nosuch"]\n'
    desk.write("sub/pyproject.toml", config)
    desk.write("sub/a.txt", "Text.\n")
    assert "pyproject.toml:5: select: there is no rule" in desk(*CHECK, "sub/a.txt").stderr


@pytest.mark.parametrize(
    "command", [["check", "a.txt"], ["outline", "a.txt"], ["rules"], ["explain", "desk/asleep"], ["prove"]]
)
@pytest.mark.parametrize("config", ["ignroe = []\n", 'packs = ["nowhere"]\n', "x", 'packs = ["broken"]\n'])
def test_every_command_says_that_the_config_is_wrong(desk: Program, command: list[str], config: str) -> None:
    desk.write("broken/a.yaml", "one: two\n")
    desk.write("editlint.toml", config)
    desk.write("a.txt", "Text.\n")
    ran = desk(*command)
    assert ran.code == 2
    assert ("a.yaml:1:6" if "broken" in config else "editlint.toml:1") in ran.stderr


@pytest.mark.parametrize("name", ["gone.toml", "packs"])
def test_a_config_that_is_named_must_be_there(desk: Program, name: str) -> None:
    desk.write("a.txt", "Text.\n")
    ran = desk(*CHECK, "--config", name, "a.txt")
    assert ran.code == 2
    assert f"{name}: can't be read" in ran.stderr


def test_a_config_that_is_a_loop_of_links_is_no_crash(desk: Program) -> None:
    desk.write("sub/a.txt", "Text.\n")
    (desk.folder / "sub/editlint.toml").symlink_to("editlint.toml")
    assert json.loads(desk(*CHECK, "sub/a.txt").stdout)


def test_a_name_too_long_for_the_system_is_no_crash(desk: Program) -> None:
    ran = desk(*CHECK, "--stdin-filename", "a" * 5000 + "/b.txt", "-", stdin="Text.\n")
    assert ran.data["summary"]["files"] == 1
