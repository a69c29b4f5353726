"""Data flows one way: no module imports from a room that stands after its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import editlint

# In the order of import, as docs/architecture.md has it.
ROOMS = (
    "errors",
    "text",
    "language",
    "document",
    "parsing",
    "structure",
    "finding",
    "rule",
    "checks",
    "pack",
    "config",
    "ruleset",
    "selection",
    "settle",
    "engine",
    "proving",
    "discovery",
    "reporters",
    "cli",
)
# The package itself and `python -m editlint`: in front of the first room, behind the last.
_DOORS = ("__init__", "__main__")
_ROOT = Path(editlint.__file__).parent
_MODULES = sorted(_ROOT.rglob("*.py"))
_YAML_READERS = ("pack", "parsing/front.py")
_EXITS = ("print", "exit", "quit", "input", "breakpoint")
_SYSTEM = {"sys": ("exit", "stdin", "stdout", "stderr", "__stdout__", "__stderr__"), "os": ("_exit", "abort")}


def name(path: Path) -> str:
    return path.relative_to(_ROOT).as_posix()


def room(path: Path) -> str:
    return path.relative_to(_ROOT).parts[0].removesuffix(".py")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> Iterator[str]:
    """Every module or name that is imported, dotted, wherever in the file it is."""
    package = ["editlint", *path.relative_to(_ROOT).parent.parts]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            dotted = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{dotted}.{alias.name}" for alias in node.names)


def imported_rooms(path: Path) -> set[str]:
    """The rooms that are imported; `editlint.__version__` belongs to none."""
    dotted = [target.split(".") for target in imports(path)]
    return {parts[1] for parts in dotted if parts[0] == "editlint" and len(parts) > 1 and parts[1] in ROOMS}


def outer(path: Path) -> set[str]:
    """The packages that are imported, by their first name."""
    return {target.partition(".")[0] for target in imports(path)}


def speaks(node: ast.AST) -> bool:
    """Whether that is a way to print, to read what is typed, or to end the program."""
    if isinstance(node, ast.Name):
        return node.id in (*_EXITS, "SystemExit")
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.attr in _SYSTEM.get(node.value.id, ())
    if isinstance(node, ast.ImportFrom):
        return any(alias.name in _SYSTEM.get(node.module or "", ()) for alias in node.names)
    return False


def test_every_file_stands_in_a_room_of_the_list() -> None:
    assert {room(path) for path in _MODULES} - set(_DOORS) == set(ROOMS)


@pytest.mark.parametrize("path", _MODULES, ids=name)
def test_a_module_imports_no_room_after_its_own(path: Path) -> None:
    if path.name == "__main__.py":
        return
    own = ROOMS.index(room(path)) if room(path) in ROOMS else -1
    assert {other for other in imported_rooms(path) if ROOMS.index(other) > own} == set()


@pytest.mark.parametrize("path", _MODULES, ids=name)
def test_no_import_is_hidden_from_this_test_outside_the_command_line(path: Path) -> None:
    """Only `cli` imports by a name that is worked out, and only commands of its own."""
    if room(path) == "cli":
        return
    names = {node.id for node in ast.walk(tree(path)) if isinstance(node, ast.Name)}
    assert "importlib" not in outer(path)
    assert "__import__" not in names


def test_only_packs_and_front_matter_are_read_as_yaml() -> None:
    readers = {name(path) for path in _MODULES if "yaml" in outer(path)}
    assert {reader for reader in readers if not reader.startswith(_YAML_READERS)} == set()


def test_only_the_command_line_imports_click() -> None:
    assert {room(path) for path in _MODULES if "click" in outer(path)} == {"cli"}


@pytest.mark.parametrize("path", [path for path in _MODULES if room(path) != "cli"], ids=name)
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    assert [node.lineno for node in ast.walk(tree(path)) if speaks(node) and hasattr(node, "lineno")] == []
