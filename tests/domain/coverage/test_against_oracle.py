"""The engine and a second program, written separately from docs/coverage.md, agree to the minute."""

from __future__ import annotations

from hypothesis import given

from lapotne.domain.coverage.evaluation import Evaluator, TownCoverage
from lapotne.domain.coverage.gaps import gaps_of
from lapotne.domain.coverage.states import states_of
from lapotne.domain.coverage.weak_points import single_points
from lapotne.domain.mechanism.helping import helpers_now
from lapotne.domain.mechanism.timetables import opener_for, timetable_of
from lapotne.domain.moments.clock import day_number
from lapotne.domain.moments.opening_at import opening_at
from lapotne.domain.moments.openings import Period, step_for
from tests.oracle import coverage as oracle
from tests.oracle.strategies import Situation, situations


def evaluated(situation: Situation) -> tuple[TownCoverage, Evaluator]:
    timetables = [timetable_of(offer, way) for offer in situation.mechanism.offers for way in offer.availabilities]
    period = Period(
        situation.period.zone,
        situation.period.first,
        situation.period.until,
        step_for(timetables),
        72,
        situation.asked.holidays,
    )
    evaluator = Evaluator(situation.needs, situation.profiles, period, situation.asked.on)
    return evaluator.town(situation.mechanism), evaluator


def question(situation: Situation) -> tuple[oracle.Period, oracle.Asked]:
    return situation.period, situation.asked


@given(situations(longest=5))
def test_every_minute_has_the_same_state(situation: Situation) -> None:
    town, _ = evaluated(situation)
    for need, profile, cell in town.each():
        expected = oracle.states_by_minute(situation.mechanism, need, profile, *question(situation))
        found = states_of(cell.levels, town.period.steps).repeat(town.period.step)
        assert found.tolist() == expected.tolist()
        by_state = oracle.minutes_by_state(situation.mechanism, need, profile, *question(situation))
        assert cell.measured.minutes == tuple(by_state.values())


@given(situations(longest=4))
def test_gaps_are_the_same_with_the_same_pieces(situation: Situation) -> None:
    town, _ = evaluated(situation)
    for need, profile, cell in town.each():
        expected = oracle.gaps(situation.mechanism, need, profile, *question(situation))
        found = gaps_of(cell, town.period)
        assert [(gap.span.start, gap.span.end) for gap in found] == [(gap.start, gap.end) for gap in expected]
        pieces = [[(span.start, span.end, state) for span, state in gap.pieces] for gap in found]
        assert pieces == [list(gap.pieces) for gap in expected]


@given(situations(longest=9))
def test_the_worst_hour_is_the_same(situation: Situation) -> None:
    town, _ = evaluated(situation)
    expected = oracle.worst_hour(situation.mechanism, situation.needs, situation.profiles, *question(situation))
    hour, minutes = town.worst_hour()
    assert (expected or (0, 0)) == (hour, minutes)


@given(situations(longest=4))
def test_the_same_institutions_stand_alone(situation: Situation) -> None:
    town, evaluator = evaluated(situation)
    for need, profile, cell in town.each():
        expected = oracle.single_points_of_failure(situation.mechanism, need, profile, *question(situation))
        found = single_points(cell, evaluator.calendar)
        assert {key: bits.bit_count() * town.period.step for key, bits in found.items()} == expected


@given(situations(longest=3))
def test_a_single_moment_is_judged_like_the_whole_period(situation: Situation) -> None:
    holidays = frozenset(map(day_number, situation.asked.holidays))
    zone = situation.period.zone
    for offer in situation.mechanism.offers[:2]:
        for way in offer.availabilities:
            said = oracle.Hours(way.hours, way.on_holidays, way.closures, offer.valid)
            hours = oracle.hours_by_minute(
                said, situation.period.start, situation.period.end, zone, situation.asked.holidays
            )
            for offset in range(0, len(hours), 97):
                minute = situation.period.start + offset
                found = opening_at(timetable_of(offer, way), minute, zone, holidays)
                assert found.state == oracle.WORDS[int(hours[offset])]


@given(situations(longest=2))
def test_who_can_help_now_agrees_with_the_state_of_the_moment(situation: Situation) -> None:
    open_at = opener_for(situation.period.zone, situation.asked.holidays)
    need, profile = situation.needs[0], situation.profiles[0]
    states = oracle.states_by_minute(situation.mechanism, need, profile, *question(situation))
    for offset in range(0, len(states), 211):
        minute = situation.period.start + offset
        found = helpers_now(situation.mechanism, need, profile, minute, open_at, situation.asked.on)
        assert found.state == states[offset]
