"""Text without its markup, and the way back to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from editlint.text.source import Span

__all__ = ["Prose", "Run"]


class Run(NamedTuple):
    """A stretch of prose and where it stands in the source.

    `length` code points of prose from `prose` on come from `width` code points of source from
    `source` on. Where both are the same, each code point maps to its own; where they differ (an
    entity, CRLF read as a space) the stretch maps as a whole; it is then shorter than what it stands
    for, never longer.
    """

    prose: int
    source: int
    length: int
    width: int


class Prose:
    """The text of a block as a reader sees it, held in runs that lead back to the source."""

    __slots__ = ("_starts", "runs", "text")

    def __init__(self, text: str, runs: Iterable[Run]) -> None:
        self.text = text
        self.runs = tuple(runs)
        self._starts = [run.prose for run in self.runs]

    @classmethod
    def verbatim(cls, text: str, start: int) -> Prose:
        """Prose that stands in the source letter by letter from `start` on."""
        return cls(text, (Run(0, start, len(text), len(text)),))

    @classmethod
    def joined(cls, pieces: Iterable[tuple[str, Span]]) -> Prose:
        """Prose from pieces in order: each a text and the place in the source that it stands for."""
        texts: list[str] = []
        runs: list[Run] = []
        at = 0
        for text, (start, end) in pieces:
            if not text:
                continue
            texts.append(text)
            last = runs[-1] if runs else None
            even = end - start == len(text)
            if last and even and last.length == last.width and last.source + last.width == start:
                runs[-1] = Run(last.prose, last.source, last.length + len(text), last.width + len(text))
            else:
                runs.append(Run(at, start, len(text), end - start))
            at += len(text)
        return cls("".join(texts), runs)

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return f"Prose({self.text!r})"

    def _run(self, at: int) -> Run:
        return self.runs[bisect_right(self._starts, at) - 1]

    def _left(self, at: int) -> int:
        run = self._run(at)
        return run.source + (at - run.prose if run.length == run.width else 0)

    def _right(self, at: int) -> int:
        run = self._run(at)
        return run.source + (at - run.prose + 1 if run.length == run.width else run.width)

    def span(self, start: int, end: int) -> Span:
        """The place in the source of prose[start:end]: from its first letter to the end of its last.

        An empty stretch is a point: before the letter that follows, or after the last one.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"prose[{start}:{end}] is outside its {len(self.text)} code points")
        if not self.runs:
            return Span(0, 0)
        if start == end:
            point = self._right(start - 1) if start == len(self.text) and start else self._left(start)
            return Span(point, point)
        return Span(self._left(start), self._right(end - 1))

    def is_verbatim(self, start: int, end: int) -> bool:
        """Whether prose[start:end] stands in the source without markup or entities between."""
        if start == end:
            return True
        first, last = self._run(start), self._run(end - 1)
        return first is last and first.length == first.width

    def part(self, start: int, end: int) -> Prose:
        """The prose of [start:end], leading back to the same places."""
        runs: list[Run] = []
        for run in self.runs:
            low, high = max(run.prose, start), min(run.prose + run.length, end)
            if low >= high:
                continue
            if run.length == run.width:
                runs.append(Run(low - start, run.source + low - run.prose, high - low, high - low))
            else:
                runs.append(Run(low - start, run.source, high - low, run.width))
        return Prose(self.text[start:end], runs)

    def stripped(self) -> Prose:
        """The prose without white space at its ends."""
        return self.part(len(self.text) - len(self.text.lstrip()), len(self.text.rstrip()))
