"""Takes municipalities from the reference into the database, where everything local hangs on them."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction

from lapotne.apps.municipalities.models import Country, Municipality
from lapotne.domain.mechanism import towns

FIELDS = ["code", "names", "country", "time_zone", "latitude", "longitude", "valid_from", "valid_to"]
COUNTRY_NAMES = {"lv": {"en": "Latvia", "lv": "Latvija"}}


@transaction.atomic
def load(*, municipalities: Mapping[str, towns.Municipality]) -> int:
    """Bring countries and municipalities up to the reference; returns how many municipalities there are."""
    countries = {town.country for town in municipalities.values()}
    known = {code: _country(code) for code in sorted(countries)}
    rows = [Municipality(key=town.key, **_fields(town, known[town.country])) for town in municipalities.values()]
    Municipality.objects.bulk_create(rows, update_conflicts=True, unique_fields=["key"], update_fields=FIELDS)
    _name_successors(municipalities)
    return len(rows)


def _name_successors(municipalities: Mapping[str, towns.Municipality]) -> None:
    """Bring the pairs of former and later municipality up to the reference, writing only what differs."""
    pairs = Municipality.successors.through
    numbers = dict(Municipality.objects.filter(key__in=municipalities).values_list("key", "pk"))
    wanted = {(numbers[town.key], numbers[later]) for town in municipalities.values() for later in town.successors}
    here = pairs.objects.filter(from_municipality__in=numbers.values())
    there = {(pair.from_municipality_id, pair.to_municipality_id): pair.pk for pair in here}
    pairs.objects.filter(pk__in=[pk for pair, pk in there.items() if pair not in wanted]).delete()
    pairs.objects.bulk_create(
        pairs(from_municipality_id=former, to_municipality_id=later) for former, later in sorted(wanted - there.keys())
    )


def _country(code: str) -> Country:
    country, _ = Country.objects.get_or_create(code=code, defaults={"names": COUNTRY_NAMES.get(code, {"en": code})})
    return country


def _fields(town: towns.Municipality, country: Country) -> dict[str, Any]:
    until = town.valid.until
    return {
        "code": town.code,
        "names": dict(town.names),
        "country": country,
        "time_zone": town.time_zone,
        "latitude": town.latitude,
        "longitude": town.longitude,
        "valid_from": town.valid.since,
        "valid_to": until + timedelta(days=1) if until else None,
    }
