"""Random articles with faults planted in them; each fault knows where it was planted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

__all__ = ["PACK", "Draft", "Planted", "drafts"]

_KEYS = """
  category: spelling
  message: "{found} at fault."
  why: For a test.
  severity: error
  in: all
  quotes: check
  fix: safe
  examples: {flag: ["<<Marked>>."], pass: ["Left alone."]}
"""
PACK = f"""
swapped:
  check: swap
  swap: {{Khazakstan: Kazakhstan, recieve: receive, per cent: percent, E.U.: EU}}
{_KEYS}
twice:
  check: repetition
{_KEYS}
matched:
  check: pattern
  pattern: \\bq(?P<n>\\d+)z\\b
  better: Q{{n}}
{_KEYS}
"""
SWAPPED, TWICE, MATCHED = "drafts/swapped", "drafts/twice", "drafts/matched"


class Fault(NamedTuple):
    """A rule, what it finds in the source, what should stand there instead, what stands around it.

    A "\\n" is whatever ends lines in the draft. `direct`: no markup lies inside, so an edit must be offered.
    """

    rule: str
    core: str
    better: str
    before: str = ""
    after: str = ""
    direct: bool = True


class Planted(NamedTuple):
    """A fault at its place in a draft."""

    rule: str
    offset: int
    length: int
    better: str
    direct: bool


PLAIN_FAULTS = (
    Fault(SWAPPED, "Khazakstan", "Kazakhstan"),
    Fault(SWAPPED, "KHAZAKSTAN", "KAZAKHSTAN", "“", "”"),
    Fault(SWAPPED, "Khazakstan", "Kazakhstan", "", "'s"),
    Fault(SWAPPED, "Recieve", "Receive", "(", ")"),
    Fault(SWAPPED, "recieve", "receive", "😀", "😀"),
    Fault(SWAPPED, "per  cent", "percent", "", "."),
    Fault(SWAPPED, "E.U.", "EU"),
    Fault(TWICE, "the the", "the"),
    Fault(TWICE, "The \u00a0the", "The", "—", ","),
    Fault(TWICE, "été été", "été"),
    Fault(MATCHED, "q17z", "Q17", "", "!"),
)
# Where a line may end between words.
BROKEN_FAULTS = (
    Fault(SWAPPED, "per\ncent", "percent", direct=False),
    Fault(TWICE, "the\nthe", "the", direct=False),
)
MARKED_FAULTS = (
    Fault(SWAPPED, "Khazakstan", "Kazakhstan", "*", "*"),
    Fault(SWAPPED, "Khazakstan", "Kazakhstan", "[", "](https://example.org/Khazakstan)"),
    Fault(SWAPPED, "Khazakstan", "Kazakhstan", "&laquo;", "&#187;"),
    Fault(SWAPPED, "Khaz*akstan", "Kazakhstan", "", "*", direct=False),
    Fault(SWAPPED, "Khaz&#97;kstan", "Kazakhstan", "**", "**", direct=False),
    Fault(SWAPPED, "per cent", "percent", "\\*", "\\*"),
    Fault(SWAPPED, "per&nbsp;cent", "percent", direct=False),
    Fault(SWAPPED, "E.U\\.", "EU", direct=False),
    Fault(TWICE, "the **the", "the", "", "**", direct=False),
    Fault(TWICE, "the](https://example.org) the", "the", "[", direct=False),
    Fault(TWICE, "the~~ the", "the", "~~", direct=False),
    Fault(TWICE, "the<br>the", "the", direct=False),
    Fault(MATCHED, "q1&#55;z", "Q17", direct=False),
    Fault(MATCHED, "q17z", "Q17", "<b>", "</b>"),
    Fault(SWAPPED, "recieve", "receive", "![", "](khazakstan.png)"),
)
MARKED_BROKEN_FAULTS = (
    Fault(TWICE, "the  \nthe", "the", direct=False),
    Fault(TWICE, "the\\\nthe", "the", direct=False),
    Fault(TWICE, "the*\nthe", "the", "*", direct=False),
)
PLAIN_FILLERS = (
    *("word", "don’t", "naïve", "Łódź", "İı", "日本", "😀", "👩‍👩‍👧", "𝔘𝔫𝔦", "e\u0301te\u0301"),
    *("\u200b", "R&D", "3.5%", "“so”", "«oui»", "6'2", "the, the", "per-cent", "aq17z"),
)
# Line ends to some, and none here; YAML takes them for line ends.
ODD_FILLERS = ("\u2028", "\x0b", "\x0c", "\x1c", "\x85")
# Faults where nobody reads, and what is none although it looks like one.
MARKED_FILLERS = (
    *("*word*", "**word**", "~~word~~", "[word](https://example.org/the_the)", "<https://example.org>"),
    *("&amp;", "caf&eacute;", "&#128512;", "&nGt;", "&nosuch;", "\\*word\\*", "\\&amp;"),
    *("`Khazakstan the the q1z`", "``the ` the``", "<!-- Khazakstan the the -->", '<i title="Khazakstan">word</i>'),
    *("the ![](khazakstan.png) the", "the `x` the", "the ![word](a.png) the"),
)


class Draft:
    """An article that is being written: its text so far, and the faults in it."""

    def __init__(self, draw: DrawFn, format: str, eol: str) -> None:
        self.draw, self.format, self.eol = draw, format, eol
        self.text = ""
        self.planted: list[Planted] = []
        self.doubled = False
        self._words = 0

    def __repr__(self) -> str:
        return f"Draft({self.format}, {self.text!r}, {self.planted})"

    def add(self, text: str) -> None:
        """Write that, with the draft's own line ends; between single quotes of YAML, apostrophes twice."""
        text = text.replace("'", "''") if self.doubled else text
        self.text += text.replace("\n", self.eol)

    def word(self) -> None:
        """Write a word that stands nowhere else, so that no two in a row are alike."""
        self._words += 1
        self.add(f"n{self._words}")

    def plant(self, fault: Fault, margin: str = "") -> None:
        """Write a fault; lines begin with `margin`."""
        self.add(fault.before)
        start = len(self.text)
        self.add(fault.core.replace("\n", "\n" + margin))
        self.planted.append(Planted(fault.rule, start, len(self.text) - start, fault.better, fault.direct))
        self.add(fault.after)

    def running(self, margin: str = "", breaks: bool = True, marks: bool = True, odd: bool = True) -> None:
        """Write running text: words of its own, what was drawn between them.

        `breaks`: lines may end in it; `marks`: it may hold markup; `odd`: and letters like line ends.
        """
        faults = (
            *PLAIN_FAULTS,
            *(BROKEN_FAULTS if breaks else ()),
            *(MARKED_FAULTS if marks else ()),
            *(MARKED_BROKEN_FAULTS if marks and breaks else ()),
        )
        fillers = (*PLAIN_FILLERS, *(ODD_FILLERS if odd else ()), *(MARKED_FILLERS if marks else ()))
        for item in self.draw(st.lists(st.sampled_from(faults) | st.sampled_from(fillers), max_size=4)):
            self.word()
            self.add(" ")
            if isinstance(item, str):
                self.add(item)
            else:
                self.plant(item, margin)
            self.add("\n" + margin if breaks and self.draw(st.booleans()) else " ")
        self.word()


