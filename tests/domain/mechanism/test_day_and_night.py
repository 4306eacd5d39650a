"""Whom to call by day, by night, on Sundays and on holidays."""

from dataclasses import replace
from datetime import date

import pytest

from lapotne.domain.mechanism.day_and_night import Part, minutes_looked_at, on_hand
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Availability, Confirmation, Institution, Offer, OfferKind
from lapotne.domain.mechanism.timetables import opener
from lapotne.domain.mechanism.towns import Mechanism, Municipality
from lapotne.domain.moments.clock import wall_time
from lapotne.domain.moments.public_holidays import public_holidays

RIGA = "Europe/Riga"
TODAY = date(2026, 11, 14)
HOLIDAYS = public_holidays("lv", (2026, 2027))
TOWN = Municipality("lv-priedava", "LV-000", {}, "lv", RIGA)
BED = Need("bed")


def offer(key, hours, confirmation=Confirmation(date(2026, 11, 2))):  # noqa: B008 -- it can't be changed
    way = Availability(hours, minutes_to_respond=5, confirmation=confirmation)
    made = Offer(
        f"{key}/bed", OfferKind.SERVICE, Institution(key, "shelter"), frozenset({"bed"}), availabilities=(way,)
    )
    return replace(made, names={"en": key}, kilometres=0.0)


def found(*offers):
    minutes = minutes_looked_at(TODAY, RIGA, HOLIDAYS)
    mechanism = Mechanism(TOWN, {}, offers)
    return on_hand(mechanism, BED, Profile("anybody"), opener(RIGA, "lv"), TODAY, minutes)


def test_the_days_looked_at_are_ordinary_ones_and_a_holiday_within_the_week():
    shown = {
        part: [f"{wall_time(minute, RIGA):%a %d %b %H:%M}" for minute in minutes]
        for part, minutes in minutes_looked_at(TODAY, RIGA, HOLIDAYS).items()
    }
    assert shown == {
        Part.DAY: ["Tue 24 Nov 10:00", "Tue 24 Nov 14:00"],
        Part.NIGHT: ["Tue 24 Nov 23:30", "Wed 25 Nov 03:00"],
        Part.SUNDAY: ["Sun 15 Nov 11:00", "Sun 15 Nov 15:00"],
        Part.HOLIDAY: ["Wed 18 Nov 11:00", "Wed 18 Nov 15:00"],
    }


@pytest.mark.parametrize(
    ("hours", "parts"),
    [
        ("24/7", tuple(Part)),
        ("Mo-Fr 08:00-17:00; PH off", (Part.DAY,)),
        ("Mo-Su 18:00-09:00; PH 18:00-09:00", (Part.NIGHT,)),
        ("Mo-Fr 10:00-12:00; PH off", ()),
        ("Su,PH 10:00-16:00", (Part.SUNDAY, Part.HOLIDAY)),
    ],
)
def test_somebody_is_there_by_day_only_when_they_are_there_all_of_it(hours, parts):
    assert [one.parts for one in found(offer("house", hours))] == ([parts] if parts else [])


def test_who_is_there_most_comes_first_and_who_is_not_confirmed_last():
    unsure, day, always = (
        offer("unsure", "24/7", None),
        offer("day", "Mo-Fr 08:00-17:00; PH off"),
        offer("always", "24/7"),
    )
    assert [one.helper.institution.key for one in found(unsure, day, always)] == ["always", "day", "unsure"]
