"""The kinds of check, each through lint() with a pack of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import rule, write_pack
from editlint.document import Block, Document
from editlint.engine import examine, lint
from editlint.finding import Finding
from editlint.pack import Bundle
from editlint.pack.compiling import compile_packs
from editlint.ruleset import RuleSet
from editlint.structure import Desk
from editlint.text import Prose, Source

Check = Callable[..., list[Finding]]


def _rules(bundle: Bundle, desk: Desk | None = None) -> RuleSet:
    active = frozenset(bundle.rule(number).id for number in range(len(bundle.rules)))
    return RuleSet((bundle,), active, desk or Desk())


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Checks a text with one rule, given as YAML; what a check says besides findings fails the test."""

    def run(keys: str, text: str, *, name: str = "a.txt", desk: Desk | None = None, message: str = "") -> list[Finding]:
        made = rule("it", keys, message=message) if message else rule("it", keys)
        bundle = compile_packs([write_pack(tmp_path / "desk", made)])
        result = lint(Source(name, text), _rules(bundle, desk))
        assert result.failures == ()
        assert all(finding.text == text[slice(*finding.span)] for finding in result.findings)
        return list(result.findings)

    return run


def _said(findings: list[Finding]) -> list[tuple[str, str | None]]:
    return [(finding.text, finding.suggestions[0] if finding.suggestions else None) for finding in findings]


SWAP = "check: swap\nswap: {colour: color, mr smith: Mr Jones, e-mail: email, don't: do not}"


@pytest.mark.parametrize(
    ("found", "better"),
    [
        ("colour", "color"),
        ("Colour", "Color"),
        ("COLOUR", "COLOR"),
        ("coLour", "color"),
        ("e-mail", "email"),
        ("E-mail", "Email"),
        ("E-MAIL", "EMAIL"),
        ("Don't", "Do not"),
        ("don’t", "do not"),
        ("MR SMITH", "MR JONES"),
    ],
)
def test_a_swap_follows_the_case_of_what_it_finds(check: Check, found: str, better: str) -> None:
    assert _said(check(SWAP, f"Now {found} stands here.")) == [(found, better)]


@pytest.mark.parametrize(
    "text", ["discolour", "colourful", "colour_map", "email", "e mail", "mail", "smith", "mr. smith"]
)
def test_a_swap_finds_whole_words_alone(check: Check, text: str) -> None:
    assert check(SWAP, f"Now {text} stands here.") == []


@pytest.mark.parametrize(("text", "found"), [("IRA", True), ("Ira", False), ("ira", False)])
def test_a_swap_with_capitals_matches_as_it_is_written(check: Check, text: str, found: bool) -> None:
    assert bool(check("check: swap\nswap: {IRA: the Army}", f"Now {text} stands here.")) is found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tblisi", ("Tblisi", "Tbilisi")),
        ("TBLISI", ("TBLISI", "TBILISI")),
        ("tblisi", None),
    ],
)
def test_a_swap_with_a_capital_matches_in_all_capitals_too(
    check: Check, text: str, said: tuple[str, str] | None
) -> None:
    assert _said(check("check: swap\nswap: {Tblisi: Tbilisi}", f"Now {text} stands here.")) == ([said] if said else [])


def test_a_swap_of_points_is_found_at_the_end_of_a_sentence(check: Check) -> None:
    assert _said(check("check: swap\nswap: {U.N.: UN}", "They met at the U.N.")) == [("U.N.", "UN")]


@pytest.mark.parametrize(
    ("found", "better"), [("protestor", "protester"), ("protestors", "protesters"), ("PROTESTORS", "PROTESTERS")]
)
def test_a_swap_with_s_stands_for_one_and_many(check: Check, found: str, better: str) -> None:
    assert _said(check("check: swap\nswap: {protestor(s): protester(s)}", f"A {found} left.")) == [(found, better)]


def test_of_swaps_of_a_rule_the_longest_wins(check: Check) -> None:
    keys = "check: swap\nswap: {in regard: about, in regard to: on}"
    assert _said(check(keys, "He spoke in regard to it.")) == [("in regard to", "on")]


