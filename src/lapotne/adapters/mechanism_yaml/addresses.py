"""No bed has an address: the loader refuses anything finer than a municipality, in whatever field it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lapotne.adapters.problems import Fault, Path, Said
from lapotne.domain.mechanism.layers import Merged

BED = "bed"

_STREETS = (
    r"iel[aā]|bulvār(?:is|ī)|bulv\.|prospekt(?:s|ā)|prosp\.|gatv[eē]|laukum(?:s|ā)|šosej[aā]|krastmal[aā]|alej[aā]|damb(?:is|ī)",
    r"gatvė(?:je)?|prospektas|alėja|aikštė|plentas",
    r"\w*(?:tänav|puiestee|maantee|väljak|põik)",
    r"\w{2,}(?:katu|tie|kuja|polku|aukio)",
    r"\w*(?:gatan|vägen|gränd|torget|gaten?|gata|vei(?:en)?|gade|vej|plass|plads|torv)",
    r"ulica|plac|aleja",
    r"\w*(?:straße|strasse)|\w{2,}(?:str\.|platz|allee|weg)",
    r"улица|проспект|бульвар|площадь|вулиця|площа|переулок|провулок",
    r"street|avenue|road|boulevard",
)
_WORD = "|".join(_STREETS)
_HOUSE = r"\d{1,4}(?!\d)"
_LONG = re.compile(
    rf"(?<!\w)(?:(?:{_WORD})\s+(?:[Nn]r\.?\s*|[\w-]+\s+)?{_HOUSE}|{_HOUSE}\s+[\w-]+\s+(?:{_WORD})(?!\w))", re.IGNORECASE
)
# Short forms are also other words ("2016. g." is a year), so they need a name in capitals beside them.
_SHORT = re.compile(
    rf"[^\W\d_a-zà-ž][\w-]+\s+(?:g|pr|al|pl|tn|pst|mnt|st|rd)\.?\s+{_HOUSE}"
    rf"|(?<!\w)(?:ul|al|pl|ул|пр|вул|пл)\.\s*[^\W\d_a-zà-ž][\w-]+(?:\s[\w-]+)?,?\s+{_HOUSE}"
)
_COORDINATES = re.compile(r"-?\d{1,3}\.\d{3,}°?\s*[NS]?\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}|\d{1,3}°\s?\d{1,2}['′]")
_POSTCODE = re.compile(r"\b(?:LV|LT)-\d{4,5}\b|\bFI-\d{5}\b")
_MAP = re.compile(
    r"maps\.|/maps|goo\.gl|openstreetmap\.org|osm\.org|waze\.com|what3words|///\w+\.\w+\.\w+|plus\.codes", re.IGNORECASE
)

_FOUND = (
    (_LONG, Said("a street address")),
    (_SHORT, Said("a street address")),
    (_COORDINATES, Said("coordinates")),
    (_POSTCODE, Said("a postcode")),
    (_MAP, Said("a link to a map")),
)

_MEND = Said("A bed has no address: say the municipality in `place:`, and tell the way by phone.")


def address_in(text: str) -> str:
    """What a text gives away about a place: a street address, coordinates, a postcode, a map; empty if nothing."""
    return next((what for pattern, what in _FOUND if pattern.search(text)), "")


def address_faults(raw: Mapping[str, Any], merged: Merged) -> Iterator[Fault]:
    """Every text of an institution with a bed that says where the bed is."""
    for key, institution in (raw.get("institutions") or {}).items():
        if isinstance(institution, Mapping) and _may_have_bed(key, institution, merged):
            for path, text in texts_of(institution, ("institutions", key)):
                if what := address_in(text):
                    yield Fault(
                        path, Said("This holds {what}, and a bed is among the services here.", what=what), _MEND
                    )


def texts_of(raw: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text below a value, with its path."""
    if isinstance(raw, str):
        yield path, raw
    elif isinstance(raw, Mapping | list):
        for key, value in raw.items() if isinstance(raw, Mapping) else enumerate(raw):
            yield from texts_of(value, (*path, key))


def _may_have_bed(key: str, institution: Mapping[str, Any], merged: Merged) -> bool:
    """Whether a service has a bed or is confidential, or might be: an override needn't repeat what it meets."""
    services = merged.section("institutions", key, "services") or institution.get("services") or {}
    return any(
        BED in (service.get("meets") or (BED,)) or service.get("confidential")
        for service in services.values()
        if isinstance(service, Mapping)
    )
