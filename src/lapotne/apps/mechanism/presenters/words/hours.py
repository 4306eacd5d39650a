"""Opening hours in words: a plain week is told day by day, anything else as it is written."""

import re

from django.utils.translation import gettext as _

from lapotne.apps.mechanism.presenters.words import clock, patterns
from lapotne.domain.coverage.patterns import DAYS_IN_WEEK
from lapotne.domain.mechanism.offers import Availability, OnHolidays
from lapotne.domain.moments.hours import read_hours
from lapotne.domain.moments.timetable import DayPlan, Timetable, plan_of

A_MONDAY = 4
"""Day number of 1970-01-05; any Monday will do where a text names no dates."""
DATED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|\d{4}(?!\d*:))\b|\"")


def hours(availability: Availability) -> str:
    """`Monday–Friday 08:00–17:00; closed on public holidays`."""
    text = availability.hours
    if text is None:
        return _("nobody said the hours")
    if text == "24/7":
        return _("day and night")
    if DATED.search(text):
        return text
    timetable = Timetable(text, availability.on_holidays)
    return "; ".join(filter(None, (_week(timetable), _holidays(availability, timetable))))


def _week(timetable: Timetable) -> str:
    open_days = [(said, days) for said, days in _days_by_hours(timetable).items() if said]
    return "; ".join(f"{_named(days)} {said}" for said, days in open_days) or _("closed")


def _days_by_hours(timetable: Timetable) -> dict[str, list[int]]:
    by_hours: dict[str, list[int]] = {}
    for weekday in range(DAYS_IN_WEEK):
        by_hours.setdefault(_hours_on(timetable, A_MONDAY + weekday), []).append(weekday)
    return by_hours


def _hours_on(timetable: Timetable, day: int, *, is_holiday: bool = False) -> str:
    holidays = frozenset({day} if is_holiday else ())
    return _said(plan_of(timetable, day, holidays, (A_MONDAY, A_MONDAY + DAYS_IN_WEEK)))


def _named(days: list[int]) -> str:
    return _("every day") if len(days) == DAYS_IN_WEEK else patterns.weekdays(days)


def _said(plan: DayPlan) -> str:
    certain = [clock.hours_between(span.start, span.end) for span in sorted(plan.certain)]
    doubtful = [clock.hours_between(span.start, span.end) for span in sorted(plan.uncertain)]
    return ", ".join([*certain, *(_("perhaps %(hours)s") % {"hours": said} for said in doubtful)])


def _holidays(availability: Availability, timetable: Timetable) -> str:
    if availability.on_holidays is OnHolidays.AS_USUAL:
        return _("also on public holidays")
    if availability.on_holidays is OnHolidays.CLOSED:
        return _("closed on public holidays")
    if not read_hours(timetable.text or "").settles_holidays:
        return _("nobody said what holds on public holidays")
    said = _hours_on(timetable, A_MONDAY, is_holiday=True)
    if list(_days_by_hours(timetable)) == [said]:
        return _("also on public holidays")
    return _("public holidays %(hours)s") % {"hours": said} if said else _("closed on public holidays")
