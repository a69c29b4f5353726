"""What flat lines are taken for: ordinary sentences that begin like scrape leftovers are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from editlint.config import Settings
from editlint.engine import lint, outline
from editlint.selection import rule_set
from editlint.text import Source

RULES = rule_set(Settings(path=Path(__file__)))


def _kinds(line: str) -> list[str]:
    text = f"Ferry returns\n\nThe ferry sails again on Saturday, the shipping company said.\n\n{line}\n"
    return [block.kind for block in outline(Source("a.txt", text), RULES, "text").blocks]


@pytest.mark.parametrize(
    "line",
    [
        "Research by the University of Leeds found that rivers warm faster than lakes.",
        "Filed in federal court on Monday, the suit names three firms.",
        "Topics discussed at the summit included grain and gas.",
        "More from the reserve will be released in May, the ministry said.",
        "Share prices fell on Monday after the bank's report.",
        "Subscribers to the service paid 12 euros a month, court papers show.",
    ],
)
def test_a_sentence_is_no_leftover(line: str) -> None:
    assert _kinds(line)[-1] == "body"


@pytest.mark.parametrize("line", ["Comments / 4", "Share this article", "More from Lise Brandt", "Advertisement"])
def test_what_a_page_leaves_behind_is_boilerplate(line: str) -> None:
    assert _kinds(line)[-1] == "boilerplate"


@pytest.mark.parametrize(
    "sentence",
    [
        "Manchester United stated its case.",
        "She made a plan ahead of the vote.",
        "He studied at John Marshall Law School.",
        "Firefighters towed the line ashore.",
    ],
)
def test_names_and_verbs_that_look_like_slips_are_left_alone(sentence: str) -> None:
    assert lint(Source("a.txt", f"Ferry returns\n\n{sentence}\n"), RULES).findings == ()
