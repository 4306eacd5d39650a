"""When something is open: a text of hours with what is said beside it about holidays, closures and validity."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from lapotne.domain.moments.clock import MINUTES_IN_DAY, Span, day_number
from lapotne.domain.moments.hours import Hours, read_hours
from lapotne.domain.moments.rules import Join, Rule, days_named

WHOLE_DAY = Span(0, MINUTES_IN_DAY)
HOLIDAYS_CLOSED = "closed"
HOLIDAYS_AS_USUAL = "as_usual"


@dataclass(frozen=True, slots=True)
class Timetable:
    """Hours (None: nobody said), what holidays mean when the text is silent, and days on which nothing begins.

    `closures` are pairs of first and last day; `since` and `until` bound the days on which it exists at all.
    """

    text: str | None = None
    on_holidays: str | None = None
    closures: tuple[tuple[date, date], ...] = ()
    since: date | None = None
    until: date | None = None

    def begins_nothing_on(self, day: int) -> bool:
        """Whether a closure or the end of its validity rules out that day number."""
        if self.since is not None and day < day_number(self.since):
            return True
        if self.until is not None and day > day_number(self.until):
            return True
        return any(day_number(first) <= day <= day_number(last) for first, last in self.closures)


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What begins on one local day, in minutes from its midnight: open for certain, and perhaps open."""

    certain: tuple[Span, ...] = ()
    uncertain: tuple[Span, ...] = ()


NOTHING = DayPlan()
UNKNOWN_DAY = DayPlan(uncertain=(WHOLE_DAY,))


def plan_of(timetable: Timetable, day: int, holidays: Collection[int], window: tuple[int, int]) -> DayPlan:
    """What begins on a day number, by coverage.md rules 1 to 6; `window` bounds the days looked up at once."""
    if timetable.begins_nothing_on(day):
        return NOTHING
    if timetable.text is None:
        return NOTHING if day in holidays and timetable.on_holidays == HOLIDAYS_CLOSED else UNKNOWN_DAY
    hours = read_hours(timetable.text)
    holding = [rule for rule in hours.rules if holds_on(rule, day, holidays, window)]
    if day in holidays:
        if is_silent_on(hours, timetable.on_holidays, day, window):
            return _doubted(_plan(holding))
        if (
            timetable.on_holidays == HOLIDAYS_CLOSED
            and not hours.settles_holidays
            and not _is_named(hours, day, window)
        ):
            return NOTHING
    return _plan(holding)


def is_silent_on(hours: Hours, on_holidays: str | None, holiday: int, window: tuple[int, int]) -> bool:
    """Whether nobody has said what happens on a holiday (rule 4)."""
    return on_holidays is None and not hours.settles_holidays and not _is_named(hours, holiday, window)


def holds_on(rule: Rule, day: int, holidays: Collection[int], window: tuple[int, int]) -> bool:
    """Whether a rule speaks of a day."""
    if rule.selector is not None and day in days_named(rule.selector, *window):
        return True
    if rule.holiday_selector is None or day not in days_named(rule.holiday_selector, *window):
        return False
    return any(day - offset in holidays for offset in rule.holiday_offsets)


def _is_named(hours: Hours, day: int, window: tuple[int, int]) -> bool:
    return any(rule.single_dates is not None and day in days_named(rule.single_dates, *window) for rule in hours.rules)


def _plan(rules: Iterable[Rule]) -> DayPlan:
    certain: list[Span] = []
    uncertain: list[Span] = []
    for rule in rules:
        if rule.closes:
            certain, uncertain = (_without(spans, rule) for spans in (certain, uncertain))
            continue
        if rule.join is Join.REPLACES:
            certain, uncertain = [], []
        spans = list(rule.spans)
        if rule.join is Join.FILLS:
            for taken in certain + uncertain:
                spans = _cut(spans, taken)
        (certain if rule.is_certain else uncertain).extend(spans)
    return DayPlan(tuple(certain), tuple(uncertain))


def _without(spans: list[Span], rule: Rule) -> list[Span]:
    """What an `off` leaves: nothing without times, else what lies outside them."""
    if not rule.is_timed:
        return []
    for closed in rule.spans:
        spans = _cut(spans, closed)
    return spans


def _cut(spans: Iterable[Span], taken: Span) -> list[Span]:
    left = []
    for span in spans:
        if span.start < min(span.end, taken.start):
            left.append(Span(span.start, min(span.end, taken.start)))
        if max(span.start, taken.end) < span.end:
            left.append(Span(max(span.start, taken.end), span.end))
    return left


def _doubted(plan: DayPlan) -> DayPlan:
    """A silent holiday: unknown from 00:00 to 24:00, and what begins on it unknown to its end."""
    return DayPlan(uncertain=(WHOLE_DAY, *plan.certain, *plan.uncertain))
