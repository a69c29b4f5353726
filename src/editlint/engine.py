"""lint(): the one join of a text and a set of rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from editlint.document import Block, Document
from editlint.errors import EditlintError
from editlint.finding import Failure, Finding, Fix, Match, Result
from editlint.parsing import format_of, parse
from editlint.rule import Hit, Rule, Scanner, WordScanner
from editlint.ruleset import RuleSet
from editlint.settle import settle
from editlint.structure import name_blocks
from editlint.text import Source

__all__ = ["examine", "lint", "outline"]

# Asks a scanner about one thing; the name is for the message should it crash.
_Question = tuple[str, list[Rule | None], Callable[[], Iterable[Hit]]]


def lint(source: Source, ruleset: RuleSet, format: str | None = None) -> Result:
    """Check a text: findings in order, and a failure for whatever crashed; never raises for a text."""
    kind = format or format_of(source.name)
    try:
        document = outline(source, ruleset, kind)
    except EditlintError as error:
        return Result(source.name, kind, source, (), (Failure(str(error)),))
    except Exception as error:
        return Result(source.name, kind, source, (), (_crash("reading the text's structure", error),))
    return examine(document, ruleset)


def outline(source: Source, ruleset: RuleSet, format: str) -> Document:
    """The document in a source, each block named: what `lint` looks at."""
    return name_blocks(parse(source, format), ruleset.desk)


def examine(document: Document, ruleset: RuleSet) -> Result:
    """Check a document whose blocks are named already."""
    findings: list[Finding] = []
    failures = [Failure(problem) for problem in document.problems]
    crashed: set[str] = set()
    for asked, rules, answer in _questions(document, ruleset):
        try:
            for number, match in answer():
                rule = rules[number]
                if rule is not None and _applies(rule, match):
                    findings.append(_finding(document.source, rule, match))
        except Exception as error:
            if asked not in crashed:
                failures.append(_crash(asked, error))
            crashed.add(asked)
    settled = settle(findings, ruleset, document.source)
    return Result(document.source.name, document.format, document.source, tuple(settled), tuple(failures))


def _questions(document: Document, ruleset: RuleSet) -> Iterator[_Question]:
    """All that has to be asked of all scanners; a crash in one answer leaves the others."""
    words: list[tuple[list[Rule | None], WordScanner]] = []
    for bundle, rules in zip(ruleset.bundles, ruleset.switched, strict=True):
        for scanner in bundle.scanners:
            if scanner.reads == "words":
                words.append((rules, scanner))
            else:
                asked = f"{type(scanner).__name__} of {', '.join(bundle.packs)}"
                for answer in _answers(scanner, document):
                    yield asked, rules, answer
    yield from _word_questions(document, words)


def _answers(scanner: Scanner, document: Document) -> Iterator[Callable[[], Iterable[Hit]]]:
    if scanner.reads == "text":
        live = scanner.live(document)
        if live:
            for block in document.blocks:
                yield partial(scanner.in_block, block, live)
    elif scanner.reads == "block":
        for block in document.blocks:
            yield partial(scanner.in_block, block)
    elif scanner.reads == "document":
        yield partial(scanner.in_document, document)


def _word_questions(document: Document, scanners: list[tuple[list[Rule | None], WordScanner]]) -> Iterator[_Question]:
    """Walk the words of each block once for all scanners, stopping only at words that one of them knows."""
    live: dict[str, list[tuple[list[Rule | None], WordScanner, Any]]] = {}
    for rules, scanner in scanners:
        for word in scanner.heads.keys() & document.vocabulary:
            live.setdefault(word, []).append((rules, scanner, scanner.heads[word]))
    if not live:
        return
    for block in document.blocks:
        for index, word in enumerate(block.words):
            if word in live:
                for rules, scanner, head in live[word]:
                    yield type(scanner).__name__, rules, _at(scanner, block, index, head)


def _at(scanner: WordScanner, block: Block, index: int, head: Any) -> Callable[[], Iterable[Hit]]:
    return lambda: scanner.at_word(block, index, head)


def _applies(rule: Rule, match: Match) -> bool:
    if match.kind not in rule.scope:
        return False
    return rule.quotes == "check" or match.quoted == (rule.quotes == "only")


def _finding(source: Source, rule: Rule, match: Match) -> Finding:
    fix = None
    if match.edit is not None and rule.fix != "none":
        fix = Fix(rule.fix == "safe", (match.edit,))
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=rule.severity,
        message=rule.message.format_map(match.values),
        span=match.span,
        text=source.slice(match.span),
        block=match.kind,
        suggestions=match.suggestions,
        fix=fix,
        entry=match.entry or match.values.get("found", "").casefold() if rule.report == "first" else "",
    )


def _crash(doing: str, error: Exception) -> Failure:
    return Failure(f"editlint itself failed ({doing}): {type(error).__name__}: {error}. Please report this.")
