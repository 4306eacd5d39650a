"""Clocks: possible ends, days used and left, what opens after, and reminders before."""

from dataclasses import replace

import pytest

from lapotne.domain.entitlements.clocks import ClockState, Span, clock
from lapotne.domain.entitlements.rulebook import Amount
from tests.domain.entitlements.books import amount, book, day, entitlement, leaf, version, with_clock

HELP = entitlement(version(leaf("applied")), then=("aftercare",))


def running(start="2017-03-01", length=(), asked_on=None, **rule):
    one = with_clock(HELP, **rule)
    return clock(book(one, length=length), one, day(start), asked_on and day(asked_on))


COUNTING = [
    ("unsaid whether the first day counts: two ends", {}, 180, "day", ["2017-08-27", "2017-08-28"]),
    ("the first day counts", {"first_day": "counts"}, 180, "day", ["2017-08-27"]),
    ("the first day doesn't count", {"first_day": "does_not_count"}, 180, "day", ["2017-08-28"]),
    ("weeks", {"first_day": "counts"}, 2, "week", ["2017-03-14"]),
    ("months by the calendar", {"first_day": "counts", "month": "calendar"}, 6, "month", ["2017-08-31"]),
    ("months as thirty days", {"first_day": "counts", "month": "thirty_days"}, 6, "month", ["2017-08-27"]),
    ("months in both ways", {"first_day": "counts"}, 6, "month", ["2017-08-27", "2017-08-31"]),
    ("years", {"first_day": "counts"}, 2, "year", ["2019-02-28"]),
]


@pytest.mark.parametrize(("situation", "rule", "number", "unit", "ends"), COUNTING, ids=[row[0] for row in COUNTING])
def test_every_way_of_counting_that_the_source_leaves_open_has_its_end(situation, rule, number, unit, ends):
    found = running(length=(amount(number, unit),), **rule)
    assert [last.isoformat() for last in found.last_days] == ends
    assert found.questions == (("how_to_count",) if len(ends) > 1 else ())


def test_a_month_that_starts_on_the_31st_ends_on_the_last_day_there_is():
    found = running("2017-01-31", (amount(1, "month"),), first_day="does_not_count", month="calendar")
    assert [last.isoformat() for last in found.last_days] == ["2017-02-28"]


STATES = [
    ("2017-02-28", ClockState.NOT_BEGUN, Span(0, 0), Span(180, 180), ()),
    ("2017-03-01", ClockState.RUNNING, Span(0, 1), Span(179, 180), ()),
    ("2017-08-27", ClockState.RUNNING, Span(179, 180), Span(0, 1), ()),
    ("2017-08-28", ClockState.MAY_HAVE_ENDED, Span(180, 180), Span(0, 0), ("aftercare",)),
    ("2017-08-29", ClockState.ENDED, Span(180, 180), Span(0, 0), ("aftercare",)),
]


@pytest.mark.parametrize(("on", "state", "used", "left", "then"), STATES, ids=[row[0] for row in STATES])
def test_days_used_and_left_and_what_opens_after(on, state, used, left, then):
    found = running().on(day(on))
    assert (found.state, found.used, found.left, found.then) == (state, used, left, then)


def test_reminders_fall_thirty_fourteen_and_three_days_before_the_end():
    found = running(first_day="counts").reminders()
    assert [(one.day.isoformat(), one.before) for one in found] == [
        ("2017-07-28", 30),
        ("2017-08-13", 14),
        ("2017-08-24", 3),
    ]


def test_no_reminder_comes_before_the_clock_has_begun():
    found = running(length=(amount(10),), first_day="counts").reminders()
    assert [one.before for one in found] == [3]


def test_a_clock_runs_under_the_version_of_the_day_it_was_granted():
    lengths = amount(30, in_force="2010-01-01"), amount(45, in_force="2024-07-01")
    assert running("2024-06-30", lengths, "2024-07-10", first_day="counts").last_days == (day("2024-07-29"),)
    assert running("2024-07-01", lengths, "2024-07-10", first_day="counts").last_days == (day("2024-08-14"),)


def test_unless_the_rulebook_says_that_the_day_asked_about_counts():
    lengths = amount(30, in_force="2010-01-01"), amount(45, in_force="2024-07-01")
    found = running("2024-06-30", lengths, "2024-07-10", first_day="counts", runs_under="asked")
    assert found.last_days == (day("2024-08-13"),)


def test_of_a_course_begun_before_the_act_the_end_is_unknown():
    found = running("2016-01-01", (amount(180, in_force="2017-02-01"),))
    assert (found.last_days, found.questions) == ((), ("no_source_for_the_day",))
    assert found.on(day("2016-06-01")).state is ClockState.UNKNOWN


@pytest.mark.parametrize("days", [{"stated_on": "2017-02"}, {"read_by": "2017-02-01"}], ids=["stated", "read"])
def test_of_a_course_begun_before_any_source_the_length_read_later_stands_marked(days):
    found = running("2016-01-01", (amount(180, **days),), first_day="counts")
    assert [last.isoformat() for last in found.last_days] == ["2016-06-28"]
    assert found.questions == ("as_read_later",)


def test_after_a_time_of_at_least_so_long_nobody_says_that_it_has_ended():
    least = replace(amount(30), content=Amount(30, "day", bound="at_least"))
    found = running("2016-01-01", (least,), first_day="counts")
    assert found.on(day("2016-01-31")).state is ClockState.MAY_HAVE_ENDED


def test_while_two_lengths_may_hold_every_end_is_shown():
    lengths = amount(10, stated_on="2011-12-27"), amount(20, adopted_on="2012-12-11")
    found = running("2013-01-01", lengths, first_day="counts")
    assert [last.isoformat() for last in found.last_days] == ["2013-01-10", "2013-01-20"]


def test_a_time_beyond_the_calendar_ends_with_it():
    assert running(length=(amount(999_999_999),), first_day="does_not_count").last_days[0].year == 9999
