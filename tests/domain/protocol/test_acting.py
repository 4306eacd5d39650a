"""Who acts in a step: 03:00 on 18 November 2026, a public holiday, for one person after another."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapotne.domain.mechanism.conditions import Condition
from lapotne.domain.mechanism.offers import Contact
from lapotne.domain.mechanism.states import Mode, State
from lapotne.domain.protocol.acting import who_acts
from lapotne.domain.protocol.steps import Protocol, Reach, Step, Unanswered, UnknownStepError
from tests.domain.protocol.town import (
    GIRL,
    IN_DANGER,
    LATVIA,
    MAN,
    NEEDS,
    NIGHT,
    OFFERS,
    PATROL,
    POLICE,
    PROVIDER,
    REFUSING,
    SOCIAL,
    SOMEBODY,
    TOWN,
    YOUTH,
    at,
    offered,
    town,
)

HOUR = 60
DAY = 24 * HOUR
MORNING = NIGHT + 29 * HOUR
"""08:00 on Thursday, the first working day after the holiday."""


def actions(step, profile=MAN, moment=NIGHT, mechanism=TOWN, protocol=LATVIA, **asked):
    return who_acts(mechanism, protocol, step, profile, at(moment, **asked), NEEDS)


def bodies(turns):
    return [turn.helper.institution.key for turn in turns]


@pytest.mark.parametrize(
    ("profile", "notified"),
    [
        (MAN, ["state-police", "safe-house"]),
        (REFUSING, ["safe-house"]),
        (GIRL, ["state-police", "orphans-court", "safe-house"]),
        (YOUTH, ["state-police", "orphans-court", "safe-house"]),
        (SOMEBODY, ["state-police", "orphans-court", "safe-house"]),
        (IN_DANGER, ["emergency-112", "state-police", "safe-house"]),
    ],
    ids=lambda value: getattr(value, "key", None),
)
def test_who_must_be_notified_on_a_holiday_night(profile, notified):
    found = actions("notify", profile)
    assert bodies(found.call_now) == notified
    assert not found.is_gap


@pytest.mark.parametrize("step", [step.key for step in LATVIA.steps])
def test_in_danger_to_life_112_comes_first_in_every_step(step):
    unconfirmed = [replace(one, availabilities=_unconfirmed(one)) for one in OFFERS[:1]]
    for mechanism in (TOWN, town(*unconfirmed, *OFFERS[1:])):
        assert bodies(actions(step, IN_DANGER, mechanism=mechanism).call_now)[0] == "emergency-112"


def test_both_police_and_provider_must_answer_and_one_of_them_is_not_enough():
    without = town(*(one for one in OFFERS if one.institution is not PROVIDER))
    found = actions("notify", mechanism=without)
    assert bodies(found.call_now) == ["state-police"]
    assert [line.is_gap for line in found.lines] == [False, True]
    assert found.is_gap


def test_an_adult_who_refuses_the_police_is_shown_the_law_and_the_providers_commission():
    assert bodies(actions("identify", REFUSING, MORNING).call_now) == ["safe-house"]
    assert bodies(actions("identify", MAN, MORNING).call_now) == ["state-police"]
    law = actions("identify", REFUSING).law
    assert {"reg-889", "reg-344", "trm"} <= {note.source for note in law}
    assert all(note.source in LATVIA.sources for note in law)


def test_an_adult_who_was_not_asked_about_the_police_is_asked():
    unasked = replace(MAN, facts={key: fact for key, fact in MAN.facts.items() if key != "police_consent"})
    assert "police_consent" in actions("notify", unasked).ask
    assert "age" in actions("notify", SOMEBODY).ask


@pytest.mark.parametrize(
    ("step", "body", "minutes"),
    [("notify", "state-police", 10), ("notify", "safe-house", 60), ("inform", "municipal-police", 15)],
    ids=["their own ten minutes", "the step's hour before their ninety minutes", "their quarter of an hour"],
)
def test_they_must_answer_by_the_steps_limit_or_their_own_whichever_ends_sooner(step, body, minutes):
    turn = next(turn for turn in actions(step).call_now if turn.helper.institution.key == body)
    assert turn.answer_by == NIGHT + minutes


def test_who_opens_in_the_morning_is_told_with_the_hour():
    found = actions("identify")
    assert bodies(found.later) == ["state-police", "safe-house"]
    assert {turn.opens_at for turn in found.later} == {MORNING}
    assert all(turn.answer_by is not None and turn.answer_by >= MORNING for turn in found.later)
    assert not found.is_gap, "the step may take 72 hours"


def test_a_bed_in_the_morning_is_too_late_for_tonight():
    found = actions("bridge")
    assert found.call_now == ()
    assert bodies(found.later) == ["shelter"]
    assert found.is_gap
    assert bodies(actions("bridge", replace(GIRL, key="woman")).call_now) == ["shelter"]


def test_when_nobody_answers_the_next_in_the_list_and_then_the_escalation_are_named():
    found = actions("safety", moment=MORNING)
    assert bodies(found.call_now) == ["social-service"]
    assert bodies(found.if_no_answer) == ["state-police", "safe-house", "emergency-112"]
    assert found.escalate_at == MORNING + 10


@pytest.mark.parametrize(
    ("profile", "moment", "deciders"),
    [
        (MAN, NIGHT, ["municipal-police"]),
        (MAN, MORNING, ["social-service"]),
        (GIRL, NIGHT, ["orphans-court"]),
        (SOMEBODY, NIGHT, ["orphans-court"]),
    ],
    ids=["man at night", "man by day", "child at night", "age unknown at night"],
)
def test_who_decides_on_a_bed(profile, moment, deciders):
    assert bodies(actions("bridge", profile, moment).decides.now) == deciders


def test_an_adult_consents_alone_and_for_a_child_a_representative_does():
    assert actions("consent").person_decides
    assert not actions("consent", GIRL).person_decides
    assert bodies(actions("consent", GIRL).decides.now) == ["orphans-court"]


def test_whoever_does_not_speak_the_language_gets_an_interpreter_too():
    stranger = replace(MAN, facts={**MAN.facts, "speaks_local": "no"})
    by_day = actions("inform", stranger, MORNING)
    assert bodies(by_day.call_now) == ["municipal-police", "safe-house"]
    assert actions("inform", stranger).is_gap


def test_by_the_time_of_the_plan_the_person_is_identified():
    presumed = replace(MAN, facts={**MAN.facts, "identification": "presumed"})
    assert bodies(actions("plan", presumed, MORNING).call_now) == ["safe-house"]


def test_the_reflection_period_is_not_for_citizens_of_the_union():
    for nationality, applies in [("eu", False), ("national", False), ("third_country", True), (None, True)]:
        facts = MAN.facts if nationality is None else {**MAN.facts, "nationality": nationality}
        assert actions("reflection", replace(MAN, facts=facts)).applies is applies


def test_an_unconfirmed_body_comes_after_confirmed_ones_though_the_protocol_names_it_first():
    on_paper = offered(SOCIAL, "receive_report", confirmation=None)
    found = actions("safety", mechanism=town(on_paper, offered(POLICE, "receive_report", mode=Mode.PHONE)))
    assert bodies(found.lines[0].now) == ["state-police", "social-service"]
    assert [turn.is_unconfirmed for turn in found.lines[0].now] == [False, True]


def test_a_body_that_is_named_but_said_nothing_is_offered_as_unconfirmed():
    found = actions("notify", mechanism=town(bodies=(POLICE, PROVIDER)))
    assert bodies(found.call_now) == ["state-police", "safe-house"]
    assert all(turn.is_unconfirmed and "hours" in turn.helper.standing.ask_offer for turn in found.call_now)
    assert found.is_gap


def test_contacts_for_staff_only_are_shown_to_staff_alone():
    secret = replace(offered(POLICE, "receive_report"), contacts=(Contact("phone", "+371 0", staff_only=True),))
    mechanism = town(secret, bodies=(PROVIDER,))
    assert actions("notify", mechanism=mechanism).call_now[0].helper.contacts == POLICE.contacts
    assert actions("notify", mechanism=mechanism, staff=True).call_now[0].helper.contacts == secret.contacts


def test_a_body_whose_rules_exclude_the_person_is_not_named():
    for_women = replace(offered(POLICE, "receive_report"), eligibility=(Condition("sex", frozenset({"female"})),))
    assert bodies(actions("notify", mechanism=town(for_women, OFFERS[3])).call_now) == ["safe-house"]


def test_an_unknown_step_names_those_there_are():
    with pytest.raises(UnknownStepError, match="recognise, safety"):
        actions("no-such-step")


some_towns = st.lists(
    st.builds(
        offered,
        st.sampled_from([POLICE, PROVIDER, SOCIAL, PATROL]),
        st.sampled_from(["receive_report", "inform", "decide"]),
        st.sampled_from(["24/7", "Mo-Fr 08:00-17:00", "Mo-Su 22:00-06:00; PH off", None]),
        st.sampled_from(Mode),
        st.sampled_from([None, 5, 90]),
        confirmation=st.sampled_from([None, OFFERS[0].availabilities[0].confirmation]),
    ),
    unique_by=lambda made: made.key,
    max_size=8,
)
moments = st.integers(NIGHT, NIGHT + 7 * DAY)


@given(some_towns, moments, st.randoms())
def test_the_order_does_not_depend_on_the_order_of_the_file(offers, moment, random):
    shuffled = list(offers)
    random.shuffle(shuffled)
    for step in ("recognise", "notify"):
        one = actions(step, moment=moment, mechanism=town(*offers))
        other = actions(step, moment=moment, mechanism=town(*shuffled))
        assert bodies(one.call_now) == bodies(other.call_now)
        assert bodies(one.if_no_answer) == bodies(other.if_no_answer)


@given(some_towns, moments)
def test_one_more_offer_never_takes_anybody_away_nor_opens_a_gap(offers, moment):
    more = actions("notify", moment=moment, mechanism=town(*offers, bodies=(POLICE, PROVIDER)))
    for at_place in range(len(offers)):
        fewer_offers = offers[:at_place] + offers[at_place + 1 :]
        fewer = actions("notify", moment=moment, mechanism=town(*fewer_offers, bodies=(POLICE, PROVIDER)))
        confirmed = {turn.helper.institution.key for line in fewer.lines for turn in line.now if _sure(turn)}
        assert confirmed <= {turn.helper.institution.key for line in more.lines for turn in line.now}
        assert fewer.is_gap or not more.is_gap


@given(some_towns, moments)
def test_nobody_unconfirmed_stands_before_somebody_confirmed(offers, moment):
    for line in actions("recognise", moment=moment, mechanism=town(*offers)).lines:
        labels = [turn.is_unconfirmed for turn in line.now]
        assert labels == sorted(labels)


def test_silence_in_a_step_without_an_escalation_ends_with_its_own_list():
    step = Step("s", acts=LATVIA.step("notify").acts, reach=Reach.FIRST)
    found = actions("s", protocol=Protocol((step,)))
    assert (bodies(found.call_now), bodies(found.if_no_answer)) == (["state-police"], ["safe-house"])
    assert found.escalate_at is None
    silent = replace(step, unanswered=Unanswered(5, LATVIA.step("safety").acts))
    assert actions("s", protocol=Protocol((silent,))).escalate_at == NIGHT + 5


def _sure(turn):
    return turn.helper.state is not State.UNCONFIRMED


def _unconfirmed(offer):
    return tuple(replace(one, confirmation=None) for one in offer.availabilities)
