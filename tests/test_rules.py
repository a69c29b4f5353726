"""Every rule that comes with editlint: its examples hold, its words are sentences, its lists hold nothing twice."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from editlint.pack import Bundle, available
from editlint.pack.compiling import RuleSource, compile_packs, read_rules
from editlint.pack.fields import list_lines
from editlint.proving import prove
from editlint.structure import Desk

PACKS = available()
RULES = [pytest.param(folder, source, id=source.rule.id) for folder in PACKS for source in read_rules(folder)]
LISTS = [
    pytest.param(file, id=f"{folder.name}/{file.name}") for folder in PACKS for file in sorted(folder.glob("*.txt"))
]
SWAPS = [pytest.param(p.values[1], id=p.id) for p in RULES if p.values[1].rule.check == "swap"]  # type: ignore[union-attr]
_CLOSED = (".", "?", ".”", "?”", ".)", "?)", '."')


@cache
def _bundle(folder: Path) -> Bundle:
    return compile_packs([folder])


@cache
def _desk() -> Desk:
    lists = {name: rows for folder in PACKS for name, rows in _bundle(folder).lists.items()}
    return Desk.from_lists(lists)


@pytest.mark.parametrize(("folder", "source"), RULES)
def test_all_examples_of_a_rule_hold(folder: Path, source: RuleSource) -> None:
    disproofs = list(prove(source, _bundle(folder), _desk()))
    assert [f"{disproof.place}: {disproof.message}" for disproof in disproofs] == []


@pytest.mark.parametrize(("folder", "source"), RULES)
def test_the_message_and_the_reason_are_sentences(folder: Path, source: RuleSource) -> None:
    """They begin like one and end in a stop or a question mark; a suggestion at the very end may stand for it."""
    message = source.rule.message.strip()
    assert message.endswith((*_CLOSED, "{better}")), message
    assert source.why.endswith(_CLOSED), source.why
    assert not message[0].islower(), message
    assert not source.why[0].islower(), source.why


@pytest.mark.parametrize("source", SWAPS)
def test_a_swap_suggests_something_else_than_it_finds(source: RuleSource) -> None:
    same = [wrong for wrong, rights, _ in source.data if wrong in rights]
    assert same == []


@pytest.mark.parametrize("source", SWAPS)
def test_a_swap_looks_for_nothing_twice(source: RuleSource) -> None:
    counted = Counter(" ".join(wrong.split()) for wrong, _, _ in source.data)
    assert [wrong for wrong, number in counted.items() if number > 1] == []


@pytest.mark.parametrize("source", SWAPS)
def test_a_swap_suggests_nothing_twice(source: RuleSource) -> None:
    assert [wrong for wrong, rights, _ in source.data if len(set(rights)) < len(rights)] == []


@pytest.mark.parametrize("file", LISTS)
def test_a_list_holds_nothing_twice(file: Path) -> None:
    counted = Counter(line for _, line in list_lines(file))
    assert [line for line, number in counted.items() if number > 1] == []


def test_the_packs_compile_together() -> None:
    """As they do when a wheel is built."""
    bundle = compile_packs(PACKS)
    assert bundle.packs == tuple(folder.name for folder in PACKS)
    assert len(bundle.rules) == len(RULES)


def test_the_ids_that_tools_count_are_there_or_not_taken_by_another_name() -> None:
    """The contract fixes three ids; what is in pack `attribution` under them keeps its category."""
    fixed = {f"attribution/{name}" for name in ("unattributed-quotation", "unsourced-figure", "unsourced-claim")}
    found = {source.rule.id: source.rule.category for folder in PACKS for source in read_rules(folder)}
    assert {found[name] for name in fixed & found.keys()} <= {"attribution"}
