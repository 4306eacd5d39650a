"""Hours and consultations: what was used, what is left, in which year."""

from datetime import date

import pytest

from lapotne.domain.entitlements.stocks import Use, stock
from tests.domain.entitlements.books import amount, book, day, entitlement, leaf, version, with_clock

HELP = entitlement(version(leaf("applied")))
USES = [Use(date(2017, 11, 1), 100), Use(date(2018, 2, 1), 40)]


def left(on, uses=USES, number=150, every="year", **rule):
    one = with_clock(HELP, **rule)
    length = amount(number, "hour", every)
    return stock(book(one, length=(length,)), one, date(2017, 10, 1), uses, day(on))


def test_where_the_source_does_not_say_how_the_year_runs_both_are_shown():
    found = left("2018-03-01")
    assert [(one.period.how, one.used, one.left) for one in found.readings] == [
        ("calendar", 40, 110),
        ("from_start", 140, 10),
    ]
    assert found.questions == ("how_to_count",)


@pytest.mark.parametrize(("year", "hours"), [("calendar", 110), ("from_start", 10)])
def test_where_it_says_so_one_is_shown(year, hours):
    found = left("2018-03-01", year=year)
    assert [one.left for one in found.readings] == [hours]
    assert found.questions == ()


def test_a_year_from_the_start_begins_anew_on_its_day():
    found = left("2018-10-01", year="from_start")
    assert (found.readings[0].period.first, found.readings[0].left) == (date(2018, 10, 1), 150)


def test_what_is_used_later_than_the_day_asked_about_is_not_used_yet():
    assert left("2018-01-31", year="calendar").readings[0].left == 150


def test_more_used_than_there_was_is_told_and_never_less_than_nothing_is_left():
    found = left("2018-03-01", uses=[Use(date(2018, 1, 5), 160)], year="calendar").readings[0]
    assert (found.left, found.over) == (0, 10)


def test_consultations_have_no_year():
    found = left("2018-03-01", uses=[Use(date(2017, 12, 1), 1)] * 2, number=5, every="")
    assert [(one.used, one.left) for one in found.readings] == [(2, 3)]


def test_a_course_of_days_is_no_stock():
    one = with_clock(HELP)
    assert stock(book(one), one, date(2017, 10, 1), [], date(2018, 1, 1)) is None
