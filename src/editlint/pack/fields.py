"""YAML as it stands: nodes with their places, so that every error can point at one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

from editlint.errors import PackError, Place, near

__all__ = ["NodeFields", "Pairs", "compose", "entries", "error_at"]

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

Pairs = list[tuple[yaml.ScalarNode, yaml.Node]]


def compose(path: Path) -> yaml.Node | None:
    """The root node of a file, None for an empty one; raises PackError for what is not UTF-8 or not YAML."""
    try:
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError) as error:
        raise _unread(path, error) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(str(path), mark.line + 1, mark.column + 1) if mark else Place(str(path))
        raise PackError(f"this is not YAML: {getattr(error, 'problem', None) or error}.", place) from error


def _unread(path: Path, error: OSError | UnicodeDecodeError) -> PackError:
    if isinstance(error, OSError):
        return PackError(f"can't be read: {error.strerror}.", Place(str(path)))
    return PackError(f"byte {error.start} is not UTF-8; save the file as UTF-8.", Place(str(path)))


def error_at(path: Path, node: yaml.Node, message: str) -> PackError:
    """The error to raise about a node."""
    return PackError(message, Place(str(path), node.start_mark.line + 1, node.start_mark.column + 1))


def entries(path: Path, node: yaml.Node, what: str) -> Pairs:
    """The pairs of a mapping; a key written twice is an error, which YAML itself would let pass."""
    if not isinstance(node, yaml.MappingNode):
        raise error_at(path, node, f"{what} must be a mapping (key: value).")
    seen: dict[str, yaml.Node] = {}
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise error_at(path, key, f"a key of {what} must be plain text.")
        if key.value in seen:
            first = seen[key.value].start_mark.line + 1
            raise error_at(path, key, f"{key.value!r} stands twice in {what}; the first is on line {first}.")
        seen[key.value] = key
    return list(node.value)


def scalar(path: Path, node: yaml.Node, what: str) -> str:
    """The text of a scalar exactly as written: `No` and `1.10` stay text."""
    if not isinstance(node, yaml.ScalarNode):
        raise error_at(path, node, f"{what} must be text.")
    return str(node.value)


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ("~", "null", "")


class NodeFields:
    """The keys of one rule. Remembers which were asked for: what nobody asked for is an unknown key."""

    def __init__(self, path: Path, name: yaml.ScalarNode, node: yaml.Node) -> None:
        self.path, self.name = path, name
        self._nodes = {key.value: (key, value) for key, value in entries(path, node, f"rule {name.value!r}")}

    def has(self, key: str) -> bool:
        """Whether the rule has that key."""
        return key in self._nodes

    def node(self, key: str) -> yaml.Node:
        """The value of a key that must be there."""
        if key not in self._nodes:
            raise error_at(self.path, self.name, f"rule {self.name.value!r} needs the key {key!r}.")
        return self._nodes[key][1]

    def wrong(self, key: str, message: str) -> PackError:
        """The error to raise about that key."""
        node = self._nodes[key][1] if key in self._nodes else self.name
        return error_at(self.path, node, f"{key}: {message}")

    def known(self, keys: Iterable[str]) -> None:
        """Raise for the first key that is none of these."""
        keys = list(keys)
        for key, (node, _) in self._nodes.items():
            if key not in keys:
                raise error_at(self.path, node, f"unknown key {key!r}.{near(key, keys)}")

    def text(self, key: str, default: str | None = None) -> str:
        """One string; `default` where the key is missing, and an error where there is none."""
        if default is not None and not self.has(key):
            return default
        return scalar(self.path, self.node(key), key)

    def texts(self, key: str, default: Sequence[str] | None = None) -> list[str]:
        """A string, or a list of strings."""
        if default is not None and not self.has(key):
            return list(default)
        node = self.node(key)
        if isinstance(node, yaml.SequenceNode):
            if not node.value:
                raise self.wrong(key, "is an empty list.")
            return [scalar(self.path, item, f"each entry of {key}") for item in node.value]
        return [scalar(self.path, node, key)]

    def number(self, key: str) -> int:
        """A whole number above 0."""
        text = self.text(key)
        if not text.isdecimal() or int(text) < 1:
            raise self.wrong(key, f"must be a whole number above 0, not {text!r}.")
        return int(text)

    def choice(self, key: str, known: Sequence[str], default: str | None = None) -> str:
        """One of the known words."""
        text = self.text(key, default)
        if text not in known:
            raise self.wrong(key, f"must be one of {', '.join(known)}, not {text!r}.{near(text, known)}")
        return text

    def choices(self, key: str, known: Sequence[str], default: Sequence[str]) -> list[str]:
        """Some of the known words."""
        chosen = self.texts(key, default)
        for text in chosen:
            if text not in known:
                raise self.wrong(key, f"{text!r} is none of {', '.join(known)}.{near(text, known)}")
        return chosen

    def swaps(self, key: str) -> dict[str, list[str]]:
        """Wrong to right ones: a mapping in the rule, or the name of a list beside it (`wrong -> right, second`)."""
        node = self.node(key)
        if isinstance(node, yaml.ScalarNode):
            return self._swaps_in_list(key, node.value)
        found: dict[str, list[str]] = {}
        for wrong, value in entries(self.path, node, key):
            if _is_null(value):
                found[wrong.value] = []
            elif isinstance(value, yaml.SequenceNode):
                found[wrong.value] = [scalar(self.path, item, f"each right form in {key}") for item in value.value]
            else:
                found[wrong.value] = [scalar(self.path, value, f"the right form in {key}")]
            if wrong.value in found[wrong.value]:
                raise error_at(self.path, wrong, f"{wrong.value!r} would be swapped for itself.")
        if not found:
            raise self.wrong(key, "is empty.")
        return found

    def _swaps_in_list(self, key: str, name: str) -> dict[str, list[str]]:
        path = self.path.parent / name
        if Path(name).name != name or not path.is_file():
            beside = [file.name for file in self.path.parent.glob("*.txt")]
            raise self.wrong(key, f"there is no list {name!r} beside this file.{near(name, beside)}")
        found: dict[str, list[str]] = {}
        for number, line in list_lines(path):
            wrong, arrow, rights = (part.strip() for part in line.partition("->"))
            place = Place(str(path), number, 1)
            if not wrong or not arrow:
                raise PackError(f"expected `wrong -> right`, found {line!r}.", place)
            if wrong in found:
                raise PackError(f"{wrong!r} stands twice in this list.", place)
            found[wrong] = [right.strip() for right in rights.split(",") if right.strip()]
            if wrong in found[wrong]:
                raise PackError(f"{wrong!r} would be swapped for itself.", place)
        return found


def list_lines(path: Path) -> list[tuple[int, str]]:
    """The entries of a word list with their line numbers; blank lines and lines that begin with # are none."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _unread(path, error) from error
    lines = ((number, line.strip()) for number, line in enumerate(text.splitlines(), 1))
    return [(number, line) for number, line in lines if line and not line.startswith("#")]
