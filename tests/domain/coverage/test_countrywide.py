"""Towns side by side: shares, worst need, and nights that are wholly bare."""

from datetime import date

import pytest

from lapotne.domain.coverage.asking import Question, evaluator_for
from lapotne.domain.coverage.countrywide import Cover, countrywide, night_bits
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Availability, Confirmation, Institution, Offer, OfferKind, OnHolidays
from lapotne.domain.mechanism.states import State
from lapotne.domain.mechanism.towns import Mechanism, Municipality
from lapotne.domain.moments.openings import Period

TODAY = date(2026, 11, 16)
TOWN = Municipality("lv-town", "XX", {}, "lv", "Europe/Riga")
BED, TALK = Need("bed"), Need("talk", call_meets=True)
MAN = Profile("man")


def offer(hours, need="bed", *, confirmed=True):
    confirmation = Confirmation(TODAY) if confirmed else None
    way = Availability(hours, on_holidays=OnHolidays.AS_USUAL, confirmation=confirmation)
    return Offer(
        f"body/{need}", OfferKind.SERVICE, Institution("body", "ngo"), frozenset({need}), availabilities=(way,)
    )


def cover(*offers, chosen=("bed",), first=TODAY, end=date(2026, 11, 23)):
    mechanism = Mechanism(TOWN, {}, offers)
    evaluator = evaluator_for([mechanism], Question([BED, TALK], [MAN], first, end, TODAY))
    return next(countrywide(evaluator.towns([mechanism]), chosen))


@pytest.mark.parametrize(
    ("hours", "is_bare"),
    [
        ("Mo-Su 06:00-22:00", True),
        ("Mo-Su 06:00-22:15", False),
        ("Mo-Su 05:45-22:00", False),
        ("Mo-Fr 08:00-17:00", True),
        ("Su 03:00-03:15", False),
        ("24/7", False),
    ],
)
def test_a_night_is_bare_only_where_not_one_minute_of_any_night_is_met(hours, is_bare):
    assert cover(offer(hours)).is_bare_at_night is is_bare


def test_nobody_at_all_is_bare_and_never_met():
    found = cover()
    assert found.is_bare_at_night
    assert found.chosen.is_never_met
    assert found.chosen.rest is State.NOBODY
    assert [need.key for need in found.never_met] == ["bed", "talk"]


def test_nothing_asked_is_neither_met_nor_bare():
    found = cover(chosen=())
    assert found.chosen.met == 0
    assert not found.is_bare_at_night


def test_what_is_not_confirmed_is_the_rest():
    assert cover(offer("24/7", confirmed=False)).chosen.rest is State.UNCONFIRMED


def test_the_worst_need_is_the_one_met_least_and_none_where_all_are_met():
    some = cover(offer("Mo-Su 00:00-12:00"), offer("Mo-Su 00:00-06:00", "talk"))
    assert some.worst[0].key == "talk"
    assert some.chosen.met == 0.5
    assert cover(offer("24/7"), offer("24/7", "talk")).worst is None


def test_by_phone_is_met_only_where_a_call_meets_the_need():
    minutes = [0] * len(State)
    minutes[State.BY_PHONE], minutes[State.COVERED] = 600, 400
    assert Cover(tuple(minutes), 0).rest is State.COVERED
    assert Cover(tuple(minutes), 600).rest is State.BY_PHONE


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 10, 25), 9), (date(2026, 3, 29), 7), (date(2026, 6, 1), 8)])
def test_a_night_has_the_hours_of_its_wall_clock_when_clocks_change(day, hours):
    period = Period("Europe/Riga", day, date.fromordinal(day.toordinal() + 1))
    # From midnight to 06:00 and from 22:00 to midnight of one local day.
    assert night_bits(period).bit_count() * period.step == hours * 60
