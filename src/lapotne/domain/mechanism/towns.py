"""Municipalities and a town's mechanism: the place that is asked about and everything that counts there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from lapotne.domain.dated import ALWAYS, Valid
from lapotne.domain.mechanism.needs import Names
from lapotne.domain.mechanism.offers import Institution, Offer

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the Earth, IUGG."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """A local government: official code, names, country, IANA time zone, seat in degrees, days in force."""

    key: str
    code: str
    names: Names
    country: str
    time_zone: str
    latitude: float | None = None
    longitude: float | None = None
    valid: Valid = ALWAYS
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mechanism:
    """All offers that count in a municipality, from every layer and from neighbours that serve it."""

    municipality: Municipality
    institutions: Mapping[str, Institution] = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()


def kilometres_between(here: Municipality, there: Municipality) -> float | None:
    """The great-circle distance between two seats in kilometres; None when a seat isn't known."""
    if None in (here.latitude, here.longitude, there.latitude, there.longitude):
        return None
    lat1, lon1, lat2, lon2 = (radians(value or 0.0) for value in _seats(here, there))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half))


def _seats(here: Municipality, there: Municipality) -> tuple[float | None, ...]:
    return here.latitude, here.longitude, there.latitude, there.longitude
