"""What a desk knows about how articles look: outlets, label words, lines that scrapes leave in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from editlint.document import Block
from editlint.language import Expression, Gate

__all__ = ["Desk"]


@dataclass(frozen=True)
class Desk:
    """Plain data, from the lists of the packs and from the config; a part of every rule set.

    `outlets`, `labels` and `particles` (of names) are as credits have them; the others are rows of expressions
    that a whole line must match.
    """

    outlets: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    boilerplate: tuple[Any, ...] = ()
    bylines: tuple[Any, ...] = ()
    timestamps: tuple[Any, ...] = ()

    @classmethod
    def from_lists(cls, lists: Mapping[str, Sequence[Any]], outlets: Iterable[str] = ()) -> Desk:
        """The desk that the lists of pack `structure` describe, with the outlets of the house."""
        return cls(
            outlets=tuple(dict.fromkeys([*lists.get("structure/outlets", ()), *outlets])),
            labels=tuple(lists.get("structure/credit-labels", ())),
            particles=tuple(lists.get("structure/name-particles", ())),
            boilerplate=tuple(lists.get("structure/boilerplate.re", ())),
            bylines=tuple(lists.get("structure/bylines.re", ())),
            timestamps=tuple(lists.get("structure/timestamps.re", ())),
        )

    @cached_property
    def _lines(self) -> dict[str, Gate]:
        kinds = {"boilerplate": self.boilerplate, "byline": self.bylines, "timestamp": self.timestamps}
        return {kind: Gate({n: Expression(*row) for n, row in enumerate(rows)}) for kind, rows in kinds.items()}

    def is_line_of(self, kind: str, block: Block) -> bool:
        """Whether the whole block matches an expression for boilerplate, byline or timestamp."""
        return any(
            expression.regex.fullmatch(block.text)
            for _, expression in self._lines[kind].open_to(block.vocabulary, block.folded)
        )

    def outlet_at_end(self, text: str) -> str:
        """The longest known outlet that the text ends with, or ''; case counts."""
        if not text.endswith(self.outlets):
            return ""
        return max((outlet for outlet in self.outlets if text.endswith(outlet)), key=len)

    @cached_property
    def before_outlet(self) -> re.Pattern[str]:
        """What may stand right before an outlet in a credit: a photographer, an agency, or both."""
        capitalised = r"[A-Z][\w.'’/-]*"
        name = rf"{capitalised}(?: (?:{'|'.join([capitalised, *map(re.escape, self.particles)])}))*"
        return re.compile(rf"{name} ?(?:[/|–—-] ?| (?:via|for) )$")

    @cached_property
    def folded_labels(self) -> tuple[str, ...]:
        """The label words without case, the longest first."""
        return tuple(sorted((label.casefold() for label in self.labels), key=len, reverse=True))
