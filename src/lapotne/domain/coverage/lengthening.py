"""Longer hours that would close a hole: the part of the week in which nobody is open, added to a text of hours."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lapotne.domain.coverage.states import flags_of
from lapotne.domain.mechanism.needs import Need
from lapotne.domain.mechanism.offers import Availability, OnHolidays
from lapotne.domain.moments.clock import (
    MINUTES_IN_DAY,
    MINUTES_IN_HOUR,
    Span,
    day_number,
    day_of_number,
    local_midnight,
)
from lapotne.domain.moments.hours import read_hours
from lapotne.domain.moments.openings import Period
from lapotne.domain.moments.weekly import (
    ALWAYS,
    HOLIDAYS,
    NEVER,
    Spans,
    days_text,
    is_always,
    times_text,
    week_of_text,
)

DAYS_IN_WEEK = 7
CAN_WAIT_A_DAY = 24
"""Hours; a need that can wait so long is met by some hours on each day, not by an open door at night."""
SOME_HOURS = (Span(10 * MINUTES_IN_HOUR, 12 * MINUTES_IN_HOUR),)
OFTEN = 0.5
"""A part of the day belongs to the hole when it is missing on at least so many of the days of its kind."""

type Kinds = tuple[Spans, ...]
"""By kind of day, Monday first and public holidays last, the spans that are missing."""


@dataclass(frozen=True, slots=True)
class LongerHours:
    """What the availability's fields would be, and what of it is new, in the same syntax."""

    hours: str
    on_holidays: OnHolidays | None
    added: str


def longer_hours(availability: Availability, need: Need, hole: int, period: Period) -> LongerHours:
    """The availability's hours with what a hole of a need lacks; it must have hours.

    `hole`: the bit set of the gap's steps. A need that can wait is closed when somebody opens within its hours,
    so that a gap ends so many hours before the next opening: those hours are added too.
    """
    missing = missing_by_kind(hole, need, period)
    days, holidays = missing[:DAYS_IN_WEEK], missing[DAYS_IN_WEEK]
    return _added_to(availability.hours or NEVER, availability.on_holidays, days, holidays)


def missing_by_kind(hole: int, need: Need, period: Period) -> Kinds:
    """The spans missing on most days of each kind, in minutes from midnight; nights that are alike are joined."""
    closed = flags_of(_until_the_next_opening(hole, need, period), period.steps)
    sums = np.zeros((DAYS_IN_WEEK + 1, MINUTES_IN_DAY // period.step), np.int64)
    days = np.zeros(DAYS_IN_WEEK + 1, np.int64)
    for kind, flags in _days(closed, period):
        sums[kind] += flags
        days[kind] += 1
    often = sums > np.maximum(days, 1)[:, None] * OFTEN
    spans = tuple(_spans(row, period.step) for row in often)
    if need.within_hours >= CAN_WAIT_A_DAY:
        return tuple(SOME_HOURS if any(_holds_some_hours(span) for span in found) else () for found in spans)
    return _nights_joined(spans)


def _until_the_next_opening(hole: int, need: Need, period: Period) -> int:
    width = need.within_hours * MINUTES_IN_HOUR // period.step
    reached, done = hole, 0
    while done < width:
        shift = min(max(done, 1), width - done)
        reached |= reached << shift
        done += shift
    return reached & ((1 << period.steps) - 1)


def _days(flags: NDArray[np.uint8], period: Period) -> list[tuple[int, NDArray[np.uint8]]]:
    """Each day of 24 hours by its kind; a day on which the clocks change says nothing of the others."""
    found = []
    for number in range(day_number(period.first), day_number(period.end)):
        day = day_of_number(number)
        start = (local_midnight(day, period.zone) - period.start_minute) // period.step
        end = (local_midnight(day_of_number(number + 1), period.zone) - period.start_minute) // period.step
        if (end - start) * period.step == MINUTES_IN_DAY:
            kind = DAYS_IN_WEEK if day in period.holidays else day.weekday()
            found.append((kind, flags[start:end]))
    return found


def _spans(row: NDArray[np.bool_], step: int) -> Spans:
    edges = np.flatnonzero(np.diff(row.astype(np.int8), prepend=0, append=0)).tolist()
    return tuple(Span(start * step, end * step) for start, end in zip(edges[::2], edges[1::2], strict=True))


def _holds_some_hours(span: Span) -> bool:
    return span.start <= SOME_HOURS[0].start and SOME_HOURS[0].end <= span.end


def _nights_joined(kinds: Kinds) -> Kinds:
    """`00:00-08:00,22:00-24:00` on every weekday is one night, `22:00-08:00`; after a holiday it is needed too."""
    first, holidays = kinds[0], kinds[DAYS_IN_WEEK]
    is_a_night = len(first) > 1 and first[0].start == 0 and first[-1].end == MINUTES_IN_DAY
    if not is_a_night or len(set(kinds[:DAYS_IN_WEEK])) > 1:
        return kinds
    night = Span(first[-1].start, MINUTES_IN_DAY + first[0].end)
    joined = (*first[1:-1], night)
    return (*(joined,) * DAYS_IN_WEEK, joined if holidays == first else (*holidays, night))


def _added_to(text: str, on_holidays: OnHolidays | None, days: Kinds, holidays: Spans) -> LongerHours:
    settled = read_hours(text).settles_holidays
    kept = on_holidays if on_holidays is OnHolidays.AS_USUAL and not settled else None
    if kept:
        added = _rules(days, ())
        return LongerHours(_with(text, added), kept, added)
    if settled:
        added = _rules(days, holidays)
        return LongerHours(_with(text, added), None, added)
    # Nothing was said of holidays in the text, so a rule of their own says all there is to say.
    added, rest = _rules(days, ()), f"{HOLIDAYS} {times_text(holidays)}"
    return LongerHours(f"{_with(text, added)}; {rest}", None, "; ".join(part for part in (added, rest) if part))


def _rules(days: Kinds, holidays: Spans) -> str:
    grouped: dict[Spans, list[int]] = {}
    for day, spans in enumerate(days):
        grouped.setdefault(spans, []).append(day)
    named = {spans: days_text(numbers) for spans, numbers in grouped.items() if spans}
    if holidays:
        named[holidays] = f"{named[holidays]},{HOLIDAYS}" if holidays in named else HOLIDAYS
    return ", ".join(f"{names} {times_text(spans)}" for spans, names in named.items())


def _with(text: str, added: str) -> str:
    longer = ", ".join(part for part in (text, added) if part)
    week = week_of_text(longer)
    return ALWAYS if week is not None and is_always(week) else longer