def test_a_swap_inside_a_longer_one_of_the_same_rule_is_not_found_again(check: Check) -> None:
    keys = "check: swap\nswap: {in regard to: on, regard to: to}"
    assert _said(check(keys, "He spoke in regard to it.")) == [("in regard to", "on")]


def test_a_longer_swap_is_no_hindrance_where_it_does_not_stand(check: Check) -> None:
    keys = "check: swap\nswap: {in regard: about, in regard to: on}"
    assert _said(check(keys, "He spoke in regard of it.")) == [("in regard", "about")]


@pytest.mark.parametrize("after", ["'s", "’s", "’", "-born", "–Kyiv", "/Kyiv", ",", ".", "…", "!", ")", "”"])
def test_a_swap_is_found_before_a_possessive_a_hyphen_or_a_mark(check: Check, after: str) -> None:
    assert _said(check("check: swap\nswap: {Khazakstan: Kazakhstan}", f"Now Khazakstan{after} is here.")) == [
        ("Khazakstan", "Kazakhstan")
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_swap_is_found_across_a_line_end(check: Check, end: str) -> None:
    """In a paragraph that was wrapped at a margin; the place is that in the text as it stands."""
    lines = [
        "The committee met for the third time to talk about per",
        "cent and other words that are written as one, they said.",
    ]
    (finding,) = check("check: swap\nswap: {per cent: percent}", end.join(lines))
    assert (finding.text, finding.suggestions) == (f"per{end}cent", ("percent",))


@pytest.mark.parametrize("space", ["  ", "\u00a0", "\t"])
def test_a_space_of_a_swap_is_any_white_space(check: Check, space: str) -> None:
    assert len(check("check: swap\nswap: {per cent: percent}", f"Ten per{space}cent left.")) == 1


def test_a_swap_across_markup_is_found_and_has_no_edit(check: Check) -> None:
    (finding,) = check("check: swap\nfix: safe\nswap: {per cent: percent}", "Ten per *cent* left.\n", name="a.md")
    assert (finding.text, finding.suggestions, finding.fix) == ("per *cent", ("percent",), None)


def test_a_swap_without_a_right_form_suggests_nothing(check: Check) -> None:
    (finding,) = check("check: swap\nfix: safe\nswap: {very: ~}", "A very good day.", message="Cut {found}.")
    assert (finding.suggestions, finding.fix, finding.message) == ((), None, "Cut very.")


def test_a_swap_offers_all_right_forms_the_best_first(check: Check) -> None:
    (finding,) = check("check: swap\nswap: {prior to: [before, until]}", "Prior to noon he left.")
    assert finding.suggestions == ("Before", "Until")
    assert finding.message == "Write Before, not Prior to."


QUOTED = '“A colour,” he said of the colour, and ‘the colour’ was "a colour".'


@pytest.mark.parametrize(("quotes", "places"), [("skip", [27]), ("check", [3, 27, 44, 59]), ("only", [3, 44, 59])])
def test_quotes_says_whether_quoted_words_are_looked_at(check: Check, quotes: str, places: list[int]) -> None:
    findings = check(f"{SWAP}\nquotes: {quotes}", QUOTED)
    assert [finding.span.start for finding in findings] == places


def test_quoted_words_are_left_alone_unless_the_rule_says_otherwise(check: Check) -> None:
    assert [finding.span.start for finding in check(SWAP, QUOTED)] == [27]


def test_report_first_gathers_the_places_of_each_entry(check: Check) -> None:
    keys = "check: swap\nreport: first\nswap: {colour(s): color(s), grey: gray}"
    findings = check(keys, "A colour, grey colours.\nMore Colour, then grey.")
    assert [(f.text, [r.text for r in f.related]) for f in findings] == [
        ("colour", ["colours", "Colour"]),
        ("grey", ["grey"]),
    ]


def test_report_every_gives_a_finding_a_place(check: Check) -> None:
    findings = check(SWAP, "A colour, a colour.")
    assert [(finding.text, finding.related) for finding in findings] == [("colour", ())] * 2


@pytest.mark.parametrize(("fix", "safe"), [("safe", True), ("unsafe", False), ("none", None)])
def test_fix_says_whether_the_edit_is_offered_and_safe(check: Check, fix: str, safe: bool | None) -> None:
    (finding,) = check(f"{SWAP}\nfix: {fix}", "A colour here.")
    assert (finding.fix.safe if finding.fix else None) is safe
    if finding.fix:
        assert [tuple(edit) for edit in finding.fix.edits] == [((2, 8), "color")]


@pytest.mark.parametrize(("scope", "kinds"), [("[headline]", ["headline"]), ("[body, caption]", ["caption", "body"])])
def test_in_says_which_blocks_are_looked_at(tmp_path: Path, scope: str, kinds: list[str]) -> None:
    blocks = []
    text = ""
    for kind in ("headline", "byline", "caption", "body", "boilerplate"):
        blocks.append(Block(kind, Prose.verbatim("A colour", len(text))))
        text += "A colour\n\n"
    bundle = compile_packs([write_pack(tmp_path / "desk", rule("it", f"{SWAP}\nin: {scope}"))])
    result = examine(Document(Source("a", text), "text", tuple(blocks)), _rules(bundle))
    assert [finding.block for finding in result.findings] == kinds


def test_a_credit_in_a_caption_is_not_looked_at_by_rules_for_captions(check: Check) -> None:
    desk = Desk(outlets=("Colour Press",))
    text = "A colour is seen on the quay. Colour Press"
    assert [f.span.start for f in check(f"{SWAP}\nin: [caption]", text, desk=desk)] == [2]
    assert [f.span.start for f in check(f"{SWAP}\nin: [credit]", text, desk=desk)] == [30]


def test_a_pattern_points_at_its_group_found(check: Check) -> None:
    keys = r"""
        check: pattern
        pattern: '\bfrom (?P<year>\d{4})(?P<found>-)(?P<other>\d{4})\b'
        better: " to "
        """
    assert _said(check(keys, "He served from 1999-2003.")) == [("-", " to ")]


def test_a_pattern_without_that_group_points_at_the_whole(check: Check) -> None:
    assert _said(check("check: pattern\npattern: 'a+b'", "So aaab it is.", message="No.")) == [("aaab", None)]


def test_a_pattern_makes_its_suggestion_from_groups(check: Check) -> None:
    keys = "check: pattern\npattern: '(?P<day>[0-9]+) (?P<month>May)'\nbetter: '{month} {day}'"
    (finding,) = check(keys, "On 7 May he left.")
    assert (finding.suggestions, finding.message) == (("May 7",), "Write May 7, not 7 May.")


def test_a_pattern_leaves_alone_what_unless_names(check: Check) -> None:
    keys = "check: pattern\npattern: '[a-z]+!'\nunless: ['Yahoo!', \"it's!\"]"
    assert [f.text for f in check(keys, "At YAHOO! they won! So it’s!", message="No.")] == ["won!", "s!"]


@pytest.mark.parametrize(("case", "found"), [("ignore", ["may", "May", "MAY"]), ("match", ["May"])])
def test_case_says_whether_a_pattern_minds_it(check: Check, case: str, found: list[str]) -> None:
    findings = check(f"check: pattern\ncase: {case}\npattern: May", "It may be May or MAY.", message="No.")
    assert [finding.text for finding in findings] == found


def test_a_list_of_patterns_is_all_of_them(check: Check) -> None:
    findings = check("check: pattern\npattern: ['one', 'tw[o]']", "So two and one.", message="No.")
    assert [finding.text for finding in findings] == ["two", "one"]


@pytest.mark.parametrize("text", ["STRASSE", "straße", "Straße", "strasse", "ſtrasse", "İstanbul", "ﬁne"])
def test_a_pattern_is_not_lost_by_the_search_for_its_literals(check: Check, text: str) -> None:
    """The literals that a pattern needs are sought folded: no letter whose fold is longer may hide a match."""
    findings = check(f"check: pattern\npattern: '{text}'", f"So {text} it is.", message="No.")
    assert [finding.text for finding in findings] == [text]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In the the hall.", [("the the", "the")]),
        ("The the hall.", [("The the", "The")]),
        ("In THE THE hall.", [("THE THE", "THE")]),
        ("In the\tthe hall.", [("the\tthe", "the")]),
        ("He had had enough.", []),
        ("In the, the hall.", []),
        ("In Bora Bora he left.", []),
        ("From 10 10 left.", []),
        ("In the theatre.", []),
    ],
)
def test_repetition_finds_a_word_said_twice(check: Check, text: str, said: list[tuple[str, str]]) -> None:
    assert _said(check("check: repetition\nexcept: [had]", text)) == said


