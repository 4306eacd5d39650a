"""The oracle's hours are right: situations for rules 1 to 6 of docs/coverage.md, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lapotne.domain.dated import Valid
from lapotne.domain.mechanism.offers import Closure, OnHolidays
from tests.oracle import hours
from tests.oracle.examples import CLOCKS_BACK, CLOCKS_FORWARD, HOLIDAY, MONDAY, RIGA, TUESDAY


def said(text, day, clock, *, holidays=(HOLIDAY,), **beside):
    hour, minute = (int(part) for part in clock.split(":"))
    moment = hours.utc_minute_of(day, RIGA, hour, minute)
    told = {"on_holidays": None, "closures": (), **beside}
    return hours.state_at_minute(text, utc_minute=moment, zone=RIGA, holidays=set(holidays), **told)


def over_a_day(text, day, clocks, **beside):
    return " ".join(said(text, day, clock, **beside) for clock in clocks.split())


def minutes_open(text, first, last):
    start, end = hours.utc_minute_of(first, RIGA), hours.utc_minute_of(last + timedelta(days=1), RIGA)
    found = hours.hours_by_minute(hours.Hours(text), start, end, RIGA, {HOLIDAY})
    return int((found == hours.OPEN).sum())


def test_a_semicolon_replaces_the_whole_day_and_a_comma_adds_to_it():
    assert said("Mo-Fr 08:00-17:00; Mo-Fr 17:00-08:00", MONDAY, "10:00") == "closed"
    assert said("Mo-Fr 08:00-17:00, Mo-Fr 17:00-08:00", MONDAY, "10:00") == "open"
    assert minutes_open("Mo 08:00-12:00; Tu 09:00-10:00", MONDAY, MONDAY + timedelta(days=6)) == 300


def test_off_with_times_removes_them_and_off_without_closes_the_day():
    for joiner in (";", ","):
        text = f"Mo 08:00-18:00{joiner} Mo 12:00-13:00 off"
        assert over_a_day(text, MONDAY, "11:59 12:00 13:00") == "open closed open"
        nights = f"Mo-Su 22:00-06:00{joiner} Tu off"
        assert minutes_open(nights, MONDAY, TUESDAY + timedelta(days=1)) == (360 + 120) + 360 + 120


def test_a_fallback_covers_what_the_other_rules_of_the_day_leave_closed():
    text = 'Mo 10:00-12:00 unknown, Mo 14:00-15:00 || Mo 09:00-13:00 || "ask"'
    found = over_a_day(text, MONDAY, "08:00 09:30 11:00 14:30 16:00")
    assert found == "unknown open unknown open unknown"


def test_a_span_belongs_to_the_day_it_begins_on_and_its_night_comes_and_goes_with_it():
    assert said("Mo 22:00-30:00", TUESDAY, "05:59") == "open"
    assert said("Mo 22:00-06:00; Tu off", TUESDAY, "05:59") == "open"
    assert said("Mo 22:00-06:00; Tu 00:00-03:00 off", TUESDAY, "02:00") == "open"
    closed_monday = (Closure(MONDAY, MONDAY),)
    assert said("Mo-Su 22:00-06:00", TUESDAY, "03:00", closures=closed_monday) == "closed"
    assert said("Mo-Su 22:00-06:00", MONDAY, "03:00", closures=closed_monday) == "open"
    assert said("Mo-Su 22:00-06:00", TUESDAY, "03:00", valid=Valid(until=MONDAY)) == "open"
    assert said("Mo-Su 22:00-06:00", TUESDAY, "23:00", valid=Valid(until=MONDAY)) == "closed"


def test_dates_seasons_and_ranges_over_new_year():
    assert said("Nov-Feb 08:00-12:00", date(2027, 1, 5), "09:00") == "open"
    assert said("Nov-Feb 08:00-12:00", MONDAY, "09:00") == "closed"
    assert said("Dec 24-Jan 02 off; Mo-Su 08:00-12:00", date(2027, 1, 2), "09:00") == "open"
    assert said("Mo-Su 08:00-12:00; Dec 24-Jan 02 off", date(2027, 1, 2), "09:00") == "closed"
    assert said("Mo-Su 08:00-12:00; 2026 Dec 24-28 off", date(2027, 12, 24), "09:00") == "open"
    assert said("2027 Mar 01,2027 Mar 03 10:00-12:00", date(2027, 3, 3), "10:00") == "open"
    assert said("2027 Mar 01,2027 Mar 03 10:00-12:00", date(2027, 3, 2), "10:00") == "closed"


def test_silence_on_a_holiday_is_unknown_but_for_the_tail_of_a_night_begun_before():
    eve, after = HOLIDAY - timedelta(days=1), HOLIDAY + timedelta(days=1)
    text = "Mo-Su 22:00-06:00"
    assert over_a_day(text, HOLIDAY, "05:59 06:00 23:00") == "open unknown unknown"
    assert over_a_day(text, after, "05:59 06:00 22:00") == "unknown closed open"
    assert said(text, eve, "21:59") == "closed"
    assert said("Mo-Su 00:00-24:00", HOLIDAY, "12:00") == "unknown"
    assert said("24/7", HOLIDAY, "12:00") == "open"
    assert said(text, HOLIDAY, "05:00", holidays=(eve, HOLIDAY)) == "unknown"


@pytest.mark.parametrize(
    ("text", "at_noon"),
    [
        ("Mo-Su 08:00-17:00; Nov 18 off", "closed"),
        ("Mo-Su 08:00-17:00; 2026 Nov 18 10:00-13:00", "open"),
        ("Mo-Su 08:00-17:00; 2025 Nov 18 10:00-13:00", "unknown"),
        ("Mo-Su 08:00-17:00; Nov 17-19 10:00-13:00", "unknown"),
        ("Mo-Su 08:00-17:00; Nov 10:00-13:00", "unknown"),
        ("Mo-Su 08:00-17:00; PH off", "closed"),
        ("Mo-Su 08:00-17:00, PH 18:00-20:00", "open"),
        ("Mo-Su 08:00-17:00; PH 18:00-20:00", "closed"),
        ("Sa,PH 08:00-17:00", "open"),
        ("24/7; We 10:00-14:00 off", "closed"),
        ('Mo-Su 08:00-17:00 "not on PH"', "unknown"),
    ],
)
def test_a_rule_with_ph_or_for_the_single_date_settles_a_holiday(text, at_noon):
    assert said(text, HOLIDAY, "12:00") == at_noon


def test_a_closure_and_the_field_beside_the_text_settle_a_holiday():
    text, after = "Mo-Su 12:00-02:00", HOLIDAY + timedelta(days=1)
    assert said(text, HOLIDAY, "13:00", closures=(Closure(HOLIDAY, HOLIDAY),)) == "closed"
    assert said(text, HOLIDAY, "01:00", closures=(Closure(HOLIDAY, HOLIDAY),)) == "open"
    assert said(text, HOLIDAY, "13:00", on_holidays=OnHolidays.AS_USUAL) == "open"
    assert said(text, HOLIDAY, "11:00", on_holidays=OnHolidays.AS_USUAL) == "closed"
    assert said(text, HOLIDAY, "13:00", on_holidays=OnHolidays.CLOSED) == "closed"
    assert said(text, after, "01:00", on_holidays=OnHolidays.CLOSED) == "closed"
    assert said(text, HOLIDAY, "01:00", on_holidays=OnHolidays.CLOSED) == "open"


def test_a_night_lasts_nine_hours_when_clocks_go_back_and_seven_when_they_go_forward():
    for day, hour_count in ((CLOCKS_BACK, 9), (CLOCKS_FORWARD, 7)):
        eve = day - timedelta(days=1)
        assert minutes_open("Sa 22:00-06:00", eve, day) == hour_count * 60
    first_pass = hours.utc_minute_of(CLOCKS_BACK, RIGA, 3, 30)
    passes = [hours.state_at_minute("Su 03:00-04:00", None, (), first_pass + add, RIGA, set()) for add in (0, 60, 120)]
    assert passes == ["open", "open", "closed"]
    assert minutes_open("Su 03:00-04:00", CLOCKS_FORWARD, CLOCKS_FORWARD) == 0


def test_a_span_is_open_at_its_start_and_closed_at_its_end_and_unknown_with_a_comment():
    assert over_a_day("Mo 08:00-12:00", MONDAY, "08:00 11:59 12:00") == "open open closed"
    text = 'Mo 08:00-12:00 "by appointment; or not", Mo 11:00-13:00'
    assert over_a_day(text, MONDAY, "10:00 11:30 13:00") == "unknown open closed"


def test_hours_that_nobody_said_are_unknown_unless_a_closure_says_closed():
    assert said(None, MONDAY, "03:00") == "unknown"
    assert said(None, MONDAY, "03:00", closures=(Closure(MONDAY, MONDAY),)) == "closed"
    assert said(None, HOLIDAY, "03:00", on_holidays=OnHolidays.CLOSED) == "closed"
