"""From settings to the rule set that holds: which packs, which rules of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from editlint.config import Settings
from editlint.errors import EditlintError, PackError, UsageError, near
from editlint.pack import Bundle, default_folder, find_pack, load_default, load_pack
from editlint.rule import Rule
from editlint.ruleset import RuleSet
from editlint.structure import Desk

__all__ = ["pack_folders", "rule_set"]


def rule_set(settings: Settings, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> RuleSet:
    """The rules that settings and the command line's own choice ask for.

    The command line outranks the config. Raises PackError, ConfigError and UsageError.
    """
    bundles = [load_default()]
    for name, folder in pack_folders(settings).items():
        if any(folder.name in bundle.packs for bundle in bundles):
            raise settings.wrong("packs", name, f"there are two packs named {folder.name!r}; rename the folder of one.")
        bundles.append(load_pack(folder))
    rules = [rule for bundle in bundles for rule in map(bundle.rule, range(len(bundle.rules)))]
    active = {rule.id for rule in rules if rule.default and _fits(rule, settings)}
    active |= _style(settings, bundles, rules)
    active = _switched(active, rules, settings.select, settings.ignore, settings.wrong)
    active = _switched(active, rules, select, ignore, lambda _key, _name, message: UsageError(message))
    lists = {name: rows for bundle in bundles for name, rows in bundle.lists.items()}
    return RuleSet(
        tuple(bundles),
        frozenset(active),
        Desk.from_lists(lists, settings.outlets),
        settings.accept,
        settings.names,
    )


def _switched(
    active: set[str],
    rules: Sequence[Rule],
    select: Sequence[str],
    ignore: Sequence[str],
    wrong: Callable[[str, str, str], EditlintError],
) -> set[str]:
    """The rules that are on after one level's choices: a rule outranks its pack, a pack outranks `all`.

    Where the same thing is both selected and ignored, it is off.
    """
    choices = [(name, "select") for name in select] + [(name, "ignore") for name in ignore]
    for name, key in sorted(choices, key=lambda choice: (choice[0] != "all", "/" in choice[0], choice[1] == "ignore")):
        chosen = _named(name, rules)
        if not chosen:
            raise wrong(key, name, f"{key}: {_unknown(name, rules)}")
        active = active | chosen if key == "select" else active - chosen
    return active


def pack_folders(settings: Settings) -> dict[str, Path]:
    """The folders of the packs that settings add, by what they are called there; raises ConfigError.

    Those that come with editlint are there anyway, named or not.
    """
    folders: dict[str, Path] = {}
    for name in settings.packs:
        try:
            folder = find_pack(name, settings.root)
        except PackError as error:
            raise settings.wrong("packs", name, str(error)) from error
        if folder.parent.resolve() != default_folder().resolve():
            folders[name] = folder
    return folders


def _fits(rule: Rule, settings: Settings) -> bool:
    return not rule.variants or settings.variant in rule.variants


def _style(settings: Settings, bundles: Iterable[Bundle], rules: Iterable[Rule]) -> set[str]:
    if not settings.style:
        return set()
    styles = [style for bundle in bundles for style in bundle.styles]
    if settings.style not in styles:
        message = f"style: there is no house style {settings.style!r}; known: {', '.join(styles) or 'none'}."
        raise settings.wrong("style", settings.style, message + near(settings.style, styles))
    return {rule.id for rule in rules if rule.id.startswith(f"{settings.style}/") and _fits(rule, settings)}


def _named(name: str, rules: Iterable[Rule]) -> set[str]:
    """The rules of a name: a rule, a whole pack, or all."""
    return {rule.id for rule in rules if name in ("all", rule.id, rule.id.partition("/")[0])}


def _unknown(name: str, rules: Iterable[Rule]) -> str:
    known = dict.fromkeys(["all", *(r.id.partition("/")[0] for r in rules), *(r.id for r in rules)])
    return f"there is no rule or pack {name!r}.{near(name, known)} `editlint rules` lists them."