def test_repetition_is_found_across_a_line_end(check: Check) -> None:
    text = "The committee met for the third time to talk about the\nthe hall and other things still to be settled."
    assert _said(check("check: repetition", text)) == [("the\nthe", "the")]


def test_a_word_said_three_times_is_found_at_each_pair(check: Check) -> None:
    assert [f.span.start for f in check("check: repetition", "In the the the hall.")] == [3, 7]


LONG = "One two three four. Five six, seven-eight nine’s ten."


def test_a_maximum_counts_the_words_of_a_sentence(check: Check) -> None:
    keys = "check: maximum\nwithin: sentence\nlimit: 4"
    (finding,) = check(keys, LONG, message='"{count} words, limit {limit}."')
    assert (finding.text, finding.message) == ("Five six, seven-eight nine’s ten.", "5 words, limit 4.")


def test_a_maximum_counts_a_block(check: Check) -> None:
    keys = "check: maximum\ncount: words\nwithin: block\nlimit: {}"
    assert [f.text for f in check(keys.format(8), LONG, message='"{count}."')] == [LONG]
    assert check(keys.format(9), LONG, message='"{count}."') == []


def test_a_maximum_counts_characters(check: Check) -> None:
    keys = "check: maximum\ncount: characters\nwithin: sentence\nlimit: 19"
    assert [f.message for f in check(keys, LONG, message='"{count}."')] == ["33."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Boats lie at the quay at dawn in May 2021Reuters", [("2021Reuters", "2021. Reuters")]),
        ("Boats lie at the quay at dawn.Reuters", [("dawn.Reuters", "dawn. Reuters")]),
        ("Boats lie at the quay at dawn. Reuters", []),
        ("Boats lie at the quay at dawn (Reuters)", []),
    ],
)
def test_glued_finds_a_credit_that_runs_into_its_caption(check: Check, text: str, said: list[tuple[str, str]]) -> None:
    keys = "check: glued\npart: credit\nin: [caption]"
    assert _said(check(keys, text, desk=Desk(outlets=("Reuters",)))) == said


