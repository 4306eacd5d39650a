"""A protocol checked like coverage: named by nobody is an error, done by nobody is a gap."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapotne.domain.mechanism.opening import Opening, OpenState, spans_from
from lapotne.domain.mechanism.states import Mode, State
from lapotne.domain.moments.clock import Span, local_midnight
from lapotne.domain.protocol.acting import who_acts
from lapotne.domain.protocol.checking import Ground, check, proposed_times
from lapotne.domain.protocol.references import reference_of
from lapotne.domain.protocol.steps import Adoption, Protocol, Status, Step
from tests.domain.protocol.test_acting import some_towns
from tests.domain.protocol.town import (
    GIRL,
    LATVIA,
    MAN,
    NEEDS,
    OFFERS,
    POLICE,
    PROVIDER,
    REFUSING,
    SHELTER,
    SOCIAL,
    SOMEBODY,
    TODAY,
    TOWN,
    ZONE,
    at,
    offered,
    open_at,
    town,
)

HOUR = 60
DAY = 24 * HOUR
MONDAY = local_midnight(date(2026, 11, 16), ZONE)
WEEK = Span(MONDAY, MONDAY + 7 * DAY)


def ground(mechanism=TOWN, period=WEEK):
    return Ground(mechanism, NEEDS, period, spans_from(open_at, period.start, period.end + 4 * DAY), TODAY)


def gaps(*profiles, step, part, mechanism=TOWN, protocol=LATVIA, period=WEEK):
    found = check(protocol, profiles, ground(mechanism, period)).gaps
    return [gap for gap in found if gap.step == step and gap.part == part]


def references(*texts):
    found = tuple(reference_of(text) for text in texts)
    assert None not in found
    return found


def test_a_town_where_everybody_is_named_has_no_errors():
    assert check(LATVIA, [MAN, GIRL, REFUSING, SOMEBODY], ground()).errors == ()


def test_men_have_no_bed_from_six_in_the_evening_for_a_step_that_may_take_two_hours():
    found = gaps(MAN, step="bridge", part="acts")
    nights = [((gap.start - MONDAY) % DAY, (gap.end - MONDAY) % DAY) for gap in found[1:-1]]
    assert set(nights) == {(20 * HOUR, 6 * HOUR)}
    assert all(gap.minutes == {State.NOBODY: gap.end - gap.start} for gap in found)
    assert gaps(replace(GIRL, key="girl"), step="bridge", part="acts") == []


def test_nobody_decides_on_sunday_by_day_and_at_night_whoever_is_on_duty_does():
    sunday = MONDAY + 6 * DAY
    (last,) = [gap for gap in gaps(MAN, step="bridge", part="decides") if gap.end > sunday + 12 * HOUR]
    assert (last.start, last.end) == (sunday + 6 * HOUR, sunday + 22 * HOUR)
    assert last.missing == (references("type:social_service/decide", "type:municipality/decide"),)


def test_where_each_must_be_reached_one_missing_is_a_gap_and_is_named():
    by_day = town(*(one for one in OFFERS if one.key != "safe-house/receive_report"), bodies=(PROVIDER,))
    (gap,) = gaps(MAN, step="notify", part="acts", mechanism=by_day)
    assert (gap.start, gap.end) == (WEEK.start, WEEK.end)
    assert gap.missing == (references("type:service_provider/receive_report"),)
    assert gap.minutes == {State.UNCONFIRMED: 7 * DAY}
    assert gaps(MAN, step="notify", part="acts") == []


def test_a_gap_runs_on_where_only_its_state_changes():
    on_paper = offered(SHELTER, "men", "Mo-Su,PH 20:00-08:00", meets=frozenset({"bed"}), confirmation=None)
    others = (one for one in OFFERS if one.institution is not SHELTER)
    (gap,) = gaps(MAN, step="bridge", part="acts", mechanism=town(*others, on_paper))
    assert set(gap.minutes) == {State.UNCONFIRMED, State.NOBODY}
    assert sum(gap.minutes.values()) == WEEK.end - WEEK.start


def test_the_night_begins_and_ends_by_the_wall_clock_when_clocks_change():
    change = Span(local_midnight(date(2026, 10, 24), ZONE) + 12 * HOUR, local_midnight(date(2026, 10, 26), ZONE))
    day, *_ = gaps(MAN, step="bridge", part="decides", period=change)
    assert (day.start, day.end) == (change.start, local_midnight(date(2026, 10, 24), ZONE) + 22 * HOUR)
    sunday = gaps(MAN, step="bridge", part="decides", period=change)[1]
    assert sunday.start == local_midnight(date(2026, 10, 25), ZONE) + 7 * HOUR, "the night lasts nine hours"


@pytest.mark.parametrize(
    ("acts", "said"),
    [
        ([], "Nobody is named"),
        (["competence:accompany", "type:court"], "names nobody here"),
        (["institution:nowhere"], "no such institution"),
        (["offer:social-service/nothing"], "no such offer"),
        (["need:warmth"], "no need is called so"),
    ],
)
def test_a_step_that_nobody_is_named_for_is_an_error_that_teaches(acts, said):
    protocol = Protocol((Step("one", acts=references(*acts)),))
    mechanism = town(offered(SOCIAL, "decide"))
    errors = check(protocol, [MAN], ground(mechanism)).errors
    assert any(said in error.message for error in errors)
    assert all(error.step == "one" and error.mend for error in errors)


def test_each_of_those_who_must_be_reached_must_be_named():
    errors = check(LATVIA, [MAN], ground(town(*(one for one in OFFERS if one.institution is not POLICE)))).errors
    assert references("type:state_police/receive_report") in [error.references for error in errors]


def test_a_step_that_is_not_for_a_person_has_no_gap_for_them():
    citizen = replace(MAN, facts={**MAN.facts, "nationality": "national"})
    nobody_informs = town(*(one for one in OFFERS if one.key != "safe-house/reflection"))
    assert gaps(citizen, step="reflection", part="acts", mechanism=nobody_informs) == []
    assert gaps(MAN, step="reflection", part="acts", mechanism=nobody_informs) != []


def test_times_are_proposed_until_the_protocol_is_adopted():
    proposed = list(proposed_times(LATVIA))
    assert ("notify", "", "within", 60) in [(one.step, one.situation, one.what, one.minutes) for one in proposed]
    adopted = replace(LATVIA, status=Status.ADOPTED, adoption=Adoption(TODAY, "12", "council"))
    assert list(proposed_times(adopted)) == []


hours = st.sampled_from(["24/7", "Mo-Fr 08:00-17:00", "Mo-Su,PH 22:00-06:00", None])
profiles = st.sampled_from([MAN, GIRL, REFUSING, SOMEBODY])
STEPS = ("recognise", "notify", "bridge", "inform")


@settings(max_examples=60, deadline=None)
@given(some_towns, hours, profiles, st.lists(st.integers(0, 7 * DAY - 1), min_size=1, max_size=6))
def test_the_check_and_the_roll_call_agree_at_every_minute(offers, bed_hours, profile, minutes):
    bed = offered(SHELTER, "bed", bed_hours, Mode.IN_PERSON, meets=frozenset({"bed"}))
    mechanism = town(*offers, bed, bodies=(POLICE, PROVIDER))
    found = check(LATVIA, [profile], ground(mechanism)).gaps
    for minute in (MONDAY + after for after in minutes):
        for step in STEPS:
            actions = who_acts(mechanism, LATVIA, step, profile, at(minute), NEEDS)
            checked = any(gap.step == step and gap.start <= minute < gap.end for gap in found)
            assert actions.is_gap is checked, (step, minute)


def test_openings_are_learnt_by_asking_where_they_change():
    changes = {0: OpenState.CLOSED, 5: OpenState.OPEN, 9: OpenState.UNKNOWN, 12: OpenState.CLOSED}

    def asked(offer, availability, minute):
        now = max(start for start in changes if start <= minute)
        return Opening(changes[now], min((start for start in changes if start > minute), default=None))

    spans = spans_from(asked, 3, 30_000)(OFFERS[0], OFFERS[0].availabilities[0])
    assert spans == [(5, 9, OpenState.OPEN), (9, 12, OpenState.UNKNOWN)]
