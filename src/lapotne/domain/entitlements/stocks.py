"""Stocks that are used up: hours and consultations left, in every way in which a year may run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from lapotne.domain.entitlements.clock_rules import CALENDAR, FROM_START, UNSAID, ClockRule
from lapotne.domain.entitlements.conditions import COUNTING
from lapotne.domain.entitlements.counting import TIMES
from lapotne.domain.entitlements.judging import Given
from lapotne.domain.entitlements.rulebook import Amount, Contacts, Entitlement, Rulebook


@dataclass(frozen=True, slots=True)
class Use:
    """So much used on a day."""

    day: date
    quantity: float


@dataclass(frozen=True, slots=True)
class Period:
    """The days in which a stock counts, both included; `how` is `calendar`, `from_start` or nothing."""

    first: date
    last: date | None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """One reading of a stock on a day: of how much, in which period, what was used and what is left.

    `left` is never below nothing; `over` says by how much more was used than there was.
    """

    amount: Amount
    period: Period
    used: float
    left: float
    over: float


@dataclass(frozen=True, slots=True)
class Stock:
    """What is left of a stock by every reading; `may_be_unlimited` where a source states no cap."""

    entitlement: Entitlement
    readings: tuple[Left, ...]
    may_be_unlimited: bool
    questions: tuple[str, ...]


def stock(rulebook: Rulebook, entitlement: Entitlement, start: date, uses: Iterable[Use], day: date) -> Stock | None:
    """What is left on a day of hours or consultations that began to be given on `start`; None where nothing is used up.

    The amounts are those of the version of the first day, unless the rulebook says that the day asked about counts.
    """
    rule = entitlement.clock
    if rule is None:
        return None
    under = day if rule.runs_under != "granted" else start
    given = Given(rule.amount, rulebook.parameters[rule.amount].on(under))
    amounts = tuple(amount for amount in given.amounts if amount.unit not in TIMES)
    if not amounts:
        return None
    made = tuple(uses)
    readings = tuple(
        _left(amount, period, made, day) for amount in amounts for period in periods(amount, rule, start, day)
    )
    said_otherwise = any(not isinstance(value.content, Amount | Contacts) for value in given.standing.readings)
    counting = (COUNTING,) if len({reading.left for reading in readings}) > 1 else ()
    return Stock(entitlement, readings, said_otherwise, (*counting, *entitlement.questions))


def periods(amount: Amount, rule: ClockRule, start: date, day: date) -> tuple[Period, ...]:
    """The periods in which a day may lie: the whole time, or years by the calendar or from the start."""
    if amount.every != "year":
        return (Period(start, None),)
    found = []
    if rule.year in (CALENDAR, UNSAID):
        found.append(Period(date(day.year, 1, 1), date(day.year, 12, 31), CALENDAR))
    if rule.year in (FROM_START, UNSAID):
        whole_years = max(0, relativedelta(day, start).years)
        first = start + relativedelta(years=whole_years)
        found.append(Period(first, _last_of_year(first), FROM_START))
    return tuple(found)


def _last_of_year(first: date) -> date:
    if first.year == date.max.year:
        return date.max
    return first + relativedelta(years=1, days=-1)


def _left(amount: Amount, period: Period, uses: tuple[Use, ...], day: date) -> Left:
    used = sum(use.quantity for use in uses if period.first <= use.day <= min(day, period.last or day))
    return Left(amount, period, used, max(0, amount.number - used), max(0, used - amount.number))
