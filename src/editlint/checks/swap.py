"""swap: these words for those."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Literal

from editlint import language
from editlint.checks.matching import match_at
from editlint.document import Block
from editlint.rule import Fields, Hit, Plain

__all__ = ["Swap"]

_PLURAL = "(s)"


class Swap:
    """Plain words or phrases and what to write instead."""

    name = "swap"
    keys = ("swap",)

    def read(self, fields: Fields) -> Plain:
        """Pairs of (wrong, rights, entry); a key ending in "(s)" stands for singular and plural."""
        pairs: list[tuple[str, list[str], str]] = []
        for wrong, rights in fields.swaps("swap").items():
            if not language.TOKEN.search(wrong):
                raise fields.wrong("swap", f"{wrong!r} holds no word to look for.")
            if wrong.endswith(_PLURAL):
                pairs.append((wrong.removesuffix(_PLURAL), [r.removesuffix(_PLURAL) for r in rights], wrong))
                pairs.append((wrong.replace(_PLURAL, "s"), [r.replace(_PLURAL, "s") for r in rights], wrong))
            else:
                pairs.append((wrong, rights, wrong))
        return pairs

    def fills(self, _: Plain) -> Collection[str]:
        """Nothing of its own."""
        return ()

    def compile(self, rules: Sequence[tuple[int, Plain]]) -> Plain:
        """Entries by the longest token of what they look for (the rarest, mostly), the longest entry first.

        An entry is (rule, exact form or "", what stands before, folded tokens, which of them is the longest,
        what stands between and after them, rights, entry).
        """
        heads: dict[str, list[Any]] = {}
        for number, pairs in rules:
            for wrong, rights, entry in pairs:
                places = [m.span() for m in language.TOKEN.finditer(wrong)]
                ends = [start for start, _ in places[1:]] + [len(wrong)]
                tokens = [wrong[a:b].casefold() for a, b in places]
                gaps = [language.fold(wrong[b:nxt]) for (_, b), nxt in zip(places, ends, strict=True)]
                before = language.fold(wrong[: places[0][0]])
                exact = "" if wrong == wrong.lower() else wrong
                head = tokens.index(max(tokens, key=len))
                heads.setdefault(tokens[head], []).append((number, exact, before, tokens, head, gaps, rights, entry))
        for entries in heads.values():
            entries.sort(key=lambda e: (-len(e[3]), e[0], e[3], e[1]))
        return heads

    def scanner(self, table: Plain) -> SwapScanner:
        """The scanner over the table."""
        return SwapScanner(table)


class SwapScanner:
    """All swaps at once, by the longest token of each."""

    reads: Literal["words"] = "words"

    def __init__(self, heads: Mapping[str, Any]) -> None:
        self.heads = heads

    def at_word(self, block: Block, index: int, head: Any) -> Iterator[Hit]:
        """The swaps that hold that token; of one rule, the longest alone."""
        done: set[int] = set()
        for number, exact, before, tokens, offset, gaps, rights, entry in head:
            if number in done:
                continue
            place = _place(block, index - offset, before, tokens, gaps)
            if place is None:
                continue
            start, end = place
            found = block.text[start:end]
            if exact and not _written_so(found, exact):
                continue
            done.add(number)
            suggestions = [_in_case_of(found, right, bool(exact)) for right in rights]
            if found in suggestions:
                continue
            yield Hit(number, match_at(block, start, end, suggestions, entry))


def _place(block: Block, index: int, before: str, tokens: Sequence[str], gaps: Sequence[str]) -> tuple[int, int] | None:
    if index < 0 or block.words[index : index + len(tokens)] != list(tokens):
        return None
    text, places = block.text, block.tokens[index : index + len(tokens)]
    start = places[0][0] - len(before)
    if before and (start < 0 or language.fold(text[start : places[0][0]]) != before):
        return None
    for (_, end), (following, _), gap in zip(places, places[1:], gaps, strict=False):
        between = text[end:following]
        if between.isspace() != (gap == " ") or (gap != " " and language.fold(between) != gap):
            return None
    end = places[-1][1]
    after = gaps[-1]
    if after and language.fold(text[end : end + len(after)]) != after:
        return None
    return start, end + len(after)


def _written_so(found: str, exact: str) -> bool:
    plain = re.sub(r"\s+", " ", found).replace("’", "'")
    wanted = exact.replace("’", "'")
    return plain in (wanted, wanted.upper())


def _in_case_of(found: str, right: str, exact: bool) -> str:
    if found.isupper() and len(found) > 1 and any(c.islower() for c in right):
        return right.upper()
    if not exact and found[:1].isupper() and right[:1].islower():
        return right[:1].upper() + right[1:]
    return right
