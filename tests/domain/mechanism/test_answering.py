"""The whole answer: who can help, who acts instead where nobody can, and what about the person matters."""

from dataclasses import replace
from datetime import date

import pytest

from lapotne.domain.mechanism.answering import answer, matters
from lapotne.domain.mechanism.conditions import ADULT, CHILD, Condition
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import (
    Availability,
    Confirmation,
    Contact,
    Institution,
    Offer,
    OfferKind,
    Places,
)
from lapotne.domain.mechanism.opening import Asking, Opening, OpenState
from lapotne.domain.mechanism.states import Mode
from lapotne.domain.mechanism.towns import Mechanism, Municipality

NOW = 29_916_060
BED = Need("bed")
TALK = Need("advice_talk", call_meets=True, in_language=True)
REPORT = Need("receive_report", call_meets=True)
TOWN = Municipality("lv-priedava", "LV-000", {}, "lv", "Europe/Riga")
SURE = Confirmation(date(2026, 11, 2))
NUMBER = (Contact("phone", "112"),)


def offer(key, need, *, hours="always", mode=Mode.IN_PERSON, confirmation=SURE, **changes):
    body = Institution(key, "ngo")
    way = Availability(hours, mode, 5, confirmation=confirmation)
    made = Offer(f"{key}/{need}", OfferKind.SERVICE, body, frozenset({need}), availabilities=(way,), contacts=NUMBER)
    return replace(made, **{"kilometres": 0.0, **changes})


def open_at(_offer, availability, minute):
    return (
        Opening(OpenState.OPEN)
        if availability.hours == "always"
        else Opening(OpenState.CLOSED, minute + 60, minute + 60)
    )


def answered(*offers, need=BED, facts=None, caller=frozenset({"lv"})):
    asking = Asking(NOW, open_at, date(2026, 11, 18))
    return answer(Mechanism(TOWN, {}, offers), need, Profile("one", facts or {}), asking, (TALK, REPORT), caller)


def keys(helpers):
    return [helper.institution.key for helper in helpers]


LINE = offer("line", "advice_talk", mode=Mode.PHONE, languages=frozenset({"lv"}))
POLICE = offer("police", "receive_report")
SHELTER = offer("shelter", "bed")


def test_nobody_acts_instead_of_somebody_who_can():
    assert answered(SHELTER, LINE, POLICE).instead == ()


def test_where_nobody_can_the_first_of_each_kind_acts_instead_advice_first():
    second = offer("other-line", "advice_talk", mode=Mode.PHONE, languages=frozenset({"lv"}))
    found = answered(replace(SHELTER, availabilities=()), POLICE, LINE, second)
    assert keys(found.instead) == ["line", "police", "other-line"]


def test_until_somebody_opens_others_act_instead():
    closed = offer("shelter", "bed", hours="later")
    found = answered(closed, LINE)
    assert keys(found.instead) == ["line"]
    assert found.meeting_next.institution.key == "shelter"


def test_whoever_calls_speaks_a_language_even_where_the_persons_is_not_known():
    assert answered(LINE).instead[0].standing.ask == ()
    assert answered(LINE, caller=frozenset()).instead[0].standing.ask == ("languages",)
    assert answered(LINE, facts={"languages": frozenset({"vi"})}).instead == ()


def test_the_unconfirmed_act_instead_only_after_all_others():
    doubtful = offer("a-line", "advice_talk", mode=Mode.PHONE, languages=frozenset({"lv"}), confirmation=None)
    assert keys(answered(doubtful, POLICE).instead) == ["police", "a-line"]


def test_nobody_acts_instead_without_a_number_to_call():
    assert answered(replace(LINE, contacts=())).instead == ()


def test_a_body_already_named_for_the_need_is_not_named_again_unless_it_is_unsure():
    far = offer("police", "bed", kilometres=90.0)
    need = replace(BED, kilometres=50.0)
    assert answered(far, POLICE, need=need).instead == ()
    assert keys(answered(replace(far, availabilities=(Availability("always"),)), POLICE, need=need).instead) == [
        "police"
    ]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, []),
        ({"eligibility": (Condition("sex", frozenset({"male"})),)}, ["sex"]),
        ({"eligibility": (Condition("residence", None),)}, []),
        ({"places": (Places(2, (Condition("age", CHILD),)), Places(1, (Condition("age", ADULT),)))}, ["age"]),
        ({"eligibility": (Condition("sex", frozenset({"male"})),), "serves": False}, []),
        ({"languages": frozenset({"lv"})}, []),
    ],
)
def test_what_matters_is_what_the_offers_at_hand_ask(conditions, expected):
    assert list(matters(BED, [replace(SHELTER, **conditions)])) == expected


def test_a_language_matters_where_the_need_must_be_met_in_it_and_whom_the_need_is_for():
    need = replace(TALK, applies_to=(Condition("age", CHILD),))
    assert list(matters(need, [LINE])) == ["age", "languages"]
    assert list(matters(TALK, [replace(LINE, languages=None)])) == []


def test_an_offer_for_another_need_asks_nothing():
    assert matters(BED, [replace(LINE, eligibility=(Condition("sex", frozenset({"male"})),))]) == {}
