"""The oracle's gaps are right: situations for rules 13 to 17 of docs/coverage.md, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from lapotne.domain.mechanism.conditions import CHILD, Condition
from lapotne.domain.mechanism.needs import Need
from lapotne.domain.mechanism.states import Mode, State
from tests.oracle import coverage, hours
from tests.oracle.examples import ASKED, BED, CLOCKS_BACK, MAN, RIGA, TUESDAY, WEEK, offer, town


def test_a_need_that_can_wait_has_the_best_state_of_its_hours_their_last_minute_included():
    two_hours = Need("bed", within_hours=2)
    there = town(offer(text="Tu 08:00-09:00"))
    found = coverage.gaps(there, two_hours, MAN, WEEK, ASKED)
    eight = hours.utc_minute_of(TUESDAY, RIGA, 8)
    assert [(gap.start, gap.end) for gap in found] == [(WEEK.start, eight - 120), (eight + 60, WEEK.end)]
    after_the_week = town(offer(text="Mo 00:00-01:00"))
    last_hours = coverage.gaps(after_the_week, two_hours, MAN, WEEK, ASKED)[-1]
    assert last_hours.end == WEEK.end - 120


def test_a_wait_over_a_clock_change_counts_real_hours():
    night = coverage.Period(CLOCKS_BACK, CLOCKS_BACK + timedelta(days=1), RIGA)
    found = coverage.gaps(town(offer(text="Su 06:00-24:00")), Need("bed", within_hours=2), MAN, night, ASKED)
    assert [(gap.start - night.start, gap.end - night.start) for gap in found] == [(0, 5 * 60)]


def test_a_gap_runs_on_while_its_state_changes_and_a_call_closes_it_only_where_a_call_meets_the_need():
    desk = offer("desk", "Mo 08:00-12:00")
    doubtful = offer("doubtful", "Mo 12:00-14:00 unknown", availability={"mode": Mode.PHONE})
    line = offer("line", "Mo 14:00-16:00", availability={"mode": Mode.PHONE})
    mechanism, midnight = town(desk, doubtful, line), WEEK.start
    _, gap = coverage.gaps(mechanism, BED, MAN, WEEK, ASKED)
    assert gap.pieces == (
        (midnight + 720, midnight + 840, State.UNCONFIRMED),
        (midnight + 840, midnight + 960, State.BY_PHONE),
        (midnight + 960, WEEK.end, State.NOBODY),
    )
    called = coverage.gaps(mechanism, replace(BED, call_meets=True), MAN, WEEK, ASKED)
    assert [(one.start - midnight, one.end - midnight) for one in called[:2]] == [(0, 480), (720, 840)]
    counted = coverage.minutes_by_state(mechanism, BED, MAN, WEEK, ASKED)
    assert counted[State.COVERED] == 240
    assert sum(counted.values()) == 7 * 1440


def test_one_institution_alone_behind_the_best_state_is_a_single_point_of_failure():
    mechanism = town(
        offer("a", "Mo 08:00-12:00"),
        replace(offer("a", "Mo 09:00-12:00"), key="a/second"),
        offer("b", "Mo 11:00-13:00"),
        offer("far", "24/7", kilometres=99),
    )
    assert coverage.single_points_of_failure(mechanism, BED, MAN, WEEK, ASKED) == {"a": 180, "b": 60}
    waits = replace(BED, within_hours=2)
    assert coverage.single_points_of_failure(mechanism, waits, MAN, WEEK, ASKED) == {"a": 180, "b": 60}
    assert [one.institution for one in coverage.who(mechanism, BED, MAN, WEEK.start + 600, ASKED)] == [
        "a",
        "a",
        "far",
    ]


def test_the_worst_hour_counts_both_passes_of_a_repeated_hour_and_ties_go_to_the_earliest():
    mechanism = town(offer(text="Mo-Sa 00:00-24:00"))
    period = coverage.Period(CLOCKS_BACK - timedelta(days=6), CLOCKS_BACK + timedelta(days=1), RIGA)
    assert coverage.worst_hour(mechanism, [BED], [MAN], period, ASKED) == (6 * 24 + 3, 120)
    assert coverage.worst_hour(mechanism, [BED], [MAN], WEEK, ASKED) == (6 * 24, 60)
    children = replace(BED, applies_to=(Condition("age", CHILD),))
    assert coverage.worst_hour(mechanism, [BED, children], [MAN], WEEK, ASKED) == (6 * 24, 60)
    assert coverage.worst_hour(town(offer()), [BED], [MAN], WEEK, ASKED) is None
