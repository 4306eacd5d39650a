"""Institutions of a checked and merged document in the domain's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from lapotne.adapters.decoding.conditions import conditions_of, places_of
from lapotne.adapters.decoding.days import day_of, day_or_none
from lapotne.adapters.mechanism_yaml.grounds import Grounds
from lapotne.adapters.mechanism_yaml.shape.parts import UNKNOWN_HOURS
from lapotne.domain.dated import Valid
from lapotne.domain.mechanism.assemble import EVERYWHERE, OWN, Entry
from lapotne.domain.mechanism.layers import Path
from lapotne.domain.mechanism.needs import Names
from lapotne.domain.mechanism.offers import (
    Availability,
    Closure,
    Confirmation,
    Contact,
    Institution,
    Level,
    Offer,
    OfferKind,
    OnHolidays,
)
from lapotne.domain.mechanism.states import Mode

type Raw = Mapping[str, Any]

NO_LANGUAGE = "und"
"""ISO 639 for "undetermined": the language of a text that was written without one."""


def institution_of(key: str, raw: Raw, grounds: Grounds) -> Institution:
    """An institution without its offers."""
    path = ("institutions", key)
    return Institution(
        key=key,
        type=raw.get("type") or "",
        names=raw.get("names") or {},
        level=Level(raw["level"]) if raw.get("level") else grounds.level(path),
        contacts=contacts_of(raw.get("contacts")),
        source=raw.get("source") or "",
        layer=grounds.first_with(path).key,
    )


def entries_of(institution: Institution, raw: Raw, grounds: Grounds, today: date) -> Iterator[Entry]:
    """The offers of an institution with the areas they serve."""
    for section, kind in (("competences", OfferKind.COMPETENCE), ("services", OfferKind.SERVICE)):
        for key, entry in (raw.get(section) or {}).items():
            path = ("institutions", institution.key, section, key)
            offer = _offer(path, kind, institution, entry, grounds, today)
            yield Entry(offer, grounds.area(path))


def contacts_of(raw: object) -> tuple[Contact, ...]:
    """The contacts in their order."""
    return tuple(
        Contact(contact["kind"], contact["value"], contact.get("audience") == "staff", texts(contact.get("note")))
        for contact in (raw if isinstance(raw, list) else ())
    )


def texts(raw: object) -> Names:
    """A remark by language; one without a language is kept under `und`."""
    if isinstance(raw, Mapping):
        return raw
    return {NO_LANGUAGE: str(raw)} if raw is not None else {}


def _offer(path: Path, kind: OfferKind, institution: Institution, raw: Raw, grounds: Grounds, today: date) -> Offer:
    valid = raw.get("valid") or {}
    key, place = path[-1], grounds.place(path, raw)
    languages, contacts = raw.get("languages"), raw.get("contacts")
    sources = grounds.sources
    return Offer(
        key=f"{institution.key}/{key}",
        kind=kind,
        institution=institution,
        meets=frozenset(raw.get("meets") or ()) if kind is OfferKind.SERVICE else frozenset((key,)),
        names=raw.get("names") or {},
        what=raw.get("what") or {},
        place=place,
        kilometres=0.0 if place in (OWN, EVERYWHERE) else None,
        languages=None if languages is None else frozenset(languages),
        eligibility=conditions_of(raw.get("eligibility")),
        places=places_of(raw.get("capacity")),
        availabilities=tuple(availability_of(entry, sources, today) for entry in raw.get("availabilities") or ()),
        contacts=institution.contacts if contacts is None else contacts_of(contacts),
        payer=raw.get("payer") or "",
        legal_basis=_one(raw.get("legal_basis")),
        confidential=bool(raw.get("confidential")),
        valid=Valid(day_or_none(valid, "since", today), day_or_none(valid, "until", today)),
        source=raw.get("source") or institution.source,
        layer=grounds.first_with(path).key,
    )


def availability_of(raw: Raw, sources: Raw, today: date) -> Availability:
    """One way and time to reach an offer."""
    hours = raw.get("hours")
    return Availability(
        hours=None if hours == UNKNOWN_HOURS else hours,
        mode=Mode(raw["mode"]),
        minutes_to_respond=raw.get("minutes_to_respond"),
        on_holidays=OnHolidays(raw["on_holidays"]) if raw.get("on_holidays") else None,
        confirmation=confirmation_of(raw.get("confirmation"), sources, today),
        closures=tuple(
            Closure(day_of(closure["from"], today), day_of(closure["to"], today), closure.get("reason") or "")
            for closure in raw.get("closures") or ()
        ),
        key=raw.get("key") or "",
    )


def confirmation_of(raw: Raw | None, sources: Raw, today: date) -> Confirmation | None:
    """Somebody's word and its day; a source is a statement of its own date, and one without a date confirms nothing."""
    if not raw:
        return None
    source = raw.get("source") or ""
    on = day_or_none(raw, "on", today) or day_or_none(sources.get(source) or {}, "date", today)
    if on is None:
        return None
    return Confirmation(on, raw.get("by") or "", day_or_none(raw, "due", today), source)


def _one(raw: object) -> str:
    found = texts(raw)
    return found.get("en") or next(iter(found.values()), "")
