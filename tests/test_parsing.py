"""What blocks a text falls into, in each format, and what of it nobody reads."""

from __future__ import annotations

import pytest

from editlint.document import Document
from editlint.parsing import format_of, parse
from editlint.text import Source

EOLS = pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
LINE = "The ministers of nine countries spoke for the whole of Monday,"  # 62 letters


def parsed(text: str, format: str, eol: str = "\n") -> Document:
    return parse(Source("draft", text.replace("\n", eol)), format)


def blocks(text: str, format: str = "markdown", eol: str = "\n") -> list[tuple[str, str]]:
    """Kind and text of each block; what stands in them has been read without a problem."""
    document = parsed(text, format, eol)
    assert document.problems == ()
    return [(block.kind, block.text) for block in document.blocks]


def plain(text: str, eol: str = "\n") -> list[str]:
    return [text for _, text in blocks(text, "text", eol)]


def front(yaml: str, eol: str = "\n") -> list[tuple[str, str]]:
    return blocks(f"---\n{yaml}\n---\n\nBody.\n", eol=eol)[:-1]


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.txt", "text"), ("A.MD", "markdown"), ("a.markdown", "markdown"), ("a.log", "text"), ("README", "text")],
)
def test_the_extension_says_the_format_and_plain_text_is_the_rest(name: str, format: str) -> None:
    assert format_of(name) == format


@EOLS
def test_lines_with_a_blank_one_between_are_blocks(eol: str) -> None:
    assert plain("\nOne.\n\n \t \nTwo.\n\n", eol) == ["One.", "Two."]


@EOLS
def test_lines_without_a_blank_one_between_are_blocks_too(eol: str) -> None:
    assert plain("A headline\nOne sentence.\nAnother one.", eol) == ["A headline", "One sentence.", "Another one."]


@EOLS
def test_a_paragraph_wrapped_at_a_margin_is_one_block(eol: str) -> None:
    text = f"{LINE}\nand nobody else said anything at all about what had been said\nuntil Tuesday.\n\nNext."
    assert plain(text, eol) == [
        f"{LINE} and nobody else said anything at all about what had been said until Tuesday.",
        "Next.",
    ]


def test_two_lines_are_wrapped_only_if_the_second_goes_on_in_small_letters() -> None:
    assert plain(f"{LINE}\nand extraordinarily long.") == [f"{LINE} and extraordinarily long."]
    assert plain(f"{LINE}\nAnd extraordinarily long.") == [LINE, "And extraordinarily long."]


def test_lines_after_which_the_next_word_would_have_fitted_were_not_wrapped() -> None:
    lines = [LINE, "and no one else.", "until Tuesday, when everybody else spoke for the whole day,"]
    assert plain("\n".join(lines)) == lines


def test_white_space_around_a_line_is_no_part_of_it() -> None:
    (block,) = parsed(" \u3000\tOne.\u00a0 \n", "text").blocks
    assert (block.text, block.span(0, 4)) == ("One.", (3, 7))


@pytest.mark.parametrize("text", ["", "\n", " \t\r\n\r\n"])
def test_a_text_of_white_space_has_no_blocks(text: str) -> None:
    assert parsed(text, "text").blocks == parsed(text, "markdown").blocks == ()


@EOLS
def test_markdown_has_headlines_subheadings_paragraphs_and_quotations(eol: str) -> None:
    text = "# Talks\n\n## Deck\n\nOne,\n*two*.\n\n> Three,\n> four.\n\nAside\n---\n\n# Again\n"
    assert blocks(text, eol=eol) == [
        ("headline", "Talks"),
        ("subheading", "Deck"),
        ("body", "One, two."),
        ("quote", "Three, four."),
        ("subheading", "Aside"),
        ("subheading", "Again"),
    ]


@EOLS
def test_list_items_are_blocks_nested_ones_too(eol: str) -> None:
    text = "- one\n  - two\n  - three\n- [x] four\n\n1. five\n\n   six\n"
    assert blocks(text, eol=eol) == [("list-item", word) for word in ["one", "two", "three", "four", "five", "six"]]


@pytest.mark.parametrize("between", ["```\n  code\n  ```", "***", "- two\n", "> two\n", "# two", "<div>\n  </div>\n"])
def test_what_follows_a_block_inside_a_list_item_is_not_glued_to_what_stood_before_it(between: str) -> None:
    texts = [text for _, text in blocks(f"- one\n  {between}\n  three\n")]
    assert "one" in texts
    assert not any("onethree" in text for text in texts)
    assert texts[-1].endswith("three")


def test_cells_of_a_table_are_blocks() -> None:
    text = "| One | Two |\n|:--|---|\n| a \\| b | *c* |\n"
    assert blocks(text) == [("table", "One"), ("table", "Two"), ("table", "a | b"), ("table", "c")]


def test_the_text_of_an_image_is_a_block_and_parts_the_words_around_it() -> None:
    assert blocks("The ![old mill](mill.png) the\n") == [("body", "The \ufffc the"), ("alt", "old mill")]