def test_block_finds_a_block_of_a_kind_whole(tmp_path: Path) -> None:
    made = rule("it", "check: block\nkind: boilerplate\nin: [boilerplate]", message="Delete it.")
    bundle = compile_packs([write_pack(tmp_path / "desk", made)])
    blocks = (Block("body", Prose.verbatim("Text.", 0)), Block("boilerplate", Prose.verbatim("Share", 7)))
    result = examine(Document(Source("a", "Text.\n\nShare"), "text", blocks), _rules(bundle))
    assert [(f.text, f.span) for f in result.findings] == [("Share", (7, 12))]


def test_a_rule_that_is_off_is_silent(tmp_path: Path) -> None:
    bundle = compile_packs([write_pack(tmp_path / "desk", rule("it", SWAP))])
    assert lint(Source("a.txt", "A colour."), RuleSet((bundle,), frozenset())).findings == ()


def test_a_crash_of_a_check_is_a_failure_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("editlint.checks.maximum.MaximumScanner.in_block", crash)
    broken = rule("broken", "check: maximum\nwithin: block\nlimit: 1")
    bundle = compile_packs([write_pack(tmp_path / "desk", broken + rule("it", SWAP))])
    result = lint(Source("a.txt", "A colour is here."), _rules(bundle))
    assert [finding.text for finding in result.findings] == ["colour"]
    assert len(result.failures) == 1
