"""Words, sentences and quotations of a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editlint.language import TOKEN, count_words, fold, quotations, sentences

# Letters that decide where something begins or ends.
TEXTS = st.text(st.sampled_from("aB9 .!?,'\"‘’“”«»„\u00a0\ne\u0301😀—")) | st.text()


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Khazakstan's", ["Khazakstan", "s"]),
        ("Khazakstan-born", ["Khazakstan", "born"]),
        ("file_name 3.5", ["file_name", "3", "5"]),
        ("cafe\u0301 naïve", ["cafe\u0301", "naïve"]),
        ("𝔘𝔫😀日本", ["𝔘𝔫", "日本"]),
    ],
)
def test_tokens_are_parted_by_all_but_letters_digits_marks_and_underscores(text: str, tokens: list[str]) -> None:
    assert TOKEN.findall(text) == tokens


@pytest.mark.parametrize(
    ("text", "count"),
    [("Don't count well-known twice.", 4), ("It’s 3.5 percent, or 12", 3), ("— … 1,000 !", 0), ("", 0)],
)
def test_a_reader_counts_compounds_once_and_figures_never(text: str, count: int) -> None:
    assert count_words(text) == count


def test_words_are_compared_without_case_and_with_one_apostrophe() -> None:
    assert fold("DON’T") == fold("don't")


@pytest.mark.parametrize(
    "parts",
    [
        ["They met.", "They spoke!", "Why?", "Nobody knows"],
        ["Mr. Smith met Dr. Jones and Gov. Ron Doe.", "They spoke."],
        ["The U.S. said no.", "He left."],
        ["He lives in the U.S.", "She left."],
        ["J. K. Rowling wrote it.", "It sold."],
        ["At 3 p.m. on Jan. 6 the No. 1 seed rose 3.5 percent.", "He won."],
        ["“Go.”", "He left."],
        ['He said: "Stop. Now."', "They did."],
        ["😀 𝔘𝔫 e\u0301.", "Places count code points."],
    ],
)
def test_sentences_end_where_an_editor_says(parts: list[str]) -> None:
    text = "  ".join(["", *parts, ""])
    assert [text[start:end] for start, end in sentences(text)] == parts


@given(TEXTS)
def test_sentences_are_in_order_apart_and_leave_out_white_space_alone(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "yes" to it.', ["yes"]),
        ('"One," he said, "two."', ["One,", "two."]),
        ('("One") and "two"-"three"', ["One", "two", "three"]),
        ("“One,” he said, “two.”", ["One,", "two."]),
        ("‘Go,’ he said.", ["Go,"]),
        ("‘Don’t go,’ he said.", ["Don’t go,"]),
        ("«Oui», dit-il.", ["Oui"]),
        ("„Ja“, sagte er, „ja”.", ["Ja", "ja"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_quoted_words_stand_between_marks_of_any_kind(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“He said ‘go’ to me.”", ["He said ‘go’ to me."]),
        ("‘He told me “go” now,’ she said.", ["He told me “go” now,"]),
        ("“The ‘90s,” he said.", ["The ‘90s,"]),
    ],
)
def test_the_outermost_marks_count(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


@pytest.mark.parametrize("text", ["“It goes on", '"It goes on', "«It goes on", "„It goes on"])
def test_a_quotation_that_is_not_closed_runs_to_the_end(text: str) -> None:
    assert quoted(text) == ["It goes on"]


@pytest.mark.parametrize(
    "text",
    [
        "The boys’ club doesn’t, and don't.",
        "'Tis the boys' club.",
        "Back in the ‘90s.",
        'He is 6\'2" tall and 5" wide; a 12” record.',
        '"" and “”',
        "",
    ],
)
def test_apostrophes_feet_inches_and_empty_marks_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_single_mark_that_none_closes_hides_no_quotation() -> None:
    assert quoted("In the ‘90s he said “don’t go.”") == ["don’t go."]


@given(TEXTS)
def test_quotations_are_in_order_apart_and_not_empty(text: str) -> None:
    at = 0
    for start, end in quotations(text):
        assert at <= start < end <= len(text)
        at = end
