"""Packs as the engine has them: plain data and the scanners over it."""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from editlint.checks import KINDS
from editlint.rule import Plain, Rule, Scanner

__all__ = ["Bundle", "dump", "load"]

# Change it whenever the compiled form changes: an older file is then compiled anew.
FORM = b"editlint-pack-3\n"
# The oldest form of marshal that all supported Pythons write alike.
_MARSHAL = 4


@dataclass(frozen=True)
class Bundle:
    """One or more packs, compiled.

    `rules` are rows of Rule's fields; `tables` what each kind of check compiled; `lists` the word
    lists beside the rules, by "pack/name"; `styles` the packs that are house styles.
    """

    packs: tuple[str, ...]
    rules: Sequence[Sequence[Plain]]
    tables: Mapping[str, Plain]
    lists: Mapping[str, Sequence[str]]
    styles: tuple[str, ...]

    @cached_property
    def scanners(self) -> list[Scanner]:
        """A scanner for each kind of check that the packs use."""
        return [KINDS[name].scanner(table) for name, table in self.tables.items()]

    def rule(self, number: int) -> Rule:
        """The rule of that number, as scanners name it."""
        return Rule(*self.rules[number])


def dump(bundle: Bundle) -> bytes:
    """The bundle as bytes, with a digest, so that a broken file is never taken for a bundle."""
    plain: Plain = (bundle.packs, bundle.rules, dict(bundle.tables), dict(bundle.lists), bundle.styles)
    body = marshal.dumps(plain, _MARSHAL)
    return FORM + sha256(body).digest() + body


def load(data: bytes) -> Bundle | None:
    """The bundle in those bytes; None when they are of another form or damaged."""
    if not data.startswith(FORM):
        return None
    at = len(FORM)
    digest, body = data[at : at + 32], data[at + 32 :]
    if sha256(body).digest() != digest:
        return None
    return Bundle(*marshal.loads(body))
