"""Every place that is reported is the place: in both formats, whatever stands around it."""

from __future__ import annotations

import codecs
import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import write_pack
from drafts import PACK, Draft, drafts
from editlint.document import Block
from editlint.engine import lint, outline
from editlint.finding import Result
from editlint.pack.compiling import compile_packs
from editlint.parsing import parse
from editlint.reporters.plain_data import check_json
from editlint.ruleset import RuleSet
from editlint.text import Source, decode

FORMATS = ("text", "markdown")
MARKS: Mapping[str, tuple[bytes, str]] = {
    "utf-8": (b"", "utf-8"),
    "utf-8 with its mark": (codecs.BOM_UTF8, "utf-8"),
    "utf-16-le": (codecs.BOM_UTF16_LE, "utf-16-le"),
    "utf-16-be": (codecs.BOM_UTF16_BE, "utf-16-be"),
    "utf-32-le": (codecs.BOM_UTF32_LE, "utf-32-le"),
}
DRAFTS = st.sampled_from(FORMATS).flatmap(drafts)
# Pieces of markup and of YAML in no order that makes sense.
RUBBLE = st.lists(
    st.sampled_from(
        [
            *("the ", "the", " per cent", "Khazakstan", "😀", "é", "e\u0301", "\u2028", "\0", "\x1f", "\ufeff"),
            *(
                "*",
                "**",
                "_",
                "~~",
                "`",
                "```",
                "\n",
                "\n\n",
                "\r\n",
                "\r",
                "\t",
                "    ",
                "  \n",
                "\\",
                "\\\n",
                ">",
                "> ",
            ),
            *("- ", "1. ", "# ", "[", "](", ")", "![", "](a)", "|", "|-|\n", "<", ">", "<b>", "<br>", "<!--", "-->"),
            *("&", "amp;", "&amp;", "&#0;", "&#128512;", "[^a]", "[^a]: ", "---\n", "---\r\n", "+++\n", "===\n"),
            *(
                "title: ",
                "title = ",
                "'",
                "''",
                '"',
                '\\"',
                "|\n",
                ">-\n",
                "!!str ",
                "&a ",
                "*a",
                "{",
                "}",
                ",",
                ":",
                "#",
            ),
        ]
    ),
    max_size=40,
).map("".join)
FRONTS = st.sampled_from(["", "---\n", "---\ntitle: ", "---\r\ntitle: >\r\n  ", "+++\ntitle = '"])
_QUIET = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> RuleSet:
    """The rules that planted faults are planted for."""
    bundle = compile_packs([write_pack(tmp_path_factory.mktemp("packs") / "drafts", PACK)])
    return RuleSet((bundle,), frozenset(bundle.rule(number).id for number in range(len(bundle.rules))))


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Counted by hand, letter by letter."""
    line = column = 1
    for at in range(offset):
        ends = text[at] == "\n" or (text[at] == "\r" and text[at + 1 : at + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    return line, column


def reported(result: Result) -> list[dict[str, Any]]:
    """The findings as programs get them."""
    (file,) = json.loads(check_json([result]))["files"]
    findings = file["findings"]
    assert isinstance(findings, list)
    return findings


def letters(text: str) -> str:
    """The text with one kind of white space."""
    return "".join(" " if char.isspace() else char for char in text)


def examined(draft: Draft, ruleset: RuleSet) -> Result:
    return lint(Source("draft", draft.text), ruleset, draft.format)


@pytest.mark.parametrize("format", FORMATS)
@_QUIET
@given(data=st.data())
def test_each_planted_fault_is_found_where_it_was_planted_and_nothing_else_is(
    format: str, data: st.DataObject, ruleset: RuleSet
) -> None:
    draft = data.draw(drafts(format))
    found = [(f["rule"], f["offset"], f["length"], f["suggestions"]) for f in reported(examined(draft, ruleset))]
    planted = [(fault.rule, fault.offset, fault.length, [fault.better]) for fault in draft.planted]
    assert sorted(found) == sorted(planted)


@_QUIET
@given(draft=DRAFTS)
def test_what_is_reported_of_a_place_is_true_of_the_source(draft: Draft, ruleset: RuleSet) -> None:
    """Its text, its lines and columns; findings come in order of their places; nothing fails."""
    result = examined(draft, ruleset)
    assert result.failures == ()
    findings = reported(result)
    assert [f["offset"] for f in findings] == sorted(f["offset"] for f in findings)
    for f in findings:
        start, end = f["offset"], f["offset"] + f["length"]
        assert f["text"] == draft.text[start:end]
        assert (f["line"], f["column"]) == line_and_column(draft.text, start)
        assert (f["end_line"], f["end_column"]) == line_and_column(draft.text, end)


@_QUIET
@given(draft=DRAFTS, marked=st.sampled_from(sorted(MARKS)))
def test_the_bytes_and_utf16_units_of_a_place_hold_its_text(draft: Draft, marked: str, ruleset: RuleSet) -> None:
    mark, encoding = MARKS[marked]
    data = mark + draft.text.encode(encoding)
    source = decode("draft", data)
    units = draft.text.encode("utf-16-le")
    for finding in lint(source, ruleset, draft.format).findings:
        start, end = finding.span
        assert data[source.byte(start) : source.byte(end)].decode(encoding) == finding.text
        assert units[2 * source.utf16(start) : 2 * source.utf16(end)].decode("utf-16-le") == finding.text


@_QUIET
@given(draft=DRAFTS)
def test_an_edit_puts_right_what_was_planted_and_crosses_no_markup(draft: Draft, ruleset: RuleSet) -> None:
    faults = {(fault.rule, fault.offset): fault for fault in draft.planted}
    for f in reported(examined(draft, ruleset)):
        fault = faults[f["rule"], f["offset"]]
        if f["fix"] is None:
            assert not fault.direct
            continue
        (edit,) = f["fix"]["edits"]
        assert edit == {"offset": fault.offset, "length": fault.length, "replacement": fault.better}
        assert "".join(letters(f["text"]).split()).isalnum() or f["text"] == "E.U."


@_QUIET
@given(draft=DRAFTS)
def test_applying_all_edits_leaves_only_the_faults_that_have_none(draft: Draft, ruleset: RuleSet) -> None:
    findings = reported(examined(draft, ruleset))
    text = draft.text
    for edit in [edit for f in reversed(findings) if f["fix"] for edit in f["fix"]["edits"]]:
        text = text[: edit["offset"]] + edit["replacement"] + text[edit["offset"] + edit["length"] :]
    left = lint(Source("draft", text), ruleset, draft.format).findings
    assert [f.text for f in left] == [f["text"] for f in findings if not f["fix"]]


def check_blocks(source: Source, blocks: tuple[Block, ...]) -> None:
    """Each block leads back to the source: letter by letter where it says so, in order everywhere."""
    for block in blocks:
        assert block.text.strip() == block.text != ""
        places = [block.span(at, at + 1) for at in range(len(block.text))]
        for at, (start, end) in enumerate(places):
            assert 0 <= start <= end <= len(source.text)
            if block.prose.is_verbatim(at, at + 1):
                assert letters(source.text[start:end]) == letters(block.text[at])
        assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(places))
    starts = [block.span(0, 1).start for block in blocks]
    assert starts == sorted(starts)


@pytest.mark.parametrize("format", FORMATS)
@_QUIET
@given(data=st.data())
def test_every_letter_of_a_draft_leads_back_to_the_source(format: str, data: st.DataObject) -> None:
    source = Source("draft", data.draw(drafts(format)).text)
    document = parse(source, format)
    assert document.problems == ()
    check_blocks(source, document.blocks)


@pytest.mark.parametrize("format", FORMATS)
@settings(_QUIET, max_examples=300)
@given(front=FRONTS, text=RUBBLE | st.text(), close=st.sampled_from(["", "\n---\n", "\r\n---\r\n", "\n+++\n"]))
def test_rubble_is_read_without_a_crash_and_leads_back_to_the_source(
    format: str, front: str, text: str, close: str, ruleset: RuleSet
) -> None:
    source = Source("draft", front + text + close + text)
    document = outline(source, ruleset, format)
    check_blocks(source, document.blocks)
    result = lint(source, ruleset, format)
    assert [failure.message for failure in result.failures] == list(document.problems)
    for finding in result.findings:
        assert finding.text == source.slice(finding.span)
