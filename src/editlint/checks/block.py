"""block: a block that should not be there at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from editlint.checks.matching import match_at
from editlint.document import ALL_KINDS, Block
from editlint.rule import Fields, Hit, Plain

__all__ = ["WholeBlock"]


class WholeBlock:
    """A kind of block whose presence is the fault."""

    name = "block"
    keys = ("kind",)

    def read(self, fields: Fields) -> Plain:
        """The kind of block."""
        return fields.choice("kind", ALL_KINDS)

    def fills(self, _: Plain) -> Collection[str]:
        """Nothing of its own."""
        return ()

    def compile(self, rules: Sequence[tuple[int, Plain]]) -> Plain:
        """The rules as they are."""
        return list(rules)

    def scanner(self, table: Plain) -> WholeBlockScanner:
        """The scanner over the rules."""
        return WholeBlockScanner(table)


class WholeBlockScanner:
    """Looks at the kind of each block."""

    reads: Literal["block"] = "block"

    def __init__(self, rules: Sequence[tuple[int, str]]) -> None:
        self._rules = rules

    def in_block(self, block: Block) -> Iterator[Hit]:
        """The block, whole."""
        for number, kind in self._rules:
            if kind == block.kind:
                yield Hit(number, match_at(block, 0, len(block.text)))
