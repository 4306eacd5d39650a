"""The year as a picture and as a table: how long each state lasts, day by day and month by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext as _

from lapotne.adapters.canopy_picture import Strip, Title, YearDay, labels_svg, year_svg
from lapotne.adapters.canopy_picture.sheet import Row
from lapotne.apps.mechanism.presenters.canopy.week import SHOWN, cells_shown, legend
from lapotne.apps.mechanism.presenters.words import clock, moved_days, states
from lapotne.apps.mechanism.presenters.words.offers import named
from lapotne.apps.mechanism.queries.canopy import Canopy
from lapotne.apps.mechanism.queries.canopy_chosen import Chosen
from lapotne.domain.coverage.cells import Cell
from lapotne.domain.coverage.days import DayCover, by_day, days_of
from lapotne.domain.moments.clock import MINUTES_IN_HOUR
from lapotne.domain.moments.public_holidays import holiday_name

MONDAY = 0
LAST_DAY_WITH_ROOM = 18


@dataclass(frozen=True)
class HoursByState:
    """A need's hours of the year in each state, and of them those in a gap, as the reader writes numbers."""

    need: str
    by_state: list[str]
    gap: str


@dataclass(frozen=True)
class GapsByMonth:
    """A need's hours in a gap in each month."""

    need: str
    months: list[str]


class Year:
    """A town's year for a profile, ready to be drawn in a page or as a file."""

    def __init__(self, canopy: Canopy, chosen: Chosen, title: Title) -> None:
        self.canopy, self.chosen, self.title = canopy, chosen, title

    @cached_property
    def cells(self) -> list[tuple[Cell, list[DayCover]]]:
        town = self.canopy.year.town
        return [(cell, by_day(cell, town.period)) for cell in cells_shown(self.canopy, self.chosen, town)]

    def labels(self) -> str:
        rows = [Row(strip.label, (), strip.group) for strip in self._strips()]
        return labels_svg(rows) + labels_svg(rows, narrow=True)

    def days(self) -> str:
        return year_svg(self._strips(), self._columns(), self.title, standalone=False)

    def file(self) -> str:
        return year_svg(self._strips(), self._columns(), self.title, legend_entries=legend())

    def hours_by_state(self) -> list[HoursByState]:
        return [
            HoursByState(
                named(cell.need.names, cell.need.key),
                [_hours(cell.measured.minutes[state]) for state in SHOWN],
                _hours(sum(day.gap_minutes for day in days)),
            )
            for cell, days in self.cells
        ]

    def states(self) -> list[str]:
        return [states.state(state) for state in SHOWN]

    def months(self) -> list[str]:
        """Named with their year, since a year may begin in any month."""
        days = days_of(self.canopy.year.town.period)
        return [f"{clock.month(month)} {year}" for (year, month), _days in groupby(days, key=lambda at: _month(at.day))]

    def gaps_by_month(self) -> list[GapsByMonth]:
        return [
            GapsByMonth(
                named(cell.need.names, cell.need.key),
                [
                    _hours(sum(day.gap_minutes for day in month))
                    for _key, month in groupby(days, key=lambda at: _month(at.day))
                ],
            )
            for cell, days in self.cells
        ]

    def unannounced(self) -> str:
        """The years among these days whose moved days off nobody has announced yet; empty when there are none."""
        country = self.canopy.municipality.country.code
        return moved_days.unannounced(country, *self.chosen.days_of_year)

    def _strips(self) -> list[Strip]:
        return [
            Strip(named(cell.need.names, cell.need.key), [day.minutes for day in days], states.group(cell.need.group))
            for cell, days in self.cells
        ]

    def _columns(self) -> list[YearDay]:
        return [self._column(at, local.day) for at, local in enumerate(days_of(self.canopy.year.town.period))]

    def _column(self, at: int, day: date) -> YearDay:
        holiday = holiday_name(self.canopy.municipality.country.code, day, clock.reader().language)
        begins_week = day.weekday() == MONDAY or at == 0
        week = self.chosen.but(view="week", day=day, hour=None, need="")
        first, end = week.week
        return YearDay(
            month=clock.month(day.month) if _is_named(at, day) else "",
            holiday=f"{clock.day(day)}: {holiday}" if holiday else "",
            week_words=_("the week %(days)s") % {"days": clock.days(first, end)} if begins_week else "",
            week_address=week.query if begins_week else "",
        )


def _is_named(at: int, day: date) -> bool:
    """A month is named where it begins, and where the year begins inside one with room for its name."""
    return day.day == 1 or (at == 0 and day.day <= LAST_DAY_WITH_ROOM)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _hours(minutes: int) -> str:
    return clock.number(minutes / MINUTES_IN_HOUR)
