"""Folders of YAML to a bundle."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path
from string import Formatter

from editlint import language
from editlint.checks import KINDS
from editlint.errors import PackError, Place, near
from editlint.finding import SEVERITIES
from editlint.pack.bundle import Bundle
from editlint.pack.examples import read_examples
from editlint.pack.fields import NodeFields, compose, entries, error_at, list_lines, scalar
from editlint.rule import CATEGORIES, SCOPES, VARIANTS, Example, Plain, Rule

__all__ = ["RuleSource", "compile_packs", "read_rules"]

_COMMON = (
    "check",
    "category",
    "message",
    "why",
    "severity",
    "default",
    "in",
    "quotes",
    "report",
    "fix",
    "variant",
    "examples",
)
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Describes the pack itself; every other .yaml file in the folder holds rules.
_ABOUT = "pack.yaml"


@dataclass(frozen=True)
class RuleSource:
    """A rule with all that stands in its pack."""

    rule: Rule
    data: Plain
    why: str
    examples: tuple[Example, ...]
    place: Place


def compile_packs(folders: Iterable[Path]) -> Bundle:
    """Compile packs into one bundle; raises PackError at the first fault."""
    folders = list(folders)
    sources = [source for folder in folders for source in read_rules(folder)]
    by_kind: dict[str, list[tuple[int, Plain]]] = {}
    for number, source in enumerate(sources):
        by_kind.setdefault(source.rule.check, []).append((number, source.data))
    return Bundle(
        packs=tuple(folder.name for folder in folders),
        rules=[astuple(source.rule) for source in sources],
        tables={kind: KINDS[kind].compile(rules) for kind, rules in sorted(by_kind.items())},
        lists={
            f"{folder.name}/{file.stem}": _read_list(file)
            for folder in folders
            for file in sorted(folder.glob("*.txt"))
            if not _is_swap_list(file)
        },
        styles=tuple(folder.name for folder in folders if _is_style(folder)),
    )


def read_rules(folder: Path) -> list[RuleSource]:
    """The rules of one pack in the order of their files and places; raises PackError."""
    files = sorted(f for f in folder.glob("*.yaml") if f.name != _ABOUT)
    for wrong in folder.glob("*.yml"):
        raise PackError("a pack's files end in .yaml; rename this one.", Place(str(wrong)))
    if not files and not any(folder.glob("*.txt")):
        raise PackError("this folder holds no rules (*.yaml), so it is no pack.", Place(str(folder)))
    if not _NAME.fullmatch(folder.name):
        raise PackError("a pack is named by its folder: small letters, digits and hyphens, please.", Place(str(folder)))
    found: dict[str, RuleSource] = {}
    for file in files:
        root = compose(file)
        if root is None:
            continue
        for name, node in entries(file, root, "a file of rules"):
            source = _read_rule(folder.name, NodeFields(file, name, node))
            if source.rule.id in found:
                raise error_at(file, name, f"there is a rule {source.rule.id} already: {found[source.rule.id].place}.")
            found[source.rule.id] = source
    return list(found.values())


def _read_rule(pack: str, fields: NodeFields) -> RuleSource:
    name = fields.name.value
    if not _NAME.fullmatch(name):
        raise error_at(fields.path, fields.name, f"a rule's name is in small letters, digits and hyphens: {name!r}.")
    check = fields.choice("check", list(KINDS))
    kind = KINDS[check]
    fields.known((*_COMMON, *kind.keys))
    scope: list[str] = []
    for word in fields.choices("in", [*SCOPES, *SCOPES["all"]], ["prose"]):
        scope += SCOPES.get(word, (word,))
    data = kind.read(fields)
    rule = Rule(
        id=f"{pack}/{name}",
        check=check,
        category=fields.choice("category", CATEGORIES),
        severity=fields.choice("severity", SEVERITIES),
        message=_message(fields, {"found", "better", *kind.fills(data)}),
        default=fields.choice("default", ("on", "off"), "on") == "on",
        scope=tuple(dict.fromkeys(scope)),
        quotes=fields.choice("quotes", ("skip", "check", "only"), "skip"),
        report=fields.choice("report", ("every", "first"), "every"),
        fix=fields.choice("fix", ("safe", "unsafe", "none"), "none"),
        variants=tuple(fields.choices("variant", VARIANTS, [])),
    )
    why = fields.text("why").strip()
    if not why:
        raise fields.wrong("why", "say why the rule exists.")
    mark = fields.name.start_mark
    place = Place(str(fields.path), mark.line + 1, mark.column + 1)
    return RuleSource(rule, data, why, tuple(read_examples(fields)), place)


def _message(fields: NodeFields, known: set[str]) -> str:
    """The message, with no placeholder in it that the check doesn't fill."""
    message = fields.text("message")
    try:
        places = [place[1:] for place in Formatter().parse(message) if place[1] is not None]
    except ValueError as error:
        raise fields.wrong("message", f"{error}. Placeholders are names in braces: {{found}}.") from error
    for name, form, conversion in places:
        if name not in known:
            listed = ", ".join(sorted(known))
            raise fields.wrong("message", f"nothing fills {{{name}}}; known: {listed}.{near(str(name), known)}")
        if form or conversion:
            raise fields.wrong("message", f"{{{name}}} takes no format.")
    return message


def _is_style(folder: Path) -> bool:
    about = folder / _ABOUT
    root = compose(about) if about.is_file() else None
    if root is None:
        return False
    keys = {}
    for key, value in entries(about, root, _ABOUT):
        if key.value not in ("title", "style"):
            raise error_at(about, key, f"unknown key {key.value!r}.{near(key.value, ('title', 'style'))}")
        keys[key.value] = scalar(about, value, key.value)
    return keys.get("style") == "yes"


def _read_list(file: Path) -> list[Plain]:
    """The entries of a list; of a list of expressions (*.re.txt) each with the literals it needs."""
    if not file.name.endswith(".re.txt"):
        return [line for _, line in list_lines(file)]
    rows: list[Plain] = []
    for number, line in list_lines(file):
        try:
            re.compile(line)
            # The whole line must match: with its edges said, most lines need a whole word.
            rows.append(language.compile_row(rf"\A(?:{line})\Z"))
        except re.error as error:
            raise PackError(f"not a regular expression: {error}.", Place(str(file), number, 1)) from error
    return rows


def _is_swap_list(file: Path) -> bool:
    """Swap lists are compiled into their rule's table; to carry them twice would double the file."""
    return any(" -> " in line for _, line in list_lines(file)[:1])
