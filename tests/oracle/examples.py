"""A town, a man and a week for the oracle's own tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from lapotne.domain.mechanism.conditions import ADULT
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Availability, Confirmation, Institution, Offer, OfferKind
from lapotne.domain.mechanism.states import State
from lapotne.domain.mechanism.towns import Mechanism, Municipality
from tests.oracle import coverage

RIGA = "Europe/Riga"
MONDAY = date(2027, 3, 1)
TUESDAY = date(2027, 3, 2)
YESTERDAY = date(2027, 2, 28)
HOLIDAY = date(2026, 11, 18)  # a Wednesday
CLOCKS_FORWARD, CLOCKS_BACK = date(2027, 3, 28), date(2027, 10, 31)
ASKED = coverage.Asked(MONDAY)
WEEK = coverage.Period(MONDAY, MONDAY + timedelta(days=7), RIGA)
CONFIRMED = Confirmation(date(2027, 2, 1))
MAN = Profile("man", {"sex": "male", "age": ADULT, "languages": frozenset({"ru"})})
BED = Need("bed", kilometres=50, minutes=60)


def town(*offers):
    place = Municipality("town", "XA-1", {}, "xa", RIGA)
    return Mechanism(place, {one.institution.key: one.institution for one in offers}, offers)


def offer(key="shelter", text="24/7", *, availability=None, **changes):
    """Make a bed in a confirmed shelter round the clock, but for what is told."""
    there = Availability(text, minutes_to_respond=30, confirmation=CONFIRMED)
    plain = Offer(f"{key}/bed", OfferKind.SERVICE, Institution(key, "ngo"), frozenset({"bed"}), kilometres=0.0)
    return replace(plain, availabilities=(replace(there, **(availability or {})),), **changes)


def state_of(one, need=BED, profile=MAN) -> State:
    """Ask for one offer on Monday at 10:00."""
    return coverage.state(town(one), need, profile, WEEK.start + 600, ASKED)
