"""Reference files, already checked, in the domain's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lapotne.adapters.decoding.conditions import allowed_age, conditions_of
from lapotne.adapters.decoding.days import ANY_DAY, day_or_none
from lapotne.adapters.reference_yaml.words import Attribute, InstitutionType
from lapotne.adapters.shapes.conditions import AGE, LANGUAGES
from lapotne.domain.dated import Valid
from lapotne.domain.mechanism.conditions import AgeRange, Fact
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.towns import Municipality

type Raw = Mapping[str, Any]


def attributes_of(raw: Raw) -> dict[str, Attribute]:
    """The attributes by key."""
    return {
        key: Attribute(key, entry["names"], entry.get("question") or {}, entry.get("why") or {}, entry["values"])
        for key, entry in raw["attributes"].items()
    }


def institution_types_of(raw: Raw) -> dict[str, InstitutionType]:
    """The kinds of institution by key."""
    entries = raw["institution_types"].items()
    return {key: InstitutionType(key, entry["names"], entry.get("what") or {}) for key, entry in entries}


def needs_of(raw: Raw) -> dict[str, Need]:
    """The needs by key."""
    return {key: _need(key, entry) for key, entry in raw["needs"].items()}


def _need(key: str, entry: Raw) -> Need:
    return Need(
        key=key,
        names=entry["names"],
        within_hours=entry["within_hours"],
        kilometres=entry.get("kilometres"),
        minutes=entry.get("minutes"),
        call_meets=entry["call_meets"],
        in_language=bool(entry.get("in_language")),
        applies_to=conditions_of(entry.get("applies_to")),
        group=entry["group"],
        source=entry.get("source") or "",
        proposed=entry.get("proposed") is not False,
        lacking=entry.get("lacking") or {},
        what=entry.get("what") or {},
    )


def profiles_of(raw: Raw) -> dict[str, Profile]:
    """The profiles by key."""
    return {
        key: Profile(key, {name: fact_of(name, value) for name, value in entry["facts"].items()}, entry["names"])
        for key, entry in raw["profiles"].items()
    }


def fact_of(attribute: str, value: object) -> Fact:
    """What is known of an attribute: an age in years is the range of that one year."""
    if attribute == LANGUAGES and isinstance(value, list):
        return frozenset(value)
    if attribute == AGE:
        return AgeRange(value, value + 1) if isinstance(value, int) else allowed_age(value)
    return str(value)


def municipalities_of(raw: Raw) -> dict[str, Municipality]:
    """The municipalities by key."""
    return {key: _municipality(key, entry, raw) for key, entry in raw["municipalities"].items()}


def _municipality(key: str, entry: Raw, file: Raw) -> Municipality:
    seat, valid = entry.get("seat") or {}, entry.get("valid") or {}
    return Municipality(
        key=key,
        code=entry["code"],
        names=entry["names"],
        country=file["country"],
        time_zone=file["time_zone"],
        latitude=seat.get("latitude"),
        longitude=seat.get("longitude"),
        valid=Valid(day_or_none(valid, "since", ANY_DAY), day_or_none(valid, "until", ANY_DAY)),
        successors=tuple(entry.get("successors") or ()),
    )
