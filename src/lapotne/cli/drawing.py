"""A town's canopy as an SVG file: hour by hour for up to a fortnight, else day by day."""

from __future__ import annotations

from collections.abc import Sequence

from lapotne.adapters.canopy_picture import Day, Hour, LegendEntry, Row, Strip, Title, YearDay, picture_svg, year_svg
from lapotne.cli import words
from lapotne.domain.coverage.asking import Asked
from lapotne.domain.coverage.cells import Cell
from lapotne.domain.coverage.days import LocalDay, by_day, days_of
from lapotne.domain.coverage.states import picture
from lapotne.domain.mechanism.needs import Need
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import wall_time
from lapotne.domain.moments.public_holidays import holiday_name

MOST_DAYS_BY_HOUR = 14


def cells_by_need(asked: Asked, profile: str | None) -> list[tuple[Need, list[Cell]]]:
    """Each need with its cells: those of one profile, or of all."""
    shown: dict[str, tuple[Need, list[Cell]]] = {}
    for need, someone, cell in asked.town.each():
        if profile in (None, someone.key):
            cells = shown.setdefault(need.key, (need, []))[1]
            if cell not in cells:
                cells.append(cell)
    return list(shown.values())


def worst_hours(cells: Sequence[Cell], asked: Asked, minutes: int = 60) -> list[State]:
    """The worst state of each stretch over all cells."""
    each = (picture(cell, asked.town.period, minutes) for cell in cells)
    return [min(states) for states in zip(*each, strict=True)]


def svg(asked: Asked, profile: str | None) -> str:
    """The whole picture as a file of its own, for one profile or for the worst of all."""
    here, period = asked.town.mechanism.municipality, asked.town.period
    whom = profile or "the worst of all profiles"
    title = Title(f"{words.name(here.names, here.key)}, {period.first} to {period.end}, for {whom}")
    legend = [LegendEntry(state, words.STATES[state]) for state in reversed(State)]
    days, needs = days_of(period), cells_by_need(asked, profile)
    if len(days) <= MOST_DAYS_BY_HOUR:
        rows = [
            Row(_label(need), [Hour(state) for state in worst_hours(cells, asked)], need.group) for need, cells in needs
        ]
        return picture_svg(rows, [_day(day, period.zone, here.country) for day in days], title, legend_entries=legend)
    strips = [Strip(_label(need), _worst_days(cells, asked), need.group) for need, cells in needs]
    return year_svg(strips, [_column(day) for day in days], title, legend_entries=legend)


def _label(need: Need) -> str:
    return words.name(need.names, need.key)


def _day(day: LocalDay, zone: str, country: str) -> Day:
    hours = [wall_time(minute, zone).hour for minute in day.hours]
    return Day(f"{day.day:%a %d}", hours, holiday_name(country, day.day, "en") or "")


def _column(day: LocalDay) -> YearDay:
    return YearDay(month=f"{day.day:%b}" if day.day.day == 1 else "")


def _worst_days(cells: Sequence[Cell], asked: Asked) -> list[tuple[int, ...]]:
    """For each day the minutes by state of the cell that fares worst on it."""
    each = [by_day(cell, asked.town.period) for cell in cells]
    return [max(days, key=lambda day: day.gap_minutes).minutes for days in zip(*each, strict=True)]
