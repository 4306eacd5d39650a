"""Days off as announced to date, and the years for which something is still to be announced."""

from __future__ import annotations

from datetime import date

import holidays
import pytest

from lapotne.domain.moments.public_holidays import public_holidays, years_without_moved_days

LAST_ANNOUNCED = max(holidays.country_holidays("LV").special_public_holidays)


def test_a_working_day_moved_for_2026_is_a_day_off() -> None:
    assert {date(2026, 1, 2), date(2026, 6, 22)} <= public_holidays("lv", [2026])


def test_a_year_whose_moved_days_are_not_announced_is_named() -> None:
    unknown = LAST_ANNOUNCED + 1
    assert years_without_moved_days("lv", date(unknown, 1, 1), date(unknown + 1, 1, 1)) == [unknown]
    assert years_without_moved_days("lv", date(LAST_ANNOUNCED, 11, 24), date(unknown, 11, 24)) == [unknown]


def test_a_year_that_ends_at_new_year_does_not_reach_into_the_next() -> None:
    assert years_without_moved_days("lv", date(LAST_ANNOUNCED, 1, 1), date(LAST_ANNOUNCED + 1, 1, 1)) == []


@pytest.mark.parametrize("country", ["ee", "lt", "fi", "se", "no", "dk", "pl", "de"])
def test_a_country_that_moves_no_days_year_by_year_awaits_none(country: str) -> None:
    assert years_without_moved_days(country, date(2090, 1, 1), date(2091, 1, 1)) == []
