"""Clocks that run: days used and left of a course, every day on which it may end, and warnings before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from lapotne.domain.entitlements.clock_rules import ASKED, COUNTS, DOES_NOT_COUNT, UNSAID, ClockRule
from lapotne.domain.entitlements.conditions import COUNTING
from lapotne.domain.entitlements.counting import TIMES, last_days
from lapotne.domain.entitlements.facts import Facts
from lapotne.domain.entitlements.rulebook import AT_LEAST, Amount, Entitlement, Rulebook
from lapotne.domain.entitlements.times import time_of

WARN_BEFORE = (30, 14, 3)
"""Days before an end on which somebody is told; a choice of the product, not of the law."""


class ClockState(StrEnum):
    """Where a clock stands; between the first and the last possible end nobody can say."""

    NOT_BEGUN = "not_begun"
    RUNNING = "running"
    MAY_HAVE_ENDED = "may_have_ended"
    ENDED = "ended"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """A number that lies between two, both included; equal where the source leaves no doubt."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class ClockOn:
    """A clock on a day: days used and left with the day itself counted as used, and what opens once it has ended."""

    state: ClockState
    used: Span
    left: Span
    then: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reminder:
    """A day on which somebody should be told that an end is near."""

    day: date
    before: int
    last_day: date


@dataclass(frozen=True, slots=True)
class Clock:
    """A time that runs from its first day; `last_days` are all possible last days, earliest first.

    `amounts` are the lengths that may hold, `questions` what no source says; without a last day the end is unknown, and
    after the last day of what lasts at least so long nobody can say.
    """

    entitlement: Entitlement
    rule: ClockRule
    start: date
    amounts: tuple[Amount, ...]
    last_days: tuple[date, ...]
    questions: tuple[str, ...]

    def on(self, day: date) -> ClockOn:
        """Where the clock stands at the end of a day."""
        used = self._used(day)
        if day < self.start:
            return ClockOn(ClockState.NOT_BEGUN, Span(0, 0), self._whole(), ())
        if not self.last_days:
            return ClockOn(ClockState.UNKNOWN, used, Span(0, 0), ())
        if day <= self.last_days[0]:
            return ClockOn(ClockState.RUNNING, used, self._left(day), ())
        has_end = all(amount.bound != AT_LEAST for amount in self.amounts)
        state = ClockState.ENDED if day > self.last_days[-1] and has_end else ClockState.MAY_HAVE_ENDED
        return ClockOn(state, used, self._left(day), self.entitlement.then)

    def reminders(self) -> tuple[Reminder, ...]:
        """The days of reminding before every possible end, in order; none before the clock begins."""
        found = (
            Reminder(last - timedelta(days=before), before, last)
            for last in self.last_days
            for before in WARN_BEFORE
            if (last - self.start).days >= before
        )
        return tuple(sorted(found, key=lambda one: (one.day, one.last_day)))

    def _used(self, day: date) -> Span:
        if day < self.start:
            return Span(0, 0)
        reached = min(day, self.last_days[-1]) if self.last_days else day
        passed = (reached - self.start).days
        with_first = passed + 1
        if self.rule.first_day == UNSAID and self.last_days:
            # Counted with its first day, the same course ends a day earlier and never uses more days.
            with_first = min(with_first, (self.last_days[-1] - self.start).days)
        by_rule = {COUNTS: Span(with_first, with_first), DOES_NOT_COUNT: Span(passed, passed)}
        return by_rule.get(self.rule.first_day) or Span(passed, with_first)

    def _whole(self) -> Span:
        """All days of it, the first counted as the rule says; where it is unsaid, the earliest end counts it."""
        if not self.last_days:
            return Span(0, 0)
        least, most = ((last - self.start).days for last in (self.last_days[0], self.last_days[-1]))
        extra_least = self.rule.first_day in (COUNTS, UNSAID)
        return Span(least + extra_least, most + (self.rule.first_day == COUNTS))

    def _left(self, day: date) -> Span:
        left = [max(0, (last - day).days) for last in self.last_days]
        return Span(min(left, default=0), max(left, default=0))


def clock(rulebook: Rulebook, entitlement: Entitlement, start: date, asked_on: date | None = None) -> Clock | None:
    """The clock of an entitlement from its first day; None where it has none that runs by the calendar.

    It runs under the version of its first day unless the rulebook says that the version of the day asked about counts.
    """
    rule = entitlement.clock
    if rule is None:
        return None
    under = asked_on if rule.runs_under == ASKED and asked_on else start
    # What is used up runs by the time in which it must be used.
    time = time_of(rulebook.parameters[rule.within or rule.amount], under)
    amounts = tuple(amount for amount in time.amounts if amount.unit in TIMES)
    if not amounts and not time.is_open:
        return None
    ends = last_days(start, amounts, rule)
    counting = (COUNTING,) if len(ends) > 1 else ()
    return Clock(entitlement, rule, start, amounts, ends, (*time.questions, *counting))


def running(rulebook: Rulebook, entitlement: Entitlement, facts: Facts, day: date) -> Clock | None:
    """The clock that runs for a person as asked on a day; None where none does or nobody knows from which day."""
    start = facts.get(entitlement.clock.starts) if entitlement.clock else None
    return clock(rulebook, entitlement, start, day) if isinstance(start, date) else None