def _line(draft: Draft) -> None:
    draft.running(breaks=False, marks=False)
    draft.add("\n")


def _indented_line(draft: Draft) -> None:
    draft.add(" \t")
    draft.running(breaks=False, marks=False)
    draft.add("\u00a0 \n \n")


def _wrapped(draft: Draft) -> None:
    """A paragraph wrapped at a margin of 60."""
    draft.add("\n\n" + "n" * 56 + " ")
    draft.plant(Fault(TWICE, "the\nthe", "the", direct=False))
    draft.add(" " + "m" * 56 + "\n" + "o" * 60 + "\np\n\n")


def _paragraph(draft: Draft) -> None:
    draft.running()
    draft.add(".\n\n")


def _heading(draft: Draft) -> None:
    draft.add(draft.draw(st.sampled_from(["# ", "## ", "### "])))
    draft.running(breaks=False)
    draft.add("\n\n")


def _underlined(draft: Draft) -> None:
    draft.running()
    draft.add("\n---\n\n")


def _quote(draft: Draft) -> None:
    draft.add("> ")
    draft.running("> ")
    draft.add("\n>\n> > ")
    draft.running("> > ")
    draft.add("\n\n")


def _items(draft: Draft) -> None:
    for before, margin in (
        ("- ", "  "),
        ("\n  - ", "    "),
        ("\n\n    ", "    "),
        ("\n- [ ] ", "  "),
        ("\n  ```\n  Khazakstan the the\n  ```\n  ", "  "),
        ("\n  ### ", ""),
        ("\n  ", "  "),
        ("\n\n<!-- -->\n\n1. > ", "   > "),
    ):
        draft.add(before)
        draft.running(margin, breaks=bool(margin))
    draft.add("\n\n")


