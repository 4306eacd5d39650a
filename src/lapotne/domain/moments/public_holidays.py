"""Public holidays of a country, as announced to date (coverage.md rule 3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import holidays

ONE_DAY = timedelta(days=1)


class UnknownCountryError(ValueError):
    """No calendar of public holidays is known for a country."""


def public_holidays(country: str, years: Iterable[int]) -> frozenset[date]:
    """The days off in the years, those that the law moves to the next Monday included.

    `country` is an ISO 3166-1 alpha-2 code in any case.
    """
    return frozenset().union(*(_of_year(country.upper(), year) for year in years))


def holiday_name(country: str, day: date, language: str) -> str | None:
    """What a holiday is called in a language, or as the country calls it; None on an ordinary day."""
    calendar = _calendar(country.upper(), day.year, language)
    name: str | None = calendar.get(day)
    return name


def years_without_moved_days(country: str, first: date, end: date) -> list[int]:
    """The years between two days, `end` excluded, whose moved days off aren't announced yet.

    Only where a country moves working days year by year; elsewhere none is awaited.
    """
    try:
        known = holidays.country_holidays(country.upper())
    except NotImplementedError:
        return []
    special = getattr(known, "special_public_holidays", None) or {}
    announced = [year for year, days in special.items() if _moves_one(days)]
    if not announced:
        return []
    return [year for year in range(first.year, (end - ONE_DAY).year + 1) if year > max(announced)]


def _moves_one(days: tuple[Any, ...]) -> bool:
    """Whether one of a year's special days stands for another: month and day, month and day."""
    each = days if isinstance(days[0], tuple) else (days,)
    return any(all(isinstance(part, int) for part in day) for day in each)


@lru_cache(maxsize=1024)
def _of_year(country: str, year: int) -> frozenset[date]:
    return frozenset(_calendar(country, year, None))


@lru_cache(maxsize=1024)
def _calendar(country: str, year: int, language: str | None) -> holidays.HolidayBase:
    try:
        supported = holidays.country_holidays(country).supported_languages
        wanted = next((code for code in supported if language and code.startswith(language)), None)
        return holidays.country_holidays(country, years=year, language=wanted)
    except NotImplementedError:
        message = f"No calendar of public holidays is known for {country!r}; use a two-letter country code such as LV."
        raise UnknownCountryError(message) from None
