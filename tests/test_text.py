"""Decoding, lines and columns, other units, and the way from prose back to the source."""

from __future__ import annotations

import codecs
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editlint.errors import ReadError
from editlint.text import Position, Prose, Run, Source, Span, decode

TEXT = "Café 😀\r\nзаголовок\n"
MARKED = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
NO_LINE_ENDS = ["\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
# Letters of every width in UTF-8 and UTF-16, and all that somebody takes for a line end.
LETTERS = st.sampled_from(["a", "é", "\u0301", "€", "😀", "\ufeff", "\r", "\n", "\r\n", "\t", *NO_LINE_ENDS])
TEXTS = st.lists(LETTERS, max_size=30).map("".join)


def error_of(data: bytes, encoding: str = "utf-8") -> str:
    with pytest.raises(ReadError) as caught:
        decode("a.txt", data, encoding)
    return str(caught.value)


def test_utf8_is_read_without_being_asked_for() -> None:
    source = decode("a.txt", TEXT.encode())
    assert (source.name, source.text, source.encoding, source.bom) == ("a.txt", TEXT, "utf-8", b"")


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode("a.txt", b"").text == ""


@pytest.mark.parametrize("encoding", MARKED)
def test_a_byte_order_mark_names_the_encoding_and_is_no_part_of_the_text(encoding: str) -> None:
    source = decode("a.txt", MARKED[encoding] + TEXT.encode(encoding))
    assert (source.text, source.encoding, source.bom) == (TEXT, encoding, MARKED[encoding])


@pytest.mark.parametrize("encoding", MARKED)
def test_a_byte_order_mark_outranks_the_encoding_that_was_named(encoding: str) -> None:
    assert decode("a.txt", MARKED[encoding] + TEXT.encode(encoding), "latin-1").text == TEXT


def test_a_second_mark_is_a_letter_of_the_text() -> None:
    assert decode("a.txt", codecs.BOM_UTF8 * 2).text == "\ufeff"


def test_latin_1_is_read_when_it_is_named() -> None:
    assert decode("a.txt", b"caf\xe9", "latin-1").text == "café"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp1252", "latin-1"])
def test_byte_offsets_hold_in_an_encoding_that_was_named_and_has_no_mark(encoding: str) -> None:
    unmarked = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}.get(encoding, encoding)
    data = "café x".encode(unmarked)
    source = decode("a.txt", data, encoding)
    assert source.text == "café x"
    assert data[source.byte(5) :] == "x".encode(unmarked)


def test_what_cannot_be_decoded_names_file_line_and_byte() -> None:
    assert error_of(b"one\ncaf\xe9 two").startswith("a.txt:2: byte 7 (0xe9) is not UTF-8.")


def test_the_byte_is_counted_with_the_mark() -> None:
    assert "byte 6 (0xe9)" in error_of(codecs.BOM_UTF8 + b"caf\xe9 two")


def test_a_line_of_undecodable_bytes_is_counted_as_lines_are() -> None:
    assert error_of(b"one\rtwo\r\ncaf\xe9").startswith("a.txt:3: ")


def test_bytes_of_other_letters_are_no_lines_of_undecodable_utf16() -> None:
    """U+0A0A holds the byte of a line feed twice."""
    data = codecs.BOM_UTF16_LE + "\u0a0a".encode("utf-16-le") + b"\x00\xd8a\x00"
    assert error_of(data).startswith("a.txt:1: byte 4 (0x00) is not UTF-16-LE.")


def test_a_letter_cut_off_at_the_end_is_named() -> None:
    assert "byte 1 (0xc3)" in error_of(b"a\xc3")


def test_binary_data_is_refused() -> None:
    assert "binary file" in error_of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_at_lf_crlf_and_cr(end: str) -> None:
    source = Source("a.txt", f"one{end}two{end}")
    assert source.line_starts == [0, 3 + len(end), 6 + 2 * len(end)]
    assert [source.slice(source.line(number)) for number in (1, 2, 3)] == ["one", "two", ""]


@pytest.mark.parametrize("char", NO_LINE_ENDS)
def test_lines_end_at_nothing_else(char: str) -> None:
    source = Source("a.txt", f"one{char}two")
    assert source.line_starts == [0]
    assert source.slice(source.line(1)) == source.text


def test_crlf_is_two_code_points_of_its_line() -> None:
    source = Source("a.txt", "a\r\nb")
    assert [source.position(offset) for offset in range(5)] == [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2)]


@given(TEXTS)
def test_position_and_offset_are_inverse(text: str) -> None:
    source = Source("a.txt", text)
    places = [source.position(offset) for offset in range(len(text) + 1)]
    assert [source.offset(place) for place in places] == list(range(len(text) + 1))
    assert places == sorted(places)


