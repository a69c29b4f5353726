"""The kinds of check: one file each, and one line here."""

from __future__ import annotations

from collections.abc import Mapping

from editlint.checks.block import WholeBlock
from editlint.checks.glued import Glued
from editlint.checks.maximum import Maximum
from editlint.checks.pattern import Pattern
from editlint.checks.repetition import Repetition
from editlint.checks.stop import Stop
from editlint.checks.swap import Swap
from editlint.rule import Kind

__all__ = ["KINDS"]

_LISTED: tuple[Kind, ...] = (Swap(), Pattern(), Repetition(), Maximum(), Glued(), WholeBlock(), Stop())
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _LISTED}
