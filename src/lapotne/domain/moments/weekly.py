"""A week of opening hours as a table, seven days and the public holidays, and the text that says the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lapotne.domain.moments.clock import MINUTES_IN_DAY, MINUTES_IN_HOUR, MINUTES_IN_WEEK, Span
from lapotne.domain.moments.hours import read_hours
from lapotne.domain.moments.rules import Rule
from lapotne.domain.moments.timetable import Timetable, plan_of

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
HOLIDAYS = "PH"
ALWAYS = "24/7"
NEVER = "off"
WHOLE_DAY = (Span(0, MINUTES_IN_DAY),)

_A_MONDAY = 11323
"""A day number: 1 January 2001, a Monday."""
_ONLY_WEEKDAYS = re.compile(r"(?:(?:Mo|Tu|We|Th|Fr|Sa|Su)[-,]?)*")
_TIMES = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.h]?(\d{2}))?")
_LATEST_HOUR = 24

type Spans = tuple[Span, ...]


class TimesError(ValueError):
    """Times of a day that can't be read."""


@dataclass(frozen=True, slots=True)
class Week:
    """When something opens on each weekday, Monday first, in minutes from that day's midnight.

    `holidays` None: nothing is said of public holidays. `as_usual`: they are as the weekday they fall on.
    """

    days: tuple[Spans, ...]
    holidays: Spans | None = None
    as_usual: bool = False


def week_of_text(text: str) -> Week | None:
    """The table that a text of hours amounts to; None where it says more than a week can, such as dates or comments.

    Raises HoursError when the text can't be read.
    """
    hours = read_hours(text)
    if not all(_is_weekly(rule) for rule in hours.rules):
        return None
    days = tuple(_opened(text, day, holiday=False) for day in range(len(WEEKDAYS)))
    if not hours.settles_holidays:
        return Week(days)
    holidays = tuple(_opened(text, day, holiday=True) for day in range(len(WEEKDAYS)))
    if len(set(holidays)) == 1:
        return Week(days, holidays[0], as_usual=holidays == days)
    return Week(days, as_usual=True) if holidays == days else None


def text_of_week(week: Week) -> str:
    """The text that says a week; holidays that are as usual are left to the field beside the text."""
    if is_always(week):
        return ALWAYS
    groups = _grouped(week.days)
    rules = [f"{days_text(days)} {times_text(spans)}" for spans, days in groups.items() if spans]
    if not rules:
        rules = [f"{days_text(range(len(WEEKDAYS)))} {NEVER}"]
    if week.holidays is None:
        return "; ".join(rules)
    if len(rules) == 1 and week.holidays in groups and week.holidays:
        days, times = rules[0].split(" ", 1)
        return f"{days},{HOLIDAYS} {times}"
    return "; ".join([*rules, f"{HOLIDAYS} {times_text(week.holidays)}"])


def is_always(week: Week) -> bool:
    """Whether there is no closed minute, on public holidays neither."""
    if not (week.as_usual or week.holidays == WHOLE_DAY):
        return False
    opened = [(day * MINUTES_IN_DAY + span.start, day * MINUTES_IN_DAY + span.end) for day, span in _each(week)]
    # What runs over Sunday's midnight comes round to Monday.
    opened += [(start - MINUTES_IN_WEEK, end - MINUTES_IN_WEEK) for start, end in opened if end > MINUTES_IN_WEEK]
    covered_until = 0
    for start, end in sorted(opened):
        if start > covered_until:
            return False
        covered_until = max(covered_until, end)
    return covered_until >= MINUTES_IN_WEEK


def _each(week: Week) -> list[tuple[int, Span]]:
    return [(day, span) for day, spans in enumerate(week.days) for span in spans]


def days_text(days: Sequence[int]) -> str:
    """Weekdays by number, 0 is Monday, as the syntax writes them: `Mo-Fr,Su`."""
    return ",".join(
        WEEKDAYS[first] if first == last else f"{WEEKDAYS[first]}-{WEEKDAYS[last]}" for first, last in ranges(days)
    )


def ranges(days: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of days that follow each other, first and last."""
    found: list[tuple[int, int]] = []
    for day in sorted(days):
        if found and day == found[-1][1] + 1:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def times_text(spans: Spans) -> str:
    """The times of one day: `08:00-12:00,13:00-17:00`, or `off`."""
    return ",".join(f"{clock(span.start)}-{clock(_end(span))}" for span in spans) or NEVER


def clock(minute: int) -> str:
    """Hours and minutes: `08:00`, `24:00`."""
    return f"{minute // MINUTES_IN_HOUR:02d}:{minute % MINUTES_IN_HOUR:02d}"


def spans_of_times(text: str) -> Spans:
    """The spans of a day as people write them: `8-17`, `08:00-12:00, 13:00-17:00`.

    An end before its start is the next day. Raises TimesError when a part can't be read.
    """
    parts = [part.strip() for part in re.split(r"[,;]| and ", text) if part.strip()]
    if [part.lower() for part in parts] in ([], [NEVER]):
        return ()
    return tuple(sorted(_span(part) for part in parts))


def _span(text: str) -> Span:
    found = _TIMES.fullmatch(text)
    hours = [int(part or 0) for part in found.groups()] if found else []
    if not found or max(hours[0], hours[2]) > _LATEST_HOUR or max(hours[1], hours[3]) >= MINUTES_IN_HOUR:
        raise TimesError(text)
    start, end = hours[0] * MINUTES_IN_HOUR + hours[1], hours[2] * MINUTES_IN_HOUR + hours[3]
    if start >= MINUTES_IN_DAY or end > MINUTES_IN_DAY:
        raise TimesError(text)
    return Span(start, end if end > start else end + MINUTES_IN_DAY)


def _end(span: Span) -> int:
    return span.end - MINUTES_IN_DAY if span.end > MINUTES_IN_DAY else span.end


def _is_weekly(rule: Rule) -> bool:
    if not rule.is_certain or rule.single_dates is not None or set(rule.holiday_offsets) - {0}:
        return False
    return not rule.holiday_selector and bool(_ONLY_WEEKDAYS.fullmatch(rule.selector or ""))


def _opened(text: str, weekday: int, *, holiday: bool) -> Spans:
    day = _A_MONDAY + weekday
    plan = plan_of(Timetable(text), day, frozenset((day,)) if holiday else frozenset(), (day, day))
    return tuple(sorted(plan.certain))


def _grouped(days: tuple[Spans, ...]) -> dict[Spans, list[int]]:
    grouped: dict[Spans, list[int]] = {}
    for day, spans in enumerate(days):
        grouped.setdefault(spans, []).append(day)
    return grouped