def _table(draft: Draft) -> None:
    for between in ("---|:--|\n", "\n"):
        draft.add("| ")
        draft.running(breaks=False)
        draft.add(" | \\| ")
        draft.running(breaks=False)
        draft.add(" |\n" + ("|" + between if between != "\n" else between))


def _footnote(draft: Draft) -> None:
    label = f"[^{len(draft.text)}]"
    draft.running()
    draft.add(f"{label}\n\n{label}: ")
    draft.running("    ")
    draft.add("\n\n")


def _silent(draft: Draft) -> None:
    """What nobody reads as text."""
    blocks = (
        "```\nKhazakstan the the\n```\n\n",
        "~~~ the the\nKhazakstan\n\nthe the\n~~~\n\n",
        "n0\n\n    Khazakstan the the\n\n",
        "<div>\nKhazakstan the the\n</div>\n\n",
        "<!-- Khazakstan\n\nthe the -->\n\n",
        "[label]: https://example.org 'Khazakstan the the'\n\n",
        "***\n\n",
    )
    draft.add(draft.draw(st.sampled_from(blocks)))


# What stands before a value, at the beginning of its further lines (None: it has none), and after it.
_FIELDS = (
    ("title: ", None, "\n"),
    ("title: ", "   ", " # Khazakstan\n"),
    ("title: 'it''s ", "  ", "'\n"),
    ('summary: "', "  ", '"\n'),
    ("summary: !!str &title ", " ", "\n"),
    ("description: >\n  ", "  ", "\n"),
    ("description: |-\n  ", "  ", "\n  n0\n"),
    ("deck: >2+ # the the\n  ", "  ", "\n\n    n0\n\n"),
    ("authors:\n  - Jo\n  - ", "    ", "\n"),
    ("authors: ['", " ", "', Jo]\n"),
)


def _front(draft: Draft) -> None:
    """Front matter: each way in which YAML writes a text, and fields that no reader sees."""
    draft.add("---\nslug: Khazakstan the the\n")
    for before, margin, after in draft.draw(st.lists(st.sampled_from(_FIELDS), max_size=4, unique=True)):
        draft.add(before)
        draft.doubled = "'" in before
        draft.running(margin or "", breaks=margin is not None, marks=False, odd=False)
        draft.doubled = False
        draft.add(after)
    if draft.draw(st.booleans()):
        # Behind an escape the value as a whole stands for the text as a whole.
        draft.plant(Fault(SWAPPED, "n0 \\u00e9 \\\n  Khazakstan", "Kazakhstan", 'title: "', '"\n', direct=False))
    draft.add("---\n\n")


_BLOCKS: Mapping[str, tuple[Callable[[Draft], None], ...]] = {
    "text": (_line, _indented_line, _wrapped),
    "markdown": (
        *(_paragraph, _wrapped, _heading, _underlined, _quote, _items, _table, _footnote, _silent),
        *(_paragraph, _quote),
    ),
}


@st.composite
def drafts(draw: DrawFn, format: str) -> Draft:
    """Articles of a few blocks in that format, with one kind of line end."""
    draft = Draft(draw, format, draw(st.sampled_from(["\n", "\r\n", "\r"])))
    if format == "markdown" and draw(st.booleans()):
        _front(draft)
    for block in draw(st.lists(st.sampled_from(_BLOCKS[format]), max_size=5)):
        block(draft)
    return draft
