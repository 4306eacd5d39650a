"""Counting days, months and years from a day, in every way that a source leaves possible."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from lapotne.domain.entitlements.clock_rules import (
    CALENDAR,
    COUNTS,
    DOES_NOT_COUNT,
    THIRTY_DAYS,
    UNSAID,
    ClockRule,
)
from lapotne.domain.entitlements.rulebook import Amount

DAY, WEEK, MONTH, YEAR = "day", "week", "month", "year"
TIMES = (DAY, WEEK, MONTH, YEAR)
"""Units of time; every other unit is used up."""

DAYS_IN_WEEK, DAYS_IN_PLAIN_MONTH, MONTHS_IN_YEAR = 7, 30, 12


def last_days(start: date, amounts: Iterable[Amount], rule: ClockRule) -> tuple[date, ...]:
    """Every possible last day of a time that starts on a day, earliest first."""
    found = {
        day
        for amount in amounts
        for after in _days_after(start, amount, rule)
        for day in _by_first_day(start, after, rule)
    }
    return tuple(sorted(found))


def _days_after(start: date, amount: Amount, rule: ClockRule) -> set[date]:
    """The day that lies the amount of time after the start: 180 days, or the same day of a later month."""
    try:
        return _later(start, amount, rule)
    except OverflowError:
        return {date.max}


def _later(start: date, amount: Amount, rule: ClockRule) -> set[date]:
    if amount.unit in (DAY, WEEK):
        return {start + timedelta(days=amount.number * (DAYS_IN_WEEK if amount.unit == WEEK else 1))}
    months = amount.number * (MONTHS_IN_YEAR if amount.unit == YEAR else 1)
    by_calendar = start + relativedelta(months=months)
    if amount.unit == YEAR or rule.month == CALENDAR:
        return {by_calendar}
    by_days = start + timedelta(days=months * DAYS_IN_PLAIN_MONTH)
    return {by_days} if rule.month == THIRTY_DAYS else {by_calendar, by_days}


def _by_first_day(start: date, after: date, rule: ClockRule) -> Iterable[date]:
    if rule.first_day in (COUNTS, UNSAID) and after > start:
        yield after - timedelta(days=1)
    if rule.first_day in (DOES_NOT_COUNT, UNSAID):
        yield after
