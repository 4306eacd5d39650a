"""Many persons at once: a column for each fact, and each comparison made once for every distinct answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from lapotne.domain.entitlements.conditions import (
    AnyOf,
    Condition,
    Context,
    Leaf,
    Not,
    Open,
    compare,
    facts_of,
    other_fact,
)
from lapotne.domain.entitlements.facts import Fact, Facts
from lapotne.domain.entitlements.judging import context_of
from lapotne.domain.entitlements.rulebook import Entitlement, Rulebook
from lapotne.domain.entitlements.times import facts_of_time, limited_by, time_left
from lapotne.domain.verdict import Answer

type Codes = NDArray[np.int8]

NO, UNKNOWN, YES = 0, 1, 2
"""In this order "all" is the least and "any" the greatest, as three-valued logic has it."""

_CODE = {Answer.NO: NO, Answer.UNKNOWN: UNKNOWN, Answer.YES: YES}
ANSWERS = (Answer.NO, Answer.UNKNOWN, Answer.YES)
"""The answer of a code."""


@dataclass(frozen=True, slots=True)
class ManyFound:
    """Answers by entitlement, one code a person, and who has facts that can't all be true (no verdict for them)."""

    answers: Mapping[str, Codes]
    contradicted: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Column:
    """Which distinct answer each person gave."""

    at: NDArray[np.int32]
    answers: tuple[Fact | None, ...]


def find_many(rulebook: Rulebook, people: Sequence[Facts], day: date) -> ManyFound:
    """Every entitlement of a rulebook for many persons on one day; the same answers as `find` for each."""
    columns = _Columns(people)
    contradicted = np.zeros(len(people), dtype=np.bool_)
    for impossible in rulebook.impossible:
        contradicted |= columns.judge(impossible.when, Context(day)) == YES
    found = {key: columns.entitlement(rulebook, one, day) for key, one in rulebook.entitlements.items()}
    return ManyFound(found, contradicted)


class _Columns:
    def __init__(self, people: Sequence[Facts]) -> None:
        self.people = people
        self._columns: dict[str, _Column] = {}

    def entitlement(self, rulebook: Rulebook, entitlement: Entitlement, day: date) -> Codes:
        stands, context = entitlement.on(day), context_of(rulebook, entitlement, day)
        if stands.gap:
            return self._all(UNKNOWN)
        codes = [self.judge(version.when, context) for version in stands.readings]
        least, most = np.minimum.reduce(codes), np.maximum.reduce(codes)
        by_rule = np.where(least == most, least, UNKNOWN).astype(np.int8)
        in_time: Codes = np.minimum.reduce([by_rule, *self._times(rulebook, entitlement, day)])
        return in_time

    def _times(self, rulebook: Rulebook, entitlement: Entitlement, day: date) -> Iterator[Codes]:
        """Whether the time that it gives may have run out."""
        rule = limited_by(rulebook, entitlement)
        for fact in facts_of_time(rule) if rule else ():
            column = self._column(fact)
            told = (time_left(rulebook, entitlement, fact, answer, day) for answer in column.answers)
            yield np.array([_CODE[one.answer] if one else YES for one in told], dtype=np.int8)[column.at]

    def judge(self, condition: Condition, context: Context) -> Codes:
        if isinstance(condition, Leaf):
            return self._leaf(condition, context)
        if isinstance(condition, Open):
            return self._all(UNKNOWN)
        if isinstance(condition, Not):
            return (YES - self.judge(condition.part, context)).astype(np.int8)
        parts = [self.judge(part, context) for part in condition.parts]
        if not parts:
            return self._all(NO if isinstance(condition, AnyOf) else YES)
        found: Codes = (np.maximum if isinstance(condition, AnyOf) else np.minimum).reduce(parts)
        return found

    def _leaf(self, leaf: Leaf, context: Context) -> Codes:
        column, second = self._column(leaf.fact), other_fact(leaf.test)
        if second:
            return self._pairs(leaf, column, self._column(second), context)
        codes = [_CODE[compare(leaf.test, answer, context)] for answer in column.answers]
        return np.array(codes, dtype=np.int8)[column.at]

    def _pairs(self, leaf: Leaf, one: _Column, other: _Column, context: Context) -> Codes:
        pairs = one.at.astype(np.int64) * len(other.answers) + other.at
        distinct, at = np.unique(pairs, return_inverse=True)
        codes = [
            _CODE[compare(leaf.test, one.answers[first], context, other.answers[second])]
            for first, second in (divmod(int(pair), len(other.answers)) for pair in distinct)
        ]
        return np.array(codes, dtype=np.int8)[at]

    def _column(self, fact: str) -> _Column:
        if fact not in self._columns:
            places: dict[Fact | None, int] = {}
            at = [places.setdefault(person.get(fact), len(places)) for person in self.people]
            self._columns[fact] = _Column(np.array(at, dtype=np.int32), tuple(places))
        return self._columns[fact]

    def _all(self, code: int) -> Codes:
        return np.full(len(self.people), code, dtype=np.int8)


def facts_used(rulebook: Rulebook) -> tuple[str, ...]:
    """The facts that any rule of a rulebook speaks of, in the order of its rules."""
    rules = (version.when for one in rulebook.entitlements.values() for version in one.versions)
    return tuple(dict.fromkeys(fact for rule in rules for fact in facts_of(rule)))
