"""Latvia's clocks and stocks with the real rulebook: 180 days, five consultations, 150 hours a year, aftercare."""

from datetime import date

from lapotne.domain.entitlements.changes import changed_parameters
from lapotne.domain.entitlements.clocks import ClockState, clock
from lapotne.domain.entitlements.stocks import Use, stock
from lapotne.domain.entitlements.timeline import timeline
from tests.rules.shipped import rulebooks

LATVIA = rulebooks().by_country["lv"]
HELP = LATVIA.entitlements


def test_a_course_of_march_2017_is_180_days_with_two_possible_ends():
    course = clock(LATVIA, HELP["social_rehabilitation"], date(2017, 3, 1))
    assert [str(day) for day in course.last_days] == ["2017-08-27", "2017-08-28"]
    after = course.on(date(2017, 8, 29))
    assert (after.state, after.then) == (
        ClockState.ENDED,
        ("consultations", "proceedings_support", "municipal_aftercare"),
    )


def test_a_course_granted_under_six_months_keeps_them_after_the_amendment():
    course = clock(LATVIA, HELP["social_rehabilitation"], date(2012, 12, 1), asked_on=date(2014, 1, 1))
    assert [(amount.number, amount.unit) for amount in course.amounts] == [(6, "month")]


def test_its_timeline_opens_consultations_hours_and_aftercare():
    stages = timeline(LATVIA, HELP["social_rehabilitation"], date(2017, 3, 1))
    told = {stage.entitlement.key: [(one.number, one.unit, one.every) for one in stage.amounts] for stage in stages}
    assert told == {
        "social_rehabilitation": [(180, "day", "")],
        "consultations": [(5, "consultation", "")],
        "proceedings_support": [(150, "hour", "year")],
        "municipal_aftercare": [],
    }
    assert [str(day) for day in stages[1].ends] == ["2019-08-26", "2019-08-27", "2019-08-28"]


def test_of_150_hours_what_is_left_depends_on_how_the_year_runs_and_whether_there_is_a_cap_at_all():
    uses = [Use(date(2017, 11, 1), 100), Use(date(2018, 2, 1), 40)]
    left = stock(LATVIA, HELP["proceedings_support"], date(2017, 10, 1), uses, date(2018, 3, 1))
    assert [(one.period.how, one.left) for one in left.readings] == [("calendar", 110), ("from_start", 10)]
    assert left.may_be_unlimited
    assert left.questions == ("how_to_count", "year_of_hours")


def test_of_five_consultations_three_are_left_after_two():
    uses = [Use(date(2017, 9, 1), 1), Use(date(2018, 1, 1), 1)]
    left = stock(LATVIA, HELP["consultations"], date(2017, 8, 28), uses, date(2018, 3, 1))
    assert [(one.used, one.left) for one in left.readings] == [(2, 3)]


def test_between_2012_and_2014_the_length_changed_from_months_to_days():
    changed = {change.entry.key: change for change in changed_parameters(LATVIA, date(2012, 1, 1), date(2014, 1, 1))}
    length = changed["course_length"]
    before, after = (
        [(value.content.number, value.content.unit) for value in stands.sure]
        for stands in (length.before, length.after)
    )
    assert (before, after, length.is_new) == ([(6, "month")], [(180, "day")], True)
