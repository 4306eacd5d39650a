"""The state of a cell day by day, as the local calendar has them: 23 and 25 hours where the clock changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from lapotne.domain.coverage.cells import Cell, enough_for
from lapotne.domain.coverage.states import states_of
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import MINUTES_IN_HOUR, local_midnight
from lapotne.domain.moments.openings import Period


@dataclass(frozen=True, slots=True)
class LocalDay:
    """A day of a zone and the UTC minutes from its midnight to the next."""

    day: date
    start: int
    end: int

    @property
    def hours(self) -> range:
        """The UTC minutes at which its hours begin."""
        return range(self.start, self.end, MINUTES_IN_HOUR)


@dataclass(frozen=True, slots=True)
class DayCover:
    """One day of a cell: minutes by state (State as index), and those that lie in a gap."""

    day: date
    minutes: tuple[int, ...]
    gap_minutes: int

    @property
    def worst_state(self) -> State:
        """The worst state of the day (rule 19)."""
        return State(next(state for state, lasting in enumerate(self.minutes) if lasting))


def days_of(period: Period) -> list[LocalDay]:
    """The days of a period in order."""
    count = (period.end - period.first).days
    days = [period.first + timedelta(days=number) for number in range(count + 1)]
    starts = [local_midnight(day, period.zone) for day in days]
    return [LocalDay(day, starts[at], starts[at + 1]) for at, day in enumerate(days[:-1])]


def by_day(cell: Cell, period: Period) -> list[DayCover]:
    """How long each state lasts on each day."""
    days = days_of(period)
    states = states_of(cell.levels, period.steps)
    bounds = [(day.start - period.start_minute) // period.step for day in days]
    sums = [np.add.reduceat(states == state, bounds, dtype=np.int64) for state in State]
    minutes = np.stack(sums, axis=1) * period.step
    enough = enough_for(cell.need)
    return [
        DayCover(day.day, tuple(lasting), sum(lasting[:enough]))
        for day, lasting in zip(days, minutes.tolist(), strict=True)
    ]
