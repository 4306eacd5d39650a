"""Reads for the public pages: each page's answer in a small, constant number of look-ups."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from time import monotonic

from django.conf import settings
from django.db.models import Exists, Max, OuterRef, QuerySet

from lapotne.adapters.adverts_yaml import Adverts, read_adverts
from lapotne.adapters.problems import FileProblemsError
from lapotne.apps.mechanism.models import Adoption, Layer, Version
from lapotne.apps.mechanism.queries import documents
from lapotne.apps.mechanism.queries.offerings import mechanism_for
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities import queries as municipalities
from lapotne.apps.municipalities.models import Municipality
from lapotne.domain.mechanism.answering import CALLED_INSTEAD, Answer, answer
from lapotne.domain.mechanism.day_and_night import OnHand, Part, minutes_looked_at, on_hand
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.opening import Asking
from lapotne.domain.mechanism.timetables import opener
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.moments.clock import utc_minute, wall_time
from lapotne.domain.moments.public_holidays import public_holidays

DANGER = "danger_to_life"


def towns(day: date) -> QuerySet[Municipality]:
    """The municipalities that exist on a day; `has_mechanism` where one of its own is kept here."""
    own = Layer.objects.filter(municipality=OuterRef("pk"))
    return municipalities.on(day).annotate(has_mechanism=Exists(own))


type Stamp = tuple[int | None, int | None]
_looked: dict[str, tuple[float, Stamp]] = {}


def mechanisms_stamp() -> Stamp:
    """Changes whenever a mechanism is saved or adopted anywhere; looked up again after settings.STAMP_SECONDS."""
    now, known = monotonic(), _looked.get("at")
    if known is None or now - known[0] >= settings.STAMP_SECONDS:
        saved, adopted = (kind.objects.aggregate(newest=Max("pk"))["newest"] for kind in (Version, Adoption))
        known = _looked["at"] = (now, (saved, adopted))
    return known[1]


def successors(municipality: Municipality) -> QuerySet[Municipality]:
    """The municipalities that took over from one that has ended."""
    own = Layer.objects.filter(municipality=OuterRef("pk"))
    return municipality.successors.select_related("country").annotate(has_mechanism=Exists(own))


def newest_version(municipality: Municipality) -> Version | None:
    """The town's newest saved mechanism; none where it has none of its own."""
    layer = documents.layer_of(municipality)
    return documents.latest(layer) if layer else None


def who_is_on_hand(
    municipality: Municipality, wanted: Sequence[tuple[str, Profile]], *, today: date
) -> tuple[list[Part], list[list[OnHand]]]:
    """For each need and profile wanted, whom to call in which parts of the week; one look-up."""
    zone, country = municipality.time_zone, municipality.country.code
    mechanism = mechanism_for(municipality, *{need for need, _ in wanted})
    minutes = minutes_looked_at(today, zone, public_holidays(country, (today.year, today.year + 1)))
    needs, open_at = reference().needs, opener(zone, country)
    found = [on_hand(mechanism, needs[need], profile, open_at, today, minutes) for need, profile in wanted]
    return list(minutes), found


@lru_cache(maxsize=1)
def adverts() -> Adverts:
    """The rules of the job-offer check, read once. Raises FileProblemsError when one of its files can't be used."""
    found = read_adverts(Path(settings.DATA_ROOT) / "reference" / "adverts")
    if isinstance(found, list):
        raise FileProblemsError(found)
    return found


@dataclass(frozen=True)
class Found:
    """An answer, with the town's offers that it was found among."""

    mechanism: Mechanism
    answer: Answer


def who_can_help(
    municipality: Municipality, need: Need, profile: Profile, *, minute: int, now: datetime, caller: str = ""
) -> Found:
    """Who can help with a need at a UTC minute, as far as is known now: one look-up, whatever the size of the country.

    `caller`: the language of whoever would call, where nothing is known of the person's own.
    """
    zone = municipality.time_zone
    mechanism = mechanism_for(municipality, *dict.fromkeys((need.key, *CALLED_INSTEAD, DANGER)))
    asking = Asking(minute, opener(zone, municipality.country.code), wall_time(utc_minute(now), zone).date())
    others = [reference().needs[key] for key in CALLED_INSTEAD if key in reference().needs]
    return Found(mechanism, answer(mechanism, need, profile, asking, others, frozenset({caller} - {""})))
