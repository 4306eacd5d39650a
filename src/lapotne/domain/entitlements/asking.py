"""What to ask next: the fact whose answer settles most, found by trying every answer it may have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from lapotne.domain.entitlements.conditions import After, AtLeast, Before, IsAge, WithinLast, leaves
from lapotne.domain.entitlements.facts import NEVER, Fact, FactDefinition, FactKind, Facts
from lapotne.domain.entitlements.judging import Finding, is_contradicted, judging
from lapotne.domain.entitlements.rulebook import Rulebook
from lapotne.domain.mechanism.conditions import AgeRange
from lapotne.domain.verdict import Answer


@dataclass(frozen=True, slots=True, order=True)
class _Worth:
    """How much a question settles on average, then how many further questions it spares; then its place in the list."""

    settled: float
    spared: float
    place: int


def in_order(rulebook: Rulebook, found: Finding, facts: Facts) -> tuple[str, ...]:
    """What to ask about one entitlement, the question that settles most first."""
    return ranked([(rulebook, found)], facts, found.day)


def ranked(findings: Iterable[tuple[Rulebook, Finding]], facts: Facts, day: date) -> tuple[str, ...]:
    """What to ask about many entitlements, of one country or several, the question that settles most first."""
    open_ones = [(book, found) for book, found in findings if found.ask]
    asked = dict.fromkeys(fact for _, found in open_ones for fact in found.ask)
    worth = {fact: _worth(fact, open_ones, facts, day) for fact in asked}
    return tuple(sorted(asked, key=lambda fact: worth[fact], reverse=True))


def _worth(fact: str, open_ones: list[tuple[Rulebook, Finding]], facts: Facts, day: date) -> _Worth:
    settled = spared = 0.0
    place = 0
    tried: dict[int, list[Facts]] = {}
    for book, found in open_ones:
        place = -list(book.facts).index(fact)
        if fact not in found.ask:
            continue
        if id(book) not in tried:
            tried[id(book)] = _possible(book, fact, facts, day)
        judged = judging(book, found.entitlement, day)
        answered = [judged(one) for one in tried[id(book)]]
        if answered:
            settled += sum(one.answer is not Answer.UNKNOWN for one in answered) / len(answered)
            spared += sum(len(found.ask) - len(one.ask) for one in answered) / len(answered)
    return _Worth(round(settled, 9), round(spared, 9), place)


def _possible(book: Rulebook, fact: str, facts: Facts, day: date) -> list[Facts]:
    """The facts with each further answer that can be true beside them."""
    tried: list[Facts] = [{**facts, fact: value} for value in answers(book, fact, day)]
    return [one for one in tried if not is_contradicted(book, one, day)]


def answers(book: Rulebook, fact: str, day: date) -> tuple[Fact, ...]:
    """Answers that a question may have, enough to meet every way in which a rule tells them apart."""
    definition = book.facts[fact]
    if definition.kind is FactKind.YES_NO:
        return (True, False)
    if definition.kind is FactKind.ONE_OF:
        return tuple(definition.values)
    if definition.kind is FactKind.DATE:
        return (NEVER, *_days(book, fact, day))
    return _ages(definition, book, fact) if definition.kind is FactKind.AGE else _numbers(book, fact)


def _tests(book: Rulebook, fact: str) -> list[object]:
    rules = (version.when for one in book.entitlements.values() for version in one.versions)
    return [leaf.test for rule in rules for leaf in leaves(rule) if leaf.fact == fact]


def _days(book: Rulebook, fact: str, day: date) -> tuple[date, ...]:
    one = timedelta(days=1)
    compared = [test.day for test in _tests(book, fact) if isinstance(test, Before | After) and test.day]
    near = [found for edge in compared for found in (edge - one, edge, edge + one)]
    # Long ago lies beyond any time that must not have passed.
    long_ago = [date(1900, 1, 1)] if any(isinstance(test, WithinLast) for test in _tests(book, fact)) else []
    yesterday = max(day, date.min + one) - one
    return tuple(dict.fromkeys([yesterday, *near, *long_ago]))


def _ages(definition: FactDefinition, book: Rulebook, fact: str) -> tuple[Fact, ...]:
    words = [value.ages for value in definition.values.values() if value.ages]
    edges = [test.ages.start for test in _tests(book, fact) if isinstance(test, IsAge) and not test.word]
    years = [AgeRange(age, age + 1) for edge in edges for age in (edge - 1, edge) if age >= 0]
    return tuple(dict.fromkeys([*words, *years]))


def _numbers(book: Rulebook, fact: str) -> tuple[Fact, ...]:
    edges: Mapping[float, None] = dict.fromkeys(test.number for test in _tests(book, fact) if isinstance(test, AtLeast))
    return tuple(number for edge in edges for number in (edge - 1, edge)) or (0,)
