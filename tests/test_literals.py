"""The gate in front of expressions opens wherever one of them matches."""

from __future__ import annotations

import re
import sys
import warnings

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from editlint.document import Block, Document, Part
from editlint.language import Expression, Gate, compile_row
from editlint.text import Prose, Source

# Letters that are alike without case though they don't look it, marks that are no letters, and what parts words.
ALPHABET = "abikKsAIS1_-. '’\néİıſßẞ\u212a\u0301\u0307\u0345ιςΣﬁ"
LITERALS = st.text(st.sampled_from(ALPHABET), min_size=1, max_size=4).map(re.escape)
ATOMS = LITERALS | st.sampled_from(
    [
        *(r"\b", r"\B", "^", "$", r"\A", r"\Z", r"\w", r"\W", r"\s", r"\d", r"\S", "."),
        *("[ab]", "[^a]", "[a-c]", "[İı]", "[-–]", r"[\wé]", "[ß]", "(?=a)", "(?!a)", "(?<=a)", r"(?<!\w)", r"(?=\w)"),
        *(r"\ba", r"a\b", r"\bi\b", r"\bas\b", r"^as", r"as$"),
    ]
)
REPEATS = st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "{1,}", "*?", "+?", "++", "?+"])
GROUPS = st.sampled_from(["(?:", "(", "(?P<n>", "(?>", "(?i:", "(?-i:", "(?a:", "(?s:", "(?=", "(?!", r"\b(?:"])
HEADS = st.sampled_from(["", "", "", "(?i)", "(?a)", "(?x)", "(?s)"])


def deeper(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    sequences = st.lists(inner, min_size=1, max_size=4).map("".join)
    choices = st.lists(sequences | st.just(""), min_size=2, max_size=3).map("|".join)
    grouped = st.tuples(GROUPS, sequences | choices).map(lambda parts: "".join(parts) + ")")
    repeated = st.tuples(LITERALS.map(lambda text: f"(?:{text})") | grouped, REPEATS).map("".join)
    return sequences | choices.map(lambda text: f"(?:{text})") | grouped | repeated


PATTERNS = st.tuples(HEADS, st.recursive(ATOMS, deeper, max_leaves=8)).map("".join)
TEXTS = st.text(st.sampled_from(ALPHABET), max_size=14)


def opens(pattern: str, ignore_case: bool, block: Block) -> bool:
    """Whether the gate opens for the block, and for a document that it stands in."""
    gate = Gate({0: Expression(*compile_row(pattern, ignore_case))})
    other = Block("body", Prose.verbatim("zz", 0))
    document = Document(Source("draft", block.text), "text", (other, block, other))
    narrowed = gate.narrowed(document.vocabulary, document.folded)
    return bool(narrowed.open_to(block.vocabulary, block.folded))


def block(text: str, *edges: int) -> Block:
    return Block("body", Prose.verbatim(text, 0), tuple(Part("credit", edge, len(text)) for edge in edges))


@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(pattern=PATTERNS, text=TEXTS, ignore_case=st.booleans(), data=st.data())
def test_whatever_matches_passes_the_gate(pattern: str, text: str, ignore_case: bool, data: st.DataObject) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            regex = re.compile(pattern, re.MULTILINE | (re.IGNORECASE if ignore_case else 0))
        except re.error:
            assume(False)
        _, _, *needed = compile_row(pattern, ignore_case)
    assume(any(needed))
    if data.draw(st.booleans()):
        # Text made for the pattern matches far more often.
        text = text[:4] + data.draw(st.from_regex(regex))[:20] + text[4:]
    assume(regex.search(text))
    edges = [data.draw(st.integers(0, len(text)))] if data.draw(st.booleans()) else []
    assert opens(pattern, ignore_case, block(text, *edges))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bcafe\b", "cafe\u0301"),
        (r"\bin\b", "İn"),
        (r"\bin\b", "ın"),
        ("In", "xınx"),
        (r"(?a)\bcaf\b", "café"),
        (r"(?a:\bcaf\b)", "café"),
        (r"\bι\b", "a\u0345b"),
        (r"\bstraße\b", "STRAẞE"),
        (r"\bmask\b", "MAS\u212a"),
        (r"\boﬃce\b", "oﬃce"),
    ],
)
def test_letters_that_are_odd_without_case_pass_the_gate(pattern: str, text: str) -> None:
    assert re.search(pattern, text, re.IGNORECASE)
    assert opens(pattern, True, block(text))


def test_a_word_that_a_part_cuts_in_two_passes_the_gate() -> None:
    assert opens(r"\bprotestsJane\b", True, block("The protestsJane Doe", 12))


def test_all_letters_that_ignoring_case_takes_for_one_another_are_sought_alike() -> None:
    """Every pair that Unicode's cases make."""
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        for other in {char.lower(), char.upper(), char.title(), char.swapcase(), char.casefold()} - {char}:
            if len(other) == 1 and re.fullmatch(re.escape(char), other, re.IGNORECASE):
                assert opens(re.escape(char), True, block(other)), (char, other)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bKhazakstan\b", "Kazakhstan is not Khazakstani."),
        (r"\bper cent\b", "A percent."),
        (r"(?:one|two) \d+", "Three 3."),
        (r"\w+–\w+", "A hyphen-ated word."),
        (r"\s(?:foo|bar)+\b", "None."),
    ],
)
def test_the_gate_stays_shut_where_what_the_expression_needs_is_missing(pattern: str, text: str) -> None:
    gate = Gate({0: Expression(*compile_row(pattern))})
    assert not gate.open_to(block(text).vocabulary, block(text).folded)
