"""Who can help at this minute, who after them, and what to ask: tables of situations."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapotne.domain.mechanism.conditions import ADULT, Condition
from lapotne.domain.mechanism.helping import contacts_of, helpers_now
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import (
    Availability,
    Confirmation,
    Contact,
    Institution,
    Level,
    Offer,
    OfferKind,
)
from lapotne.domain.mechanism.opening import Opening, OpenState
from lapotne.domain.mechanism.states import Mode, State
from lapotne.domain.mechanism.towns import Mechanism, Municipality

TODAY = date(2026, 11, 18)
NOW = 29_916_060
"""03:00 in Latvia on Wednesday 18 November 2026, a public holiday: 01:00 UTC, in minutes since the epoch."""

SEVEN_HOURS = 7 * 60
BED = Need("bed")
MAN = Profile("man", {"sex": "male", "age": ADULT})
CONFIRMED = Confirmation(date(2026, 11, 2))
TOWN = Municipality("lv-priedava", "LV-000", {}, "lv", "Europe/Riga")

OPENINGS = {
    "always": Opening(OpenState.OPEN),
    "till five": Opening(OpenState.OPEN, until=NOW + 120),
    "from ten": Opening(OpenState.CLOSED, until=NOW + SEVEN_HOURS, next_open=NOW + SEVEN_HOURS),
    "silent on holidays": Opening(OpenState.UNKNOWN, until=NOW + 1260, next_open=NOW + 1860),
    "unknown from four": Opening(OpenState.CLOSED, until=NOW + 60),
    "never": Opening(OpenState.CLOSED),
}


def open_at(offer, availability, moment):
    return OPENINGS[availability.hours]


def offer(key, hours="always", mode=Mode.IN_PERSON, confirmation=CONFIRMED, minutes=None, **changes):
    level = changes.pop("level", Level.LOCAL)
    availability = Availability(hours, mode, minutes, confirmation=confirmation)
    body = Institution(key, "ngo", level=level)
    made = Offer(f"{key}/bed", OfferKind.SERVICE, body, frozenset({"bed"}), availabilities=(availability,))
    return replace(made, **changes)


def help_now(*offers, need=BED, profile=MAN, **asked):
    mechanism = Mechanism(TOWN, {one.institution.key: one.institution for one in offers}, offers)
    return helpers_now(mechanism, need, profile, NOW, open_at, TODAY, **asked)


def keys(helpers):
    return [helper.institution.key for helper in helpers]


def test_the_best_state_comes_first_and_the_unconfirmed_last():
    found = help_now(
        offer("unconfirmed", confirmation=None),
        offer("hours-unknown", "silent on holidays"),
        offer("phone", mode=Mode.PHONE),
        offer("depends", eligibility=(Condition("residence", frozenset({"legal"})),)),
        offer("bed"),
        offer("for-women", eligibility=(Condition("sex", frozenset({"female"})),)),
    )
    assert keys(found.now) == ["bed", "phone", "depends", "hours-unknown", "unconfirmed"]
    assert [helper.is_unconfirmed for helper in found.now] == [False, False, False, True, True]
    assert found.ask == ("residence",)
    assert not found.is_gap


def test_equals_are_ordered_by_language_then_nearness_then_minutes_then_name():
    speaks = Profile("man", {**MAN.facts, "languages": frozenset({"uk"})})
    found = help_now(
        offer("national", level=Level.NATIONAL),
        offer("regional", level=Level.REGIONAL),
        offer("b-slow", minutes=50),
        offer("unsaid"),
        offer("a-slow", minutes=50),
        offer("quick", minutes=10),
        offer("other-tongue", languages=frozenset({"lv"})),
        offer("speaks-it", languages=frozenset({"uk"}), level=Level.NATIONAL),
        profile=speaks,
    )
    order = ["speaks-it", "quick", "a-slow", "b-slow", "unsaid", "regional", "national", "other-tongue"]
    assert keys(found.now) == order


def test_who_opens_later_is_told_with_the_minute():
    found = help_now(offer("social-service", "from ten"), offer("police", "till five"))
    assert [(helper.institution.key, helper.until) for helper in found.now] == [("police", NOW + 120)]
    assert [(helper.institution.key, helper.opens_at) for helper in found.later] == [
        ("social-service", NOW + SEVEN_HOURS)
    ]


@pytest.mark.parametrize(
    ("hours", "within_hours", "expected"),
    [
        ("from ten", 0, State.NOBODY),
        ("from ten", 6, State.NOBODY),
        ("from ten", 7, State.COVERED),
        ("silent on holidays", 0, State.UNCONFIRMED),
        ("silent on holidays", 30, State.UNCONFIRMED),
        ("silent on holidays", 31, State.COVERED),
        ("unknown from four", 0, State.NOBODY),
        ("unknown from four", 1, State.UNCONFIRMED),
        ("never", 72, State.NOBODY),
    ],
)
def test_for_a_need_that_can_wait_whoever_opens_in_time_counts(hours, within_hours, expected):
    found = help_now(offer("one", hours), need=replace(BED, within_hours=within_hours))
    assert found.state is expected
    assert found.is_gap == (expected is not State.COVERED)


def test_a_later_and_better_way_of_the_same_offer_counts_in_the_window():
    phone_then_bed = replace(
        offer("one"),
        availabilities=(
            Availability("always", Mode.PHONE, confirmation=CONFIRMED),
            Availability("from ten", confirmation=CONFIRMED),
        ),
    )
    found = help_now(phone_then_bed, need=replace(BED, within_hours=24))
    assert (found.state, found.now[0].state, found.later[0].state) == (
        State.COVERED,
        State.BY_PHONE,
        State.COVERED,
    )


@pytest.mark.parametrize(("call_meets", "is_gap"), [(True, False), (False, True)])
def test_a_call_closes_a_gap_only_where_a_call_meets_the_need(call_meets, is_gap):
    assert help_now(offer("one", mode=Mode.PHONE), need=replace(BED, call_meets=call_meets)).is_gap is is_gap


def test_nobody_is_a_gap_but_not_for_whom_the_need_is_not():
    assert help_now().is_gap
    for_children = replace(BED, applies_to=(Condition("sex", frozenset({"female"})),))
    assert not help_now(need=for_children).is_gap


def test_staff_only_contacts_are_shown_to_staff_alone():
    public, secret = Contact("phone", "+371 00000001"), Contact("phone", "+371 00000002", staff_only=True)
    made = offer("one", contacts=(secret,))
    made = replace(made, institution=replace(made.institution, contacts=(public,)))
    assert help_now(made).now[0].contacts == contacts_of(made) == (public,)
    assert help_now(made, staff=True).now[0].contacts == (secret,)


some_offers = st.lists(
    st.builds(
        offer,
        key=st.sampled_from("abcdefgh"),
        hours=st.sampled_from(sorted(OPENINGS)),
        mode=st.sampled_from(Mode),
        confirmation=st.sampled_from([CONFIRMED, None]),
        minutes=st.sampled_from([None, 10, 90]),
        level=st.sampled_from(Level),
    ),
    unique_by=lambda made: made.key,
    max_size=8,
)


@given(some_offers, st.randoms())
def test_the_order_does_not_depend_on_the_order_of_the_file(offers, random):
    shuffled = list(offers)
    random.shuffle(shuffled)
    assert help_now(*offers) == help_now(*shuffled)


@given(some_offers)
def test_one_more_offer_never_takes_anybody_away(offers):
    for left_out in range(len(offers)):
        fewer = help_now(*offers[:left_out], *offers[left_out + 1 :])
        more = help_now(*offers)
        assert set(keys(fewer.now)) <= set(keys(more.now))
        assert fewer.state <= more.state
        order = keys(more.now)
        assert keys(fewer.now) == [key for key in order if key in set(keys(fewer.now))]
