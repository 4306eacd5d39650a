"""The week as text: for each need and day the stretches of one state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lapotne.apps.mechanism.presenters.canopy.week import cells_shown
from lapotne.apps.mechanism.presenters.words import clock, states
from lapotne.apps.mechanism.presenters.words.offers import named
from lapotne.apps.mechanism.queries.canopy import Canopy
from lapotne.apps.mechanism.queries.canopy_chosen import Chosen
from lapotne.domain.coverage.cells import Cell
from lapotne.domain.coverage.days import LocalDay, days_of
from lapotne.domain.coverage.states import runs, states_of
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import Span
from lapotne.domain.moments.openings import Period


@dataclass(frozen=True)
class Stretch:
    """From when to when a state lasts on a day, where it is explained."""

    hours: str
    state: State
    address: str

    @property
    def words(self) -> str:
        return states.state(self.state)


@dataclass(frozen=True)
class NeedOfWeek:
    """A need with its stretches, day by day."""

    need: str
    days: list[tuple[str, list[Stretch]]]


def days(canopy: Canopy) -> list[str]:
    return [clock.short_day(day.day) for day in days_of(canopy.week.town.period)]


def needs(canopy: Canopy, chosen: Chosen) -> list[NeedOfWeek]:
    period = canopy.week.town.period
    return [
        NeedOfWeek(
            named(cell.need.names, cell.need.key),
            [
                (clock.day(day.day), [_stretch(cell, found, day, chosen) for found in _runs(cell, period, day)])
                for day in days_of(period)
            ],
        )
        for cell in cells_shown(canopy, chosen, canopy.week.town)
    ]


def stretches(canopy: Canopy, chosen: Chosen) -> Iterator[tuple[Cell, LocalDay, Span, State]]:
    """All stretches of the week, one by one."""
    period = canopy.week.town.period
    for cell in cells_shown(canopy, chosen, canopy.week.town):
        for day in days_of(period):
            for span, state in _runs(cell, period, day):
                yield cell, day, span, state


def _runs(cell: Cell, period: Period, day: LocalDay) -> Iterator[tuple[Span, State]]:
    start, end = ((minute - period.start_minute) // period.step for minute in (day.start, day.end))
    return runs(states_of(cell.levels, period.steps), start, end, period)


def _stretch(cell: Cell, found: tuple[Span, State], day: LocalDay, chosen: Chosen) -> Stretch:
    span, state = found
    address = chosen.but(view="table", need=cell.need.key, hour=span.start).query
    return Stretch(clock.span_of_day(span.start, span.end, day.start, day.end, chosen.zone), state, f"{address}#who")
