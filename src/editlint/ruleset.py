"""The rules that hold for a file, and what the desk has settled: all that `lint` needs besides the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from editlint import language
from editlint.pack import Bundle
from editlint.rule import Rule
from editlint.structure import Desk

__all__ = ["RuleSet"]


@dataclass(frozen=True)
class RuleSet:
    """Bundles of rules, which of them are on, and the words that the desk accepts.

    Plain data: comparable, picklable, no reference into a document.
    """

    bundles: tuple[Bundle, ...]
    active: frozenset[str]
    desk: Desk = field(default_factory=Desk)
    accept: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @cached_property
    def switched(self) -> list[list[Rule | None]]:
        """For each bundle its rules by number, None for those that are off."""
        return [
            [rule if rule.id in self.active else None for rule in map(bundle.rule, range(len(bundle.rules)))]
            for bundle in self.bundles
        ]

    def rules(self) -> Iterator[Rule]:
        """Every rule of every bundle, on or off."""
        for bundle in self.bundles:
            yield from map(bundle.rule, range(len(bundle.rules)))

    @cached_property
    def accepted(self) -> frozenset[str]:
        """Accepted words and names, folded."""
        return frozenset(language.fold(word) for word in (*self.accept, *self.names))
