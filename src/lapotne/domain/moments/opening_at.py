"""What is open at one moment, until when, and when it opens next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter

from lapotne.domain.moments.clock import (
    LONGEST_OFFSET,
    MINUTES_IN_DAY,
    Span,
    clock_spans,
    day_number,
    day_of_number,
    offset_at,
)
from lapotne.domain.moments.timetable import DayPlan, Timetable, plan_of

DAYS_BACK = 2
DAYS_AHEAD = 15

type Spans = tuple[Span, ...]
"""In order, none touching another."""

_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Openness:
    """Open, unknown or closed at a minute, and what comes of it.

    `until` is the UTC minute at which the state ends, `opens` that of the next certain opening;
    None: not within the fortnight looked at.
    """

    state: str
    until: int | None
    opens: int | None


def opening_at(timetable: Timetable, minute: int, zone: str, holidays: frozenset[int]) -> Openness:
    """Whether a timetable is open at a UTC minute, by the same rules as the whole period.

    `holidays` are day numbers, at least of the fortnight after the minute and of two days before it.
    """
    offset = offset_at(minute, zone)
    today = (minute + offset) // MINUTES_IN_DAY
    # What reaches the end of the days looked at may well go on beyond them.
    seen_until = (today + DAYS_AHEAD - 1) * MINUTES_IN_DAY - offset
    return _at(minute, *_around(timetable, today, zone, holidays), seen_until)


def _at(minute: int, certain: Spans, uncertain: Spans, seen_until: int) -> Openness:
    opens = _starting_after(certain, minute)
    for state, spans in (("open", certain), ("unknown", uncertain)):
        end = _end_of_span_with(spans, minute)
        if end is not None:
            # An uncertain stretch ends where a certain one begins.
            until = end if state == "open" or opens is None else min(end, opens)
            return Openness(state, until if until < seen_until else None, opens)
    starts = [start for start in (opens, _starting_after(uncertain, minute)) if start is not None]
    return Openness("closed", min(starts, default=None), opens)


def _starting_after(spans: Spans, minute: int) -> int | None:
    following = bisect_right(spans, minute, key=_start)
    return spans[following].start if following < len(spans) else None


def _end_of_span_with(spans: Spans, minute: int) -> int | None:
    last_begun = bisect_right(spans, minute, key=_start) - 1
    return spans[last_begun].end if last_begun >= 0 and minute < spans[last_begun].end else None


@lru_cache(maxsize=4096)
def _around(timetable: Timetable, today: int, zone: str, holidays: frozenset[int]) -> tuple[Spans, Spans]:
    """What is open for certain, and what perhaps, in the days around a day: the same all day long, so kept."""
    certain: list[Span] = []
    uncertain: list[Span] = []
    for day in range(today - DAYS_BACK, today + DAYS_AHEAD):
        begun = _begun_on(timetable, day, zone, holidays)
        certain.extend(begun.certain)
        uncertain.extend(begun.uncertain)
    return _merged(certain), _merged(uncertain)


@lru_cache(maxsize=65536)
def _begun_on(timetable: Timetable, day: int, zone: str, holidays: frozenset[int]) -> DayPlan:
    """What begins on a day number, in UTC minutes."""
    plan = plan_of(timetable, day, holidays, _window_of(day_of_number(day).year))
    return DayPlan(
        tuple(part for span in plan.certain for part in _in_utc(day, span, zone)),
        tuple(part for span in plan.uncertain for part in _in_utc(day, span, zone)),
    )


def _in_utc(day: int, span: Span, zone: str) -> Iterator[Span]:
    """The UTC spans during which the wall clock shows a span of a local day."""
    start, end = day * MINUTES_IN_DAY + span.start, day * MINUTES_IN_DAY + span.end
    midnight = day * MINUTES_IN_DAY
    for clock in clock_spans(midnight - LONGEST_OFFSET, midnight + 2 * MINUTES_IN_DAY + LONGEST_OFFSET, zone):
        first, last = max(clock.start, start - clock.offset), min(clock.end, end - clock.offset)
        if first < last:
            yield Span(first, last)


def _merged(spans: list[Span]) -> Spans:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


@lru_cache(maxsize=256)
def _window_of(year: int) -> tuple[int, int]:
    return day_number(date(year, 1, 1)), day_number(date(year, 12, 31))
