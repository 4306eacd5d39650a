"""A month as a table: weeks of days, each with what happens on it."""

from calendar import Calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from babel import dates

from lapotne.adapters.days import local
from lapotne.apps.website.presenters.events import Meeting
from lapotne.apps.website.presenters.times import day_and_month

WEEKS = Calendar()


@dataclass(frozen=True)
class Day:
    """A day of the table; one of the month before or after is empty."""

    day: date
    is_of_month: bool
    is_today: bool
    named: str
    meetings: list[Meeting]


@dataclass(frozen=True)
class Month:
    """Named as a heading; `before` and `after` are first days of the months that may be leafed to."""

    first: date
    named: str
    weekdays: list[tuple[str, str]]
    weeks: list[list[Day]]
    meetings: list[Meeting]
    before: date | None
    after: date | None
    nearest: "Nearest | None"


@dataclass(frozen=True)
class Nearest:
    """The month closest to an empty one in which something happens."""

    first: date
    named: str


def month(
    found: Iterable[Meeting], first: date, today: date, language: str, *, is_elsewhere: bool = False
) -> Month | None:
    """None where it lies outside what may be leafed through, and has nothing in another language either."""
    everything = list(found)
    earliest, latest = bounds(everything, today)
    if not (earliest <= first <= latest or is_elsewhere):
        return None
    following = next_month(first)
    before = (first - timedelta(days=1)).replace(day=1)
    weeks = [
        [_day(day, first, today, everything, language) for day in week]
        for week in WEEKS.monthdatescalendar(first.year, first.month)
    ]
    shown = [one for one in everything if one.first < following and one.last >= first]
    return Month(
        first, month_named(first, language), weekdays(language), weeks, shown,
        before if earliest <= before <= latest else None, following if earliest <= following <= latest else None,
        None if shown else nearest(everything, first, language),
    )  # fmt: skip


def nearest(found: Iterable[Meeting], first: date, language: str) -> Nearest | None:
    """Of two at the same distance the later, for what comes can still be gone to."""
    months = {day.replace(day=1) for one in found for day in (one.first, one.last)}
    closest = min(months, key=lambda there: (abs(distance(first, there)), -distance(first, there)), default=None)
    return Nearest(closest, month_named(closest, language)) if closest else None


def distance(first: date, other: date) -> int:
    """In months, from one to another."""
    return (other.year - first.year) * 12 + other.month - first.month


def bounds(found: Iterable[Meeting], today: date) -> tuple[date, date]:
    """From the month of the first event to the one after the last, today's among them: nothing leads on for ever."""
    days = [today, *(day for one in found for day in (one.first, one.last))]
    return min(days).replace(day=1), next_month(max(days).replace(day=1))


def next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def month_named(first: date, language: str) -> str:
    """October 2017."""
    return dates.format_skeleton("yMMMM", first, locale=local(language))


def weekdays(language: str) -> list[tuple[str, str]]:
    """Short and whole, from Monday."""
    short, whole = (dates.get_day_names(width, "stand-alone", language) for width in ("short", "wide"))
    return [(short[day], whole[day]) for day in range(7)]


def _day(day: date, first: date, today: date, found: list[Meeting], language: str) -> Day:
    is_of_month = day.month == first.month
    meetings = [one for one in found if is_of_month and one.first <= day <= one.last]
    return Day(day, is_of_month, day == today, day_and_month(day, language), meetings)
