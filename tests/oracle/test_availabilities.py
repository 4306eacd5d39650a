"""The oracle's judgement of an availability is right: situations for rules 7 to 12 of docs/coverage.md."""

from __future__ import annotations

from datetime import date

from lapotne.domain.dated import Valid
from lapotne.domain.mechanism.conditions import CHILD, AgeRange, Condition
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Confirmation, Places
from lapotne.domain.mechanism.states import Mode, State
from tests.oracle.examples import MONDAY, YESTERDAY, offer, state_of


def test_one_no_is_out_whatever_else_is_unknown():
    women = (Condition("sex", frozenset({"female"})), Condition("residence", None))
    assert state_of(offer()) is State.COVERED
    assert state_of(offer(text="Tu 08:00-09:00")) is State.NOBODY
    assert state_of(offer(serves=False)) is State.NOBODY
    assert state_of(offer(text=None, eligibility=women)) is State.NOBODY
    assert state_of(offer(text=None, valid=Valid(until=YESTERDAY))) is State.NOBODY
    assert state_of(offer(eligibility=(Condition("age", CHILD),))) is State.NOBODY


def test_places_fit_by_any_kind_and_none_is_none():
    women, sixteen_up = (Condition("sex", frozenset({"female"})),), (Condition("age", AgeRange(16, 21)),)
    cases = [
        ((Places(0),), State.NOBODY),
        ((Places(4, women),), State.NOBODY),
        ((Places(0), Places(None, women)), State.NOBODY),
        ((Places(None),), State.DEPENDS),
        ((Places(2, sixteen_up),), State.DEPENDS),
        ((Places(0, sixteen_up),), State.NOBODY),
        ((Places(None), Places(1)), State.COVERED),
    ]
    for places, expected in cases:
        assert state_of(offer(places=places)) is expected, places


def test_unconfirmed_is_unknown_hours_no_confirmation_an_overdue_one_or_a_missing_number():
    assert state_of(offer(text="unknown")) is State.UNCONFIRMED
    assert state_of(offer(text=None)) is State.UNCONFIRMED
    confirmations = [
        (None, State.UNCONFIRMED),
        (Confirmation(YESTERDAY, due=MONDAY), State.COVERED),
        (Confirmation(YESTERDAY, due=YESTERDAY), State.UNCONFIRMED),
        (Confirmation(date(2026, 3, 1), source="page"), State.COVERED),
        (Confirmation(date(2026, 2, 28), source="page"), State.UNCONFIRMED),
        (Confirmation(date(2016, 3, 1)), State.COVERED),
    ]
    for confirmation, expected in confirmations:
        assert state_of(offer(availability={"confirmation": confirmation})) is expected, confirmation
    assert state_of(offer(kilometres=None)) is State.UNCONFIRMED
    assert state_of(offer(kilometres=None, availability={"mode": Mode.PHONE})) is State.BY_PHONE
    assert state_of(offer(kilometres=None, availability={"mode": Mode.ON_CALL})) is State.UNCONFIRMED
    assert state_of(offer(availability={"minutes_to_respond": None})) is State.UNCONFIRMED
    assert state_of(offer(kilometres=None), need=Need("bed")) is State.COVERED


def test_an_attribute_that_nobody_said_makes_it_depend_before_it_is_too_far():
    assert state_of(offer(eligibility=(Condition("residence", None),), kilometres=99)) is State.DEPENDS
    assert state_of(offer(eligibility=(Condition("residence", frozenset({"none"})),))) is State.DEPENDS
    assert state_of(offer(text=None, eligibility=(Condition("residence", None),))) is State.UNCONFIRMED


def test_too_far_or_too_slow_is_beyond_and_equal_is_within():
    assert state_of(offer(kilometres=50)) is State.COVERED
    assert state_of(offer(kilometres=50.1)) is State.TOO_FAR
    assert state_of(offer(kilometres=50.1, availability={"mode": Mode.REMOTE})) is State.BY_PHONE
    assert state_of(offer(kilometres=50.1, availability={"mode": Mode.ON_CALL})) is State.TOO_FAR
    assert state_of(offer(availability={"minutes_to_respond": 60})) is State.COVERED
    assert state_of(offer(availability={"minutes_to_respond": 61, "mode": Mode.PHONE})) is State.TOO_FAR


def test_a_language_that_is_not_listed_is_no_and_no_list_is_unknown():
    need = Need("bed", in_language=True)
    assert state_of(offer(languages=frozenset({"lv"})), need) is State.NOBODY
    assert state_of(offer(languages=frozenset({"lv", "ru"})), need) is State.COVERED
    assert state_of(offer(languages=None), need) is State.DEPENDS
    assert state_of(offer(languages=frozenset({"lv"})), need, Profile("quiet")) is State.DEPENDS
    assert state_of(offer(languages=frozenset({"lv"}))) is State.COVERED
