"""The hours of an offer's availability, asked at one moment or taken as a timetable for a whole period."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from lapotne.domain.mechanism.offers import Availability, Offer
from lapotne.domain.mechanism.opening import OpenAt, Opening, OpenState
from lapotne.domain.moments.clock import day_number, wall_time
from lapotne.domain.moments.opening_at import opening_at
from lapotne.domain.moments.public_holidays import public_holidays
from lapotne.domain.moments.timetable import Timetable


def timetable_of(offer: Offer, availability: Availability) -> Timetable:
    """When an availability is open: its hours, closures and the days on which its offer exists."""
    return Timetable(
        availability.hours,
        availability.on_holidays,
        tuple((closure.first, closure.last) for closure in availability.closures),
        offer.valid.since,
        offer.valid.until,
    )


def opener(zone: str, country: str) -> OpenAt:
    """Asks hours by the wall clock of a zone and the public holidays of a country."""

    def open_at(offer: Offer, availability: Availability, minute: int) -> Opening:
        holidays = _around(country, _year(minute, zone))
        found = opening_at(timetable_of(offer, availability), minute, zone, holidays)
        return Opening(OpenState(found.state), found.until, found.opens)

    return open_at


def opener_for(zone: str, holidays: Iterable[date]) -> OpenAt:
    """The same with the holidays given, for a country that has no calendar here."""
    numbers = frozenset(map(day_number, holidays))

    def open_at(offer: Offer, availability: Availability, minute: int) -> Opening:
        found = opening_at(timetable_of(offer, availability), minute, zone, numbers)
        return Opening(OpenState(found.state), found.until, found.opens)

    return open_at


@lru_cache(maxsize=1024)
def _year(minute: int, zone: str) -> int:
    return wall_time(minute, zone).year


@lru_cache(maxsize=256)
def _around(country: str, year: int) -> frozenset[int]:
    """A fortnight may reach into the next year, a night back into the last."""
    return frozenset(map(day_number, public_holidays(country, range(year - 1, year + 2))))
