"""Which files are read: folders pass over what is ignored and excluded, named files are read whatever is said."""

from __future__ import annotations

from conftest import Program

CHECK = ("check", "--select", "desk")


def test_files_come_in_the_order_of_the_command_line_and_folders_sorted(desk: Program) -> None:
    for name in ("z.txt", "dir/b.txt", "dir/a.txt", "dir/sub/c.md"):
        desk.write(name, "Text.\n")
    ran = desk(*CHECK, "--format", "json", "z.txt", "dir", "dir/a.txt")
    assert [file["path"] for file in ran.data["files"]] == ["z.txt", "dir/a.txt", "dir/b.txt", "dir/sub/c.md"]


def test_no_paths_means_the_current_folder(desk: Program) -> None:
    desk.write("sub/a.txt", "A qerror.\n")
    assert desk(*CHECK, "--format", "line").stdout.startswith("sub/a.txt:1:3: ")


def test_a_folder_respects_gitignore(desk: Program) -> None:
    """Nested files of it, and lines that take a pattern back, hold as they do for git."""
    desk.write(".git/HEAD", "")
    desk.write(".gitignore", "drafts/\n*.old.txt\n!keep.old.txt\n/top.txt\n")
    desk.write("in/.gitignore", "*.txt\n!in.txt\n")
    wanted = ["in/in.txt", "in/sub/in.txt", "in/sub/top.md", "keep.old.txt", "out.txt"]
    for name in (*wanted, "drafts/in.txt", "a.old.txt", "top.txt", "in/out.txt", "in/sub/out.txt", "in/drafts/in.txt"):
        desk.write(name, "Text.\n")
    assert [file["path"] for file in desk(*CHECK, "--format", "json").data["files"]] == wanted


def test_gitignore_of_the_repository_holds_in_a_folder_below_its_root(desk: Program) -> None:
    desk.write(".git/HEAD", "")
    desk.write(".gitignore", "/a/b/out.txt\nold/\n")
    for name in ("a/b/in.txt", "a/b/out.txt", "a/b/old/in.txt"):
        desk.write(name, "Text.\n")
    ran = desk(*CHECK, "--format", "json", ".", cwd=desk.folder / "a" / "b")
    assert [file["path"] for file in ran.data["files"]] == ["in.txt"]


def test_a_folder_respects_exclude(desk: Program) -> None:
    config = (desk.folder / "editlint.toml").read_text()
    desk.write("editlint.toml", config + 'exclude = ["archive/", "*.raw.txt", "!keep.raw.txt"]\n')
    for name in ("a.txt", "archive/b.txt", "sub/archive/c.txt", "d.raw.txt", "keep.raw.txt"):
        desk.write(name, "Text.\n")
    assert [file["path"] for file in desk(*CHECK, "--format", "json").data["files"]] == ["a.txt", "keep.raw.txt"]


def test_hidden_tools_and_other_kinds_of_file_are_no_articles(desk: Program) -> None:
    for name in ("a.txt", "b.py", "c.jpg", "node_modules/d.md", ".venv/e.txt", ".git/f.txt"):
        desk.write(name, "Text.\n")
    assert [file["path"] for file in desk(*CHECK, "--format", "json", ".").data["files"]] == ["a.txt"]


def test_a_named_file_is_always_read(desk: Program) -> None:
    """Whatever .gitignore, excludes or its extension say."""
    config = (desk.folder / "editlint.toml").read_text()
    desk.write("editlint.toml", config + 'exclude = ["archive/"]\n')
    desk.write(".gitignore", "ignored.txt\n")
    names = ["archive/a.txt", "ignored.txt", "story.copy", "README"]
    for name in names:
        desk.write(name, "A qerror.\n")
    ran = desk(*CHECK, "--format", "json", *names)
    assert [(f["path"], f["format"], len(f["findings"])) for f in ran.data["files"]] == [(n, "text", 1) for n in names]


def test_force_exclude_lets_excludes_hold_for_named_files(desk: Program) -> None:
    config = (desk.folder / "editlint.toml").read_text()
    desk.write("editlint.toml", config + 'exclude = ["archive/"]\n')
    desk.write("archive/a.txt", "A qerror.\n")
    desk.write("b.txt", "Text.\n")
    ran = desk(*CHECK, "--force-exclude", "--format", "json", "archive/a.txt", "b.txt")
    assert (ran.code, [file["path"] for file in ran.data["files"]]) == (0, ["b.txt"])
    ran = desk(*CHECK, "--force-exclude", "archive/a.txt")
    assert (ran.code, ran.stderr) == (0, "")


def test_a_file_named_twice_is_checked_once(desk: Program) -> None:
    desk.write("a.txt", "A qerror.\n")
    (desk.folder / "link.txt").symlink_to("a.txt")
    ran = desk(*CHECK, "--format", "json", "a.txt", "./a.txt", "link.txt", ".")
    assert ran.data["summary"]["files"] == 1
