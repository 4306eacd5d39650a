"""How an availability stands for a need and a profile, rule by rule (coverage.md rules 7 to 12)."""

from dataclasses import replace
from datetime import date

import pytest

from lapotne.domain.mechanism.conditions import ADULT, CHILD, AgeRange, Condition
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import (
    Availability,
    Confirmation,
    Institution,
    Offer,
    OfferKind,
    Places,
)
from lapotne.domain.mechanism.opening import OpenState
from lapotne.domain.mechanism.standing import at_hours, standing
from lapotne.domain.mechanism.states import Mode, State
from lapotne.domain.verdict import Answer

TODAY = date(2026, 11, 18)
BED = Need("bed", kilometres=100, minutes=60)
MAN = Profile("man", {"sex": "male", "age": ADULT})
SOMEBODY = Profile("somebody")
FOR_MEN = Condition("sex", frozenset({"male"}))
FOR_WOMEN = Condition("sex", frozenset({"female"}))
OPEN = Availability("24/7", Mode.IN_PERSON, 30, confirmation=Confirmation(date(2026, 11, 2)))
SHELTER = Offer(
    key="shelter/bed",
    kind=OfferKind.SERVICE,
    institution=Institution("shelter", "ngo"),
    meets=frozenset({"bed"}),
    kilometres=0.0,
    availabilities=(OPEN,),
)


def state(offer=SHELTER, availability=OPEN, need=BED, profile=MAN, asked_on=TODAY):
    return standing(offer, availability, need, profile, asked_on).state


def test_a_confirmed_bed_in_town_is_covered():
    assert state() is State.COVERED


@pytest.mark.parametrize(
    ("changes", "blamed"),
    [
        ({"serves": False}, ["area"]),
        ({"eligibility": (FOR_WOMEN,)}, ["sex"]),
        ({"eligibility": (FOR_WOMEN, Condition("residence", None))}, ["sex"]),
        ({"places": (Places(0),)}, ["places"]),
        ({"places": (Places(3, (FOR_WOMEN,)), Places(0, (FOR_MEN,)))}, ["sex", "places"]),
        ({"eligibility": (Condition("age", CHILD),), "places": (Places(None),)}, ["age"]),
    ],
    ids=["area", "sex", "a no beside an unknown", "no place", "no place of his kind", "age"],
)
def test_one_no_is_out_whatever_else_is_unknown(changes, blamed):
    found = standing(replace(SHELTER, **changes), replace(OPEN, confirmation=None), BED, MAN, TODAY)
    assert found.is_out
    assert [reason.attribute for reason in found.reasons] == blamed


@pytest.mark.parametrize(
    ("asked_on", "confirmation", "expected"),
    [
        (TODAY, None, State.UNCONFIRMED),
        (date(2026, 11, 18), Confirmation(date(2026, 1, 1), due=date(2026, 11, 18)), State.COVERED),
        (date(2026, 11, 19), Confirmation(date(2026, 1, 1), due=date(2026, 11, 18)), State.UNCONFIRMED),
        (date(2040, 1, 1), Confirmation(date(2026, 1, 1)), State.COVERED),
        (TODAY, Confirmation(date(2016, 12, 16), source="archive-2016-12"), State.UNCONFIRMED),
        (date(2017, 12, 16), Confirmation(date(2016, 12, 16), source="archive-2016-12"), State.COVERED),
    ],
    ids=["never", "on the due day", "a day overdue", "no due day", "an old source", "a source a year on"],
)
def test_a_confirmation_is_judged_on_the_day_of_asking(asked_on, confirmation, expected):
    assert state(availability=replace(OPEN, confirmation=confirmation), asked_on=asked_on) is expected


@pytest.mark.parametrize("mode", list(Mode))
def test_a_missing_distance_matters_only_where_somebody_travels(mode):
    found = state(replace(SHELTER, kilometres=None), replace(OPEN, mode=mode))
    assert (found is State.UNCONFIRMED) == (mode in {Mode.IN_PERSON, Mode.ON_CALL})