@pytest.mark.parametrize("text", ["![](mill.png)\n", "`code`\n", "`a` `b`\n"])
def test_an_image_or_code_alone_is_no_block(text: str) -> None:
    assert blocks(text) == []


def test_code_in_a_sentence_stands_for_a_word() -> None:
    assert blocks("Run `the the` now\n") == [("body", "Run \ufffc now")]


@pytest.mark.parametrize(
    "text",
    [
        "```\ncode\n```\n",
        "~~~ python\ncode\n\ncode\n~~~\n",
        "    code\n",
        "<div>\nmarkup\n</div>\n",
        "<!-- a\n\ncomment -->\n",
        "[label]: https://example.org 'title'\n",
        "***\n",
    ],
)
@EOLS
def test_code_html_and_definitions_are_not_read(text: str, eol: str) -> None:
    assert blocks(f"One.\n\n{text}\nTwo.\n", eol=eol) == [("body", "One."), ("body", "Two.")]


def test_markup_is_no_part_of_the_text_and_entities_and_escapes_are_read() -> None:
    text = "**Caf&eacute;** [R&amp;D](x.html) \\*~~one~~\\* <i>&#128512;</i>&nosuch;\n"
    assert blocks(text) == [("body", "Café R&D *one* 😀&nosuch;")]


def test_a_line_break_of_any_kind_is_a_space() -> None:
    assert blocks("one\ntwo  \nthree\\\nfour<br>five<br />six\n") == [("body", "one two three four five six")]


def test_footnotes_are_read_where_they_stand() -> None:
    assert blocks("One[^a].\n\n[^a]: Two.\n") == [("body", "One\ufffc."), ("body", "Two.")]


def test_blocks_stand_in_the_order_of_the_source() -> None:
    assert [text for _, text in blocks("- one ![two](a.png)\n  - three\n\nfour\n")] == [
        "one \ufffc",
        "two",
        "three",
        "four",
    ]


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("title", "headline"),
        ("Headline", "headline"),
        ("subtitle", "subheading"),
        ("description", "subheading"),
        ("author", "byline"),
        ("date", "timestamp"),
        ("caption", "caption"),
        ("credit", "credit"),
    ],
)
@EOLS
def test_fields_of_front_matter_have_kinds(field: str, kind: str, eol: str) -> None:
    assert front(f"slug: no-words\n{field}: One", eol) == [(kind, "One")]


@pytest.mark.parametrize(
    "written",
    [
        "One two's",
        "'One two''s'",
        '"One two\'s"',
        '"One tw\\x6f\'s"',
        "One\n  two's",
        "'One\n  two''s'",
        '"One\n  two\'s"',
        "|\n  One\n  two's",
        ">-\n  One\n  two's\n",
        ">2+ # so\n  One two's\n\n",
        "!!str One two's",
        "&name 'One two''s'",
        "!!str &name\n  One two's # so",
    ],
)
@EOLS
def test_a_value_is_read_however_it_is_written_and_leads_back_to_its_letters(written: str, eol: str) -> None:
    document = parsed(f"---\ntitle: {written}\n---\n\nBody.\n", "markdown", eol)
    block = document.blocks[0]
    assert (document.problems, block.kind, block.text) == ((), "headline", "One two's")
    inside = document.source.slice(block.span(0, len(block.text)))
    assert (inside[:3], inside[-2:]) == ("One", "'s")
    if "\\" not in written:
        assert document.source.slice(block.span(4, 7)) == "two"


def test_each_of_several_authors_is_a_byline() -> None:
    assert front("authors:\n  - Jo Doe\n  - [x]\n  - Al Roe") == [("byline", "Jo Doe"), ("byline", "Al Roe")]


@pytest.mark.parametrize("value", ["", "~", "null", "{a: b}", "''", "' '"])
def test_a_field_without_text_is_no_block(value: str) -> None:
    assert front(f"title: {value}") == []


@EOLS
def test_toml_front_matter_is_read(eol: str) -> None:
    text = "+++\nslug = 'none'\ntitle = \"One\"\nauthor = 'Jo Doe'\n+++\n\nBody.\n"
    assert blocks(text, eol=eol) == [("headline", "One"), ("byline", "Jo Doe"), ("body", "Body.")]


@pytest.mark.parametrize(
    "wrong", ["title: 'One", "title: [One", "\ttitle: One", "a: *nothing", "title: " + "[" * 5000, "title: \x01"]
)
def test_front_matter_that_is_broken_is_a_problem_and_the_rest_is_read(wrong: str) -> None:
    document = parsed(f"---\nslug: one\n{wrong}\n---\n\nBody.\n", "markdown")
    (problem,) = document.problems
    assert "front matter is not YAML" in problem
    assert "\n" not in problem
    assert [block.text for block in document.blocks] == ["Body."]


@EOLS
def test_the_problem_names_the_line(eol: str) -> None:
    (problem,) = parsed("---\nslug: one\ntitle: @one\n---\n\nBody.\n", "markdown", eol).problems
    assert problem.startswith("line 3: ")
