"""Who has a bed, but not for this person or not at this time, and why."""

from datetime import date

import pytest

from lapotne.domain.mechanism.conditions import Condition
from lapotne.domain.mechanism.declining import declining
from lapotne.domain.mechanism.helping import helpers_now
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Availability, Closure, Confirmation, Institution, Offer, OfferKind, Places
from lapotne.domain.mechanism.timetables import opener
from lapotne.domain.mechanism.towns import Mechanism, Municipality
from lapotne.domain.moments.clock import local_midnight

TODAY = date(2026, 11, 18)
NOON = local_midnight(TODAY, "Europe/Riga") + 12 * 60
TOWN = Municipality("here", "X-1", {}, "lv", "Europe/Riga")
MAN = Profile("man", {"sex": "male"})
ALWAYS = Availability("24/7", confirmation=Confirmation(date(2026, 1, 1)))
WOMEN = (Condition("sex", frozenset({"female"})),)


def declined(**changes):
    given = {"availabilities": (ALWAYS,), **changes}
    offer = Offer("shelter/night", OfferKind.SERVICE, Institution("shelter", "shelter"), frozenset({"bed"}), **given)
    mechanism = Mechanism(TOWN, {}, (offer,))
    found = helpers_now(mechanism, Need("bed"), MAN, NOON, opener("Europe/Riga", "lv"), TODAY)
    return [reason.attribute for one in declining(mechanism, found, MAN, TODAY) for reason in one.reasons]


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({}, []),
        ({"eligibility": WOMEN}, ["sex"]),
        ({"places": (Places(0),)}, ["places"]),
        ({"places": (Places(3, WOMEN),)}, ["sex"]),
        ({"serves": False}, ["area"]),
        ({"availabilities": ()}, ["hours"]),
        ({"availabilities": (Availability("Mo 08:00-09:00"),)}, []),
        (
            {
                "availabilities": (
                    Availability("24/7", closures=(Closure(date(2026, 11, 1), date(2026, 12, 31), "repairs"),)),
                )
            },
            ["hours"],
        ),
    ],
)
def test_every_reason_that_stands_in_the_way_is_told(changes, because):
    assert declined(**changes) == because