def test_minutes_that_nobody_said_leave_it_unconfirmed_only_where_the_need_asks_for_minutes():
    unsaid = replace(OPEN, minutes_to_respond=None)
    assert state(availability=unsaid) is State.UNCONFIRMED
    assert state(availability=unsaid, need=replace(BED, minutes=None)) is State.COVERED


@pytest.mark.parametrize(
    ("changes", "person", "institution"),
    [
        ({"eligibility": (FOR_MEN,)}, ("sex",), ()),
        ({"eligibility": (Condition("residence", None),)}, (), ("residence",)),
        ({"places": (Places(None),)}, (), ("places",)),
        ({"places": (Places(2, (FOR_MEN,)), Places(0))}, ("sex",), ()),
        ({"places": (Places(None, (FOR_MEN,)),)}, ("sex",), ("places",)),
    ],
    ids=["sex not asked", "nobody said whom", "how many places", "places for men", "both"],
)
def test_what_nobody_said_makes_it_depend_and_says_whom_to_ask(changes, person, institution):
    found = standing(replace(SHELTER, **changes), OPEN, BED, SOMEBODY, TODAY)
    assert (found.state, found.ask, found.ask_offer) == (State.DEPENDS, person, institution)


def test_an_age_that_may_or_may_not_fit_depends():
    youth = Profile("youth", {"age": AgeRange(16, 21)})
    assert state(replace(SHELTER, eligibility=(Condition("age", ADULT),)), profile=youth) is State.DEPENDS


@pytest.mark.parametrize(
    ("kilometres", "minutes", "mode", "expected"),
    [
        (100, 60, Mode.IN_PERSON, State.COVERED),
        (100.1, 60, Mode.IN_PERSON, State.TOO_FAR),
        (100, 61, Mode.IN_PERSON, State.TOO_FAR),
        (400, 60, Mode.ON_CALL, State.TOO_FAR),
        (400, 60, Mode.PHONE, State.BY_PHONE),
        (400, 61, Mode.PHONE, State.TOO_FAR),
        (0, 60, Mode.REMOTE, State.BY_PHONE),
        (0, 60, Mode.ON_CALL, State.BY_PHONE),
    ],
)
def test_beyond_the_tolerance_is_too_far_and_equal_is_within(kilometres, minutes, mode, expected):
    availability = replace(OPEN, mode=mode, minutes_to_respond=minutes)
    assert state(replace(SHELTER, kilometres=kilometres), availability) is expected


def test_the_distance_to_a_confidential_place_is_not_told():
    far = replace(SHELTER, kilometres=187.4, confidential=True)
    (reason,) = standing(far, OPEN, BED, MAN, TODAY).reasons
    assert (reason.attribute, reason.answer, reason.found) == ("kilometres", Answer.NO, "")


@pytest.mark.parametrize(
    ("spoken", "listed", "expected"),
    [
        (frozenset({"uk", "ru"}), frozenset({"lv", "ru"}), State.COVERED),
        (frozenset({"uk"}), frozenset({"lv", "ru"}), None),
        (frozenset({"uk"}), None, State.DEPENDS),
        (None, frozenset({"lv"}), State.DEPENDS),
    ],
    ids=["one shared", "none shared", "no list", "not asked"],
)
def test_a_need_in_the_persons_language_reads_the_list_of_languages(spoken, listed, expected):
    facts = {} if spoken is None else {"languages": spoken}
    advice = replace(BED, key="advice", in_language=True)
    assert state(replace(SHELTER, languages=listed), need=advice, profile=Profile("x", facts)) is expected
    assert state(replace(SHELTER, languages=listed), profile=Profile("x", facts)) is State.COVERED


def test_unknown_hours_leave_everybody_who_is_not_out_unconfirmed():
    unsaid = at_hours(standing(SHELTER, OPEN, BED, MAN, TODAY), OpenState.UNKNOWN)
    assert (unsaid.state, unsaid.ask_offer) == (State.UNCONFIRMED, ("hours",))
    out = standing(replace(SHELTER, serves=False), OPEN, BED, MAN, TODAY)
    assert at_hours(out, OpenState.UNKNOWN).is_out


def test_closed_hours_are_out():
    assert at_hours(standing(SHELTER, OPEN, BED, MAN, TODAY), OpenState.CLOSED).is_out
