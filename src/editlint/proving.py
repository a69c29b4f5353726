"""A rule's examples held against the rule: what `editlint prove` and the tests run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editlint.document import Block, Document
from editlint.engine import examine
from editlint.errors import Place
from editlint.finding import Finding
from editlint.pack import Bundle
from editlint.pack.compiling import RuleSource
from editlint.rule import Example, Rule
from editlint.ruleset import RuleSet
from editlint.structure import Desk, name_blocks
from editlint.text import Prose, Source, Span

__all__ = ["Disproof", "prove"]


@dataclass(frozen=True)
class Disproof:
    """An example that does not hold, and how."""

    rule: str
    place: Place
    message: str


def prove(source: RuleSource, bundle: Bundle, desk: Desk) -> Iterator[Disproof]:
    """Try the examples of one rule, with that rule alone switched on; yields those that do not hold."""
    for example in source.examples:
        message = _try(example, source.rule, bundle, desk)
        if message:
            yield Disproof(source.rule.id, example.place, message)


def _try(example: Example, rule: Rule, bundle: Bundle, desk: Desk) -> str:
    variant = dict(example.settings).get("variant", "")
    on = not rule.variants or variant in rule.variants
    result = examine(_document(example, desk), RuleSet((bundle,), frozenset({rule.id} if on else ()), desk))
    if result.failures:
        return result.failures[0].message
    wanted = {_wanted(example, mark) for mark in example.marks}
    found = {place for finding in result.findings for place in _places(finding)}
    if example.sort == "missed":
        return "this is found now: move the example from `missed` to `flag`." if found == wanted else ""
    for start, end, better in sorted(wanted - found, key=str):
        said = f", better {better!r}" if better is not None else ""
        there = [f for f in found if f[0] < end and start < f[1]]
        but = f"; found instead: {_say(there[0], example)}" if there else "; nothing was found there"
        return f"expected {_text(example)[start:end]!r}{said}{but}."
    for extra in sorted(found - wanted, key=str):
        return f"found {_say(extra, example)}, which no mark asks for."
    return ""


def _document(example: Example, desk: Desk) -> Document:
    """The example as an article whose blocks are known: nothing about them is guessed."""
    source = Source("example", _text(example))
    blocks: list[Block] = []
    at = 0
    for kind, text in example.blocks:
        blocks.append(Block(kind, Prose.verbatim(text, at)))
        at += len(text) + 2
    return name_blocks(Document(source, "example", tuple(blocks)), desk)


def _text(example: Example) -> str:
    return "\n\n".join(text for _, text in example.blocks)


def _wanted(example: Example, mark: tuple[int, int, int, str | None]) -> tuple[int, int, str | None]:
    block, start, end, better = mark
    before = sum(len(text) + 2 for _, text in example.blocks[:block])
    return (before + start, before + end, better)


def _places(finding: Finding) -> Iterator[tuple[int, int, str | None]]:
    better = finding.suggestions[0] if finding.suggestions else None
    spans: list[Span] = [finding.span, *(related.span for related in finding.related)]
    for start, end in spans:
        yield (start, end, better)


def _say(place: tuple[int, int, str | None], example: Example) -> str:
    start, end, better = place
    return repr(_text(example)[start:end]) + (f", better {better!r}" if better is not None else "")
