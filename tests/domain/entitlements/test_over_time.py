"""Timelines, changes between two days, and what a keeper must look after."""

from dataclasses import replace
from datetime import date

from lapotne.domain.entitlements.changes import changed_entitlements, changed_parameters
from lapotne.domain.entitlements.rulebook import LastChecked
from lapotne.domain.entitlements.timeline import timeline
from lapotne.domain.entitlements.upkeep import unchecked, without_source
from tests.domain.entitlements.books import amount, book, day, entitlement, leaf, version, with_clock

APPLIED, SIGNS = leaf("applied"), leaf("signs")


def course():
    help_ = with_clock(entitlement(version(APPLIED), then=("talks", "aftercare")))
    talks = with_clock(entitlement(version(APPLIED), key="talks"), amount="count", within="window", starts="ended")
    aftercare = entitlement(version(SIGNS), key="aftercare")
    five, two_years = (amount(5, "consultation"),), (amount(2, "year"),)
    return book(help_, talks, aftercare, count=five, window=two_years)


def test_a_course_is_told_from_its_first_day_to_what_opens_after():
    found = course()
    stages = timeline(found, found.entitlements["help"], date(2017, 3, 1))
    told = [(one.entitlement.key, [str(day) for day in one.begins], [str(day) for day in one.ends]) for one in stages]
    assert told == [
        ("help", ["2017-03-01"], ["2017-08-27", "2017-08-28"]),
        ("talks", ["2017-08-28", "2017-08-29"], ["2019-08-26", "2019-08-27", "2019-08-28"]),
        ("aftercare", ["2017-08-28", "2017-08-29"], []),
    ]
    assert [(one.number, one.unit) for one in stages[1].amounts] == [(5, "consultation")]
    assert [len(one.reminders) for one in stages] == [6, 9, 0]


def test_what_changed_between_two_days_is_what_stands_on_one_and_not_on_the_other():
    lengths = amount(30, in_force="2010-01-01"), amount(45, in_force="2024-07-01")
    rules = version(APPLIED, in_force="2010-01-01"), version(SIGNS, in_force="2022-08-01")
    found = book(entitlement(*rules), length=lengths)
    first, second = day("2022-07-31"), day("2024-07-01")
    [parameter] = changed_parameters(found, first, second)
    assert [value.content.number for value in (*parameter.before.sure, *parameter.after.sure)] == [30, 45]
    [rule] = changed_entitlements(found, first, second)
    assert (rule.before.sure[0].when, rule.after.sure[0].when) == (APPLIED, SIGNS)
    assert changed_parameters(found, second, day("2026-01-01")) == ()


def test_a_newer_source_that_says_the_same_is_told_apart_from_a_change():
    lengths = amount(30, stated_on="2017-02"), amount(30, stated_on="2020-05-01")
    [change] = changed_parameters(
        book(entitlement(version(APPLIED)), length=lengths), day("2017-02-01"), day("2021-01-01")
    )
    assert change.is_new is False


def test_what_nobody_checked_for_a_year_is_listed_longest_ago_first():
    fresh, old = (LastChecked(date(year, 11, 1), "verified") for year in (2026, 2024))
    values = tuple(replace(amount(number), checked=checked) for number, checked in ((1, fresh), (2, old), (3, None)))
    found = unchecked(book(entitlement(replace(version(APPLIED), checked=fresh)), length=values), date(2026, 11, 24))
    assert [(one.key, one.number, one.checked_on) for one in found if one.key == "length"] == [
        ("length", 3, None),
        ("length", 2, date(2024, 11, 1)),
    ]


def test_a_value_without_a_source_is_listed():
    found = book(entitlement(replace(version(APPLIED), sources=())))
    assert without_source(found) == (("help", 1),)
