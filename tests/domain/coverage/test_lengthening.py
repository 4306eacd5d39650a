"""Longer hours proposed for a hole close it, and say what is new in the syntax of hours."""

from datetime import date

import pytest

from lapotne.domain.coverage.asking import Question, ask
from lapotne.domain.coverage.gaps import gap_bits
from lapotne.domain.coverage.lengthening import longer_hours
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Availability, Confirmation, Institution, Offer, OfferKind, OnHolidays
from lapotne.domain.mechanism.towns import Mechanism, Municipality

TODAY = date(2026, 11, 24)
TOWN = Municipality("lv-liepkalni", "XX1", {"lv": "Liepkalni"}, "lv", "Europe/Riga", 57.0, 24.0)
MAN = Profile("man")


def hole(availability: Availability, need: Need):
    offer = Offer("a/b", OfferKind.SERVICE, Institution("a", "shelter"), frozenset((need.key,)), kilometres=0.0,
                  availabilities=(availability,))  # fmt: skip
    question = Question((need,), (MAN,), TODAY, date(2027, 11, 24), TODAY)
    town = ask(Mechanism(TOWN, {}, (offer,)), question).town
    return gap_bits(town.cells[0], town.period), town.period


def open_at(hours: str, on_holidays: OnHolidays | None = None) -> Availability:
    return Availability(hours, minutes_to_respond=30, on_holidays=on_holidays, confirmation=Confirmation(TODAY))


@pytest.mark.parametrize(
    ("hours", "on_holidays", "within", "added", "longer"),
    [
        ("Mo-Su 08:00-22:00; PH 08:00-22:00", None, 2, "Mo-Su,PH 22:00-08:00", "24/7"),
        ("Mo-Sa 00:00-24:00", OnHolidays.AS_USUAL, 2, "Su 00:00-24:00", "Mo-Sa 00:00-24:00, Su 00:00-24:00"),
        ("Mo-Fr 09:00-17:00; PH off", None, 24, "Sa-Su,PH 10:00-12:00",
         "Mo-Fr 09:00-17:00; PH off, Sa-Su,PH 10:00-12:00"),
        ("Mo-Su 08:00-22:00", None, 0, "Mo-Su 22:00-08:00; PH 00:00-24:00,22:00-08:00",
         "Mo-Su 08:00-22:00, Mo-Su 22:00-08:00; PH 00:00-24:00,22:00-08:00"),
        ("Mo-Su 08:00-22:00", OnHolidays.CLOSED, 0, None, None),
        ("Mo-Fr 09:00-17:00; PH off", None, 2, None, None),
    ],
)  # fmt: skip
def test_longer_hours_close_the_whole_hole(hours, on_holidays, within, added, longer):
    need = Need("bed", within_hours=within)
    availability = open_at(hours, on_holidays)
    bits, period = hole(availability, need)
    assert bits
    found = longer_hours(availability, need, bits, period)
    if added:
        assert (found.added, found.hours) == (added, longer)
    left, _ = hole(open_at(found.hours, found.on_holidays), need)
    assert left == 0
