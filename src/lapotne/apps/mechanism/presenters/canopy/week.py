"""The week as a picture: rows of hours with their words and links, headings of days, the present."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from lapotne.adapters.canopy_picture import Day, Hour, LegendEntry, Now, Row, Title, labels_svg, picture_svg
from lapotne.apps.mechanism.presenters.words import clock, states
from lapotne.apps.mechanism.presenters.words.offers import named
from lapotne.apps.mechanism.queries.canopy import Canopy
from lapotne.apps.mechanism.queries.canopy_chosen import Chosen, hour_said
from lapotne.domain.coverage.cells import Cell
from lapotne.domain.coverage.days import LocalDay, days_of
from lapotne.domain.coverage.evaluation import TownCoverage
from lapotne.domain.coverage.states import picture
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import MINUTES_IN_HOUR, wall_time
from lapotne.domain.moments.public_holidays import holiday_name

SHOWN = (State.COVERED, State.BY_PHONE, State.TOO_FAR, State.DEPENDS, State.UNCONFIRMED, State.NOBODY)


def legend() -> list[LegendEntry]:
    return [LegendEntry(state, states.state(state)) for state in SHOWN]


def cells_shown(canopy: Canopy, chosen: Chosen, town: TownCoverage) -> list[Cell]:
    """One cell for each need of the profile, of the group chosen or of all."""
    groups = {need.group for need in canopy.needs}
    return [
        cell
        for need in canopy.needs
        if chosen.group not in groups or need.group == chosen.group
        if (cell := town.cell(need.key, canopy.profile.key)) is not None
    ]


class Week:
    """A town's week for a profile, ready to be drawn in a page or as a file."""

    def __init__(self, canopy: Canopy, chosen: Chosen, title: Title, now: int) -> None:
        self.canopy, self.chosen, self.title, self.now = canopy, chosen, title, now
        self.days = days_of(canopy.week.town.period)

    def labels(self) -> str:
        rows = self._rows(with_links=False)
        return labels_svg(rows) + labels_svg(rows, narrow=True)

    def hours(self) -> str:
        return picture_svg(self._rows(with_links=True), self._headings(), self.title, now=self._now(), standalone=False)

    def file(self) -> str:
        return picture_svg(self._rows(with_links=False), self._headings(), self.title, legend_entries=legend())

    def holidays(self) -> list[str]:
        """`Wednesday, 18 November: Proclamation Day`."""
        named_days = [(day.day, self._holiday(day)) for day in self.days]
        return [f"{clock.day(day)}: {name}" for day, name in named_days if name]

    def _rows(self, *, with_links: bool) -> list[Row]:
        town = self.canopy.week.town
        return [
            Row(
                named(cell.need.names, cell.need.key),
                self._hours(cell, picture(cell, town.period), with_links=with_links),
                states.group(cell.need.group),
            )
            for cell in cells_shown(self.canopy, self.chosen, town)
        ]

    def _hours(self, cell: Cell, found: list[State], *, with_links: bool) -> list[Hour]:
        if not with_links:
            return [Hour(state) for state in found]
        label, words = named(cell.need.names, cell.need.key), {state: states.state(state) for state in State}
        start = self.chosen.but(need=cell.need.key, hour=None, day=self.chosen.today).query
        is_need = self.chosen.need == cell.need.key
        return [
            Hour(
                state, f"{label}, {when}: {words[state]}", f"{start}&{said}#who", is_need and minute == self.chosen.hour
            )
            for state, (minute, when, said) in zip(found, self._columns, strict=True)
        ]

    @cached_property
    def _columns(self) -> list[tuple[int, str, str]]:
        """Each hour's UTC minute, its words, and how an address says it."""
        zone = self.chosen.zone
        return [
            (minute, f"{clock.day(day.day)}, {clock.clock_time(minute, zone)}", _address(minute, zone))
            for day in self.days
            for minute in day.hours
        ]

    def _headings(self) -> list[Day]:
        zone = self.chosen.zone
        return [
            Day(
                clock.short_day(day.day),
                [wall_time(minute, zone).hour for minute in day.hours],
                self._holiday(day) or "",
            )
            for day in self.days
        ]

    def _holiday(self, day: LocalDay) -> str | None:
        country = self.canopy.municipality.country.code
        return holiday_name(country, day.day, clock.reader().language)

    def _now(self) -> Now | None:
        period = self.canopy.week.town.period
        if not period.start_minute <= self.now < period.end_minute:
            return None
        label = _("%(time)s now") % {"time": clock.clock_time(self.now, self.chosen.zone)}
        return Now((self.now - period.start_minute) / MINUTES_IN_HOUR, label)


def _address(minute: int, zone: str) -> str:
    said = {key: value for key, value in hour_said(minute, zone).items() if value}
    return urlencode(said, safe=":")
