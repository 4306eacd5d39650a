"""A whole period of opening at once: timetables compiled to bit sets, one bit for each step of UTC time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from math import gcd

import numpy as np
from numpy.typing import NDArray

from lapotne.domain.moments.clock import (
    MINUTES_IN_DAY,
    MINUTES_IN_HOUR,
    Span,
    clock_spans,
    day_number,
    local_midnight,
)
from lapotne.domain.moments.hours import read_hours
from lapotne.domain.moments.rules import days_named
from lapotne.domain.moments.timetable import Timetable, plan_of

DAYS_BEFORE = 3
"""Days; a span may run 48 hours from the midnight it belongs to, and a zone's day may begin a day apart."""

type Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Openings:
    """Bit sets of the steps that are open for certain, and of those of which nobody can say."""

    certain: int
    uncertain: int


@dataclass(frozen=True)
class Period:
    """Local days from `first` to before `end` in a zone, looked at in steps of so many minutes.

    `reach` hours after the end are looked at too, for needs that can wait.
    `step` must divide every boundary that occurs; `step_for` finds the greatest such.
    """

    zone: str
    first: date
    end: date
    step: int = 15
    reach: int = 72
    holidays: frozenset[date] = field(default_factory=frozenset)

    @cached_property
    def start_minute(self) -> int:
        """The UTC minute of the local midnight it begins with."""
        return local_midnight(self.first, self.zone)

    @cached_property
    def end_minute(self) -> int:
        """The UTC minute of the local midnight it ends before."""
        return local_midnight(self.end, self.zone)

    @cached_property
    def steps(self) -> int:
        """How many steps it has, without its reach."""
        return (self.end_minute - self.start_minute) // self.step

    @cached_property
    def steps_with_reach(self) -> int:
        """How many steps are looked at: one more than the reach, since [t, t+H] includes its end."""
        return self.steps + self.reach * MINUTES_IN_HOUR // self.step + 1

    @cached_property
    def window(self) -> tuple[int, int]:
        """The first and last day number whose beginnings matter."""
        after = timedelta(hours=self.reach) + timedelta(days=2)
        return day_number(self.first) - DAYS_BEFORE, day_number(self.end + after)

    @cached_property
    def holiday_numbers(self) -> frozenset[int]:
        """Its public holidays as day numbers."""
        return frozenset(map(day_number, self.holidays))

    @cached_property
    def holiday_flags(self) -> Flags:
        """For each day of the window whether it is a public holiday."""
        return self.flags(self.holiday_numbers)

    def flags(self, days: Iterable[int]) -> Flags:
        """For each day of the window whether it is among the day numbers."""
        first, last = self.window
        found = np.zeros(last - first + 1, bool)
        inside = [day - first for day in days if first <= day <= last]
        found[inside] = True
        return found


class Compiler:
    """Compiles timetables for one period; each distinct timetable once."""

    def __init__(self, period: Period) -> None:
        self.period = period
        self._compiled: dict[Timetable, Openings] = {}
        self._named: dict[str, Flags] = {}
        self._kinds: dict[Timetable, tuple[NDArray[np.intp], NDArray[np.intp]]] = {}

    def openings(self, timetable: Timetable) -> Openings:
        """When a timetable is open, as bit sets over the period and its reach."""
        found = self._compiled.get(timetable)
        if found is None:
            found = self._compiled[timetable] = self._compile(timetable)
        return found

    def _compile(self, timetable: Timetable) -> Openings:
        # What a silent text means on holidays changes their plan, but not which days are alike.
        alike = timetable if timetable.text is None else replace(timetable, on_holidays=None)
        if alike not in self._kinds:
            self._kinds[alike] = self._kinds_of_days(alike)
        kinds, sample_days = self._kinds[alike]
        first, _ = self.period.window
        holidays, window = self.period.holiday_numbers, self.period.window
        plans = [plan_of(timetable, first + int(day), holidays, window) for day in sample_days]
        certain = self._bits([plan.certain for plan in plans], kinds)
        uncertain = self._bits([plan.uncertain for plan in plans], kinds)
        return Openings(certain, uncertain & ~certain)

    def _kinds_of_days(self, timetable: Timetable) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """For each day of the window its kind, and a day of each kind: days of one kind have one plan."""
        code = self._days_without_beginnings(timetable).astype(np.int64)
        if timetable.text is None:
            code += self.period.holiday_flags.astype(np.int64) << 1
        else:
            hours = read_hours(timetable.text)
            unsettled = np.zeros(len(code), bool) if hours.settles_holidays else self.period.holiday_flags.copy()
            for at, rule in enumerate(hours.rules, start=2):
                if rule.single_dates is not None:
                    unsettled &= ~self._flags(rule.single_dates)
                holds = self._flags(rule.selector) if rule.selector is not None else None
                if rule.holiday_selector is not None:
                    with_holidays = self._holiday_flags(rule.holiday_selector, rule.holiday_offsets)
                    holds = with_holidays if holds is None else holds | with_holidays
                if holds is not None:
                    code += holds.astype(np.int64) << at
            code += unsettled.astype(np.int64) << 1
        _, samples, kinds = np.unique(code, return_index=True, return_inverse=True)
        return kinds, samples

    def _days_without_beginnings(self, timetable: Timetable) -> Flags:
        first, last = self.period.window
        if not timetable.closures and timetable.since is None and timetable.until is None:
            return np.zeros(last - first + 1, bool)
        return self.period.flags(day for day in range(first, last + 1) if timetable.begins_nothing_on(day))

    def _flags(self, selector: str) -> Flags:
        found = self._named.get(selector)
        if found is None:
            found = self._named[selector] = self.period.flags(days_named(selector, *self.period.window))
        return found

    def _holiday_flags(self, selector: str, offsets: tuple[int, ...]) -> Flags:
        moved = {day + offset for day in self.period.holiday_numbers for offset in offsets}
        return self._flags(selector) & self.period.flags(moved)

    def _bits(self, plans: list[tuple[Span, ...]], kinds: NDArray[np.intp]) -> int:
        if not any(plans):
            return 0
        day = MINUTES_IN_DAY // self.period.step
        patterns = np.zeros((len(plans), 2 * day), np.uint8)
        for row, spans in zip(patterns, plans, strict=True):
            for span in spans:
                row[span.start // self.period.step : span.end // self.period.step] = 1
        wall = patterns[kinds, :day]
        if patterns[:, day:].any():
            wall[1:] |= patterns[kinds[:-1], day:]
        return self._in_utc(wall.reshape(-1))

    def _in_utc(self, wall: NDArray[np.uint8]) -> int:
        """The bit set of UTC steps for flags by local wall clock: rule 5, both passes of a repeated hour alike."""
        period = self.period
        end = period.start_minute + period.steps_with_reach * period.step
        midnight = period.window[0] * MINUTES_IN_DAY
        parts = [
            wall[
                (span.start + span.offset - midnight) // period.step : (span.end + span.offset - midnight)
                // period.step
            ]
            for span in clock_spans(period.start_minute, end, period.zone)
        ]
        packed = np.packbits(np.concatenate(parts) if len(parts) > 1 else parts[0], bitorder="little")
        return int.from_bytes(packed.tobytes(), "little")


def step_for(timetables: Iterable[Timetable], at_most: int = 15) -> int:
    """The greatest step in minutes, a divisor of `at_most`, on whose grid every boundary of the texts lies."""
    step = at_most
    for text in {timetable.text for timetable in timetables if timetable.text is not None}:
        for rule in read_hours(text).rules:
            for span in rule.spans:
                step = gcd(step, span.start, span.end)
    return step