@given(TEXTS)
def test_lines_and_their_ends_make_up_the_text(text: str) -> None:
    source = Source("a.txt", text)
    lines = [source.slice(source.line(number)) for number in range(1, len(source.line_starts) + 1)]
    assert lines == text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@pytest.mark.parametrize("offset", [-1, 4])
def test_a_position_outside_the_text_is_an_error(offset: int) -> None:
    with pytest.raises(IndexError):
        Source("a.txt", "abc").position(offset)


def test_an_offset_is_found_again_by_its_position() -> None:
    assert Source("a.txt", "a\nbc").offset(Position(2, 2)) == 3


@given(st.text())
def test_utf16_offsets_are_those_of_the_encoded_text(text: str) -> None:
    source = Source("a.txt", text)
    for offset in range(len(text) + 1):
        assert source.utf16(offset) == len(text[:offset].encode("utf-16-le")) // 2


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")), st.sampled_from(sorted(MARKED)))
def test_byte_offsets_are_those_of_the_file(text: str, encoding: str) -> None:
    data = MARKED[encoding] + text.encode(encoding)
    source = decode("a.txt", data)
    for offset in range(len(text) + 1):
        assert data[source.byte(offset) :].decode(encoding) == text[offset:]


class Made(NamedTuple):
    """Prose that was made up, with the source it came from and the places of each of its letters."""

    prose: Prose
    source: str
    places: list[Span]
    even: list[bool]


# A piece of prose, what it is written as (None: the same), and the markup that stands before it.
PIECES = st.lists(
    st.tuples(
        st.text("abc ", min_size=1, max_size=4),
        st.none() | st.text("&;#xyz", min_size=5, max_size=8),
        st.sampled_from(["", "", "*", "](", "\r\n> "]),
    ),
    max_size=6,
)


def made_of(pieces: list[tuple[str, str | None, str]]) -> Made:
    source = "Before. "
    joined: list[tuple[str, Span]] = []
    places: list[Span] = []
    even: list[bool] = []
    for text, written, markup in pieces:
        source += markup
        start = len(source)
        source += text if written is None else written
        joined.append((text, Span(start, len(source))))
        even += [written is None] * len(text)
        own = [Span(start + at, start + at + 1) for at in range(len(text))]
        places += own if written is None else [Span(start, len(source))] * len(text)
    return Made(Prose.joined(joined), source, places, even)


MADE = PIECES.map(made_of)


def slices(length: int) -> list[tuple[int, int]]:
    return [(start, end) for start in range(length) for end in range(start + 1, length + 1)]


@given(MADE)
def test_joined_prose_is_its_pieces(made: Made) -> None:
    assert len(made.prose) == len(made.places)
    covered = [at for run in made.prose.runs for at in range(run.prose, run.prose + run.length)]
    assert covered == list(range(len(made.prose)))


@given(MADE)
def test_a_span_runs_from_its_first_letter_to_the_end_of_its_last(made: Made) -> None:
    for start, end in slices(len(made.prose)):
        assert made.prose.span(start, end) == (made.places[start].start, made.places[end - 1].end)


@given(MADE)
def test_an_empty_span_is_a_point_before_the_next_letter_or_after_the_last(made: Made) -> None:
    for at, place in enumerate(made.places):
        assert made.prose.span(at, at) == (place.start, place.start)
    if made.places:
        end = made.places[-1].end
        assert made.prose.span(len(made.prose), len(made.prose)) == (end, end)


@given(MADE)
def test_verbatim_is_what_stands_in_the_source_letter_by_letter(made: Made) -> None:
    for start, end in slices(len(made.prose)):
        together = all(made.places[at].end == made.places[at + 1].start for at in range(start, end - 1))
        verbatim = made.prose.is_verbatim(start, end)
        assert verbatim == (together and all(made.even[start:end]))
        if verbatim:
            assert made.source[slice(*made.prose.span(start, end))] == made.prose.text[start:end]


@given(MADE)
def test_a_part_leads_back_to_the_same_places(made: Made) -> None:
    for start, end in slices(len(made.prose)):
        part = made.prose.part(start, end)
        assert part.text == made.prose.text[start:end]
        for low, high in slices(len(part)):
            assert part.span(low, high) == made.prose.span(start + low, start + high)
            assert part.is_verbatim(low, high) == made.prose.is_verbatim(start + low, start + high)


@pytest.mark.parametrize("place", [(-1, 1), (2, 1), (0, 4)])
def test_a_span_outside_the_prose_is_an_error(place: tuple[int, int]) -> None:
    with pytest.raises(IndexError):
        Prose.verbatim("abc", 0).span(*place)


def test_verbatim_prose_is_one_run() -> None:
    assert Prose.verbatim("abc", 7).runs == (Run(0, 7, 3, 3),)
