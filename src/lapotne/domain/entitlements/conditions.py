"""Conditions over facts, as a lawyer reads them: all, any, not, and plain comparisons; yes, no or unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from lapotne.domain.entitlements.facts import NEVER, SOMETIME, Fact, Facts
from lapotne.domain.mechanism.conditions import AgeRange
from lapotne.domain.verdict import Answer

type Lasts = Callable[[str, date], tuple[date, ...]]
"""The possible last days of the time that a parameter gives, counted from a day."""


@dataclass(frozen=True, slots=True)
class Is:
    """The answer is one of these."""

    values: frozenset[Fact]


@dataclass(frozen=True, slots=True)
class IsAge:
    """The age lies in a range."""

    ages: AgeRange
    word: str = ""


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The number is this or more."""

    number: float


@dataclass(frozen=True, slots=True)
class Before:
    """The day lies before a day, or before that of another fact."""

    day: date | None = None
    fact: str = ""


@dataclass(frozen=True, slots=True)
class After:
    """The day lies after a day, or after that of another fact."""

    day: date | None = None
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Happened:
    """It has happened by the day asked about."""


@dataclass(frozen=True, slots=True)
class WithinLast:
    """It happened no longer ago than a parameter of the rulebook says."""

    parameter: str


type Test = Is | IsAge | AtLeast | Before | After | Happened | WithinLast


@dataclass(frozen=True, slots=True)
class Leaf:
    """One comparison of one fact."""

    fact: str
    test: Test


@dataclass(frozen=True, slots=True)
class Open:
    """A question of law that no source answers: unknown, whatever the facts."""

    question: str


@dataclass(frozen=True, slots=True)
class All:
    """Every part must hold; no parts always hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part is enough."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold."""

    part: Condition


type Condition = Leaf | Open | All | AnyOf | Not

COUNTING = "how_to_count"
"""The question of law that is left where the source doesn't say how its days are counted."""

OPPOSITE = {Answer.YES: Answer.NO, Answer.NO: Answer.YES, Answer.UNKNOWN: Answer.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Ground:
    """A comparison that an answer rests on, with the fact found."""

    leaf: Leaf
    found: Fact | None
    answer: Answer


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer, what it rests on, the facts that may still change it, and the questions of law left open."""

    answer: Answer
    grounds: tuple[Ground, ...] = ()
    ask: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What a comparison needs beside the fact: the day asked about, and how long the rulebook's times last."""

    day: date
    lasts: Lasts = field(default=lambda _parameter, _start: ())


def judge(condition: Condition, facts: Facts, context: Context) -> Judged:
    """The answer of a condition for a person's facts; unknown wherever a missing fact could decide."""
    if isinstance(condition, Leaf):
        return _judge_leaf(condition, facts, context)
    if isinstance(condition, Open):
        return Judged(Answer.UNKNOWN, questions=(condition.question,))
    if isinstance(condition, Not):
        inner = judge(condition.part, facts, context)
        return Judged(OPPOSITE[inner.answer], inner.grounds, inner.ask, inner.questions)
    parts = [judge(part, facts, context) for part in condition.parts]
    return joined(parts, deciding=Answer.NO if isinstance(condition, All) else Answer.YES)


def joined(parts: list[Judged], deciding: Answer) -> Judged:
    """Several answers as one: a single deciding answer decides, a single unknown leaves it open."""
    decided = next((part for part in parts if part.answer is deciding), None)
    if decided is not None:
        return Judged(deciding, decided.grounds)
    grounds = tuple(dict.fromkeys(ground for part in parts for ground in part.grounds))
    open_parts = [part for part in parts if part.answer is Answer.UNKNOWN]
    if not open_parts:
        return Judged(OPPOSITE[deciding], grounds)
    ask = dict.fromkeys(fact for part in open_parts for fact in part.ask)
    questions = dict.fromkeys(question for part in open_parts for question in part.questions)
    return Judged(Answer.UNKNOWN, grounds, tuple(ask), tuple(questions))


def compare(test: Test, value: Fact | None, context: Context, other: Fact | None = None) -> Answer:
    """One comparison; `other` is the second fact where two days are compared."""
    if value is None:
        return Answer.UNKNOWN
    if isinstance(test, Is):
        return _said(value in test.values)
    if isinstance(test, IsAge):
        return _age(test.ages, value)
    if isinstance(test, AtLeast):
        return _said(isinstance(value, int | float) and value >= test.number)
    return _compare_day(test, value, context, other)


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Every comparison, in the order written."""
    if isinstance(condition, Leaf):
        yield condition
    elif isinstance(condition, Not):
        yield from leaves(condition.part)
    elif isinstance(condition, All | AnyOf):
        for part in condition.parts:
            yield from leaves(part)


def facts_of(condition: Condition) -> tuple[str, ...]:
    """The facts a condition speaks of, in the order written."""
    found = ((leaf.fact, getattr(leaf.test, "fact", "")) for leaf in leaves(condition))
    return tuple(dict.fromkeys(fact for pair in found for fact in pair if fact))


def other_fact(test: Test) -> str:
    """The second fact of a comparison of two days, or nothing."""
    return test.fact if isinstance(test, Before | After) else ""


def _judge_leaf(leaf: Leaf, facts: Facts, context: Context) -> Judged:
    value, second = facts.get(leaf.fact), other_fact(leaf.test)
    if value is None:
        return _not_told(leaf.fact, second)
    answer = compare(leaf.test, value, context, facts.get(second) if second else None)
    grounds = (Ground(leaf, value, answer),)
    if answer is not Answer.UNKNOWN:
        return Judged(answer, grounds)
    if isinstance(leaf.test, WithinLast) and isinstance(value, date):
        # The day is known, so what is left open is how the law counts from it.
        return Judged(answer, grounds, questions=(COUNTING,))
    return Judged(answer, grounds, (leaf.fact, second) if second else (leaf.fact,))


@cache
def _not_told(fact: str, second: str) -> Judged:
    """A missing fact is what to ask, not a reason; a fact too vague to decide is both."""
    return Judged(Answer.UNKNOWN, ask=(fact, second) if second else (fact,))


def _said(holds: bool) -> Answer:  # noqa: FBT001 (a truth turned into an answer)
    return Answer.YES if holds else Answer.NO


def _age(ages: AgeRange, value: Fact) -> Answer:
    if not isinstance(value, AgeRange):
        return Answer.UNKNOWN
    if ages.contains(value):
        return Answer.YES
    return Answer.UNKNOWN if ages.meets(value) else Answer.NO


def _compare_day(test: Test, value: Fact, context: Context, other: Fact | None) -> Answer:
    if value == NEVER:
        return Answer.NO
    if isinstance(test, Before | After):
        return _in_order(test, value, test.day or other)
    if value == SOMETIME:
        return Answer.YES if isinstance(test, Happened) else Answer.UNKNOWN
    if not isinstance(value, date):
        return Answer.UNKNOWN
    if value > context.day or isinstance(test, Happened):
        return _said(value <= context.day)
    return _within(context.lasts(test.parameter, value), context.day) if isinstance(test, WithinLast) else Answer.NO


def _in_order(test: Before | After, value: Fact, other: Fact | None) -> Answer:
    if other == NEVER:
        return Answer.NO
    if not isinstance(value, date) or not isinstance(other, date):
        return Answer.UNKNOWN
    return _said(value < other if isinstance(test, Before) else value > other)


def _within(last_days: tuple[date, ...], day: date) -> Answer:
    if not last_days:
        return Answer.UNKNOWN
    if day <= min(last_days):
        return Answer.YES
    return Answer.NO if day > max(last_days) else Answer.UNKNOWN
