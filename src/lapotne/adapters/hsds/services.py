"""A service as HSDS describes it."""

from __future__ import annotations

from datetime import date

from lapotne.adapters.hsds.identifiers import identifier
from lapotne.adapters.hsds.schedules import schedules_of
from lapotne.adapters.publication import location, public_contacts
from lapotne.adapters.wording import Wording
from lapotne.domain.mechanism.conditions import AgeRange
from lapotne.domain.mechanism.offers import Contact, Offer
from lapotne.domain.mechanism.towns import Municipality

type Json = dict[str, object]

_VOICE = {"phone": "voice", "text": "text"}


def service_of(offer: Offer, town: Municipality, wording: Wording, today: date) -> Json:
    """One service; fields that nobody has filled are left out."""
    contacts = public_contacts(offer.contacts)
    fields: Json = {
        "id": identifier("service", offer.key),
        "name": wording.name(offer.names, offer.key),
        "description": wording.name(offer.what),
        "status": _status(offer, today),
        "email": first_of("email", contacts),
        "url": first_of("web", contacts),
        "fees_description": f"Paid by: {offer.payer}" if offer.payer else None,
        "eligibility_description": wording.conditions(offer.eligibility),
        "assured_date": _assured(offer),
        "alert": _alert(offer, today),
        "phones": phones_of(offer.key, contacts, wording),
        "schedules": schedules_of(offer, town.time_zone, today),
        "service_areas": [] if offer.confidential else [_area(offer, town, wording)],
        "service_at_locations": _locations(offer, wording),
        "languages": [_language(offer, code, wording) for code in sorted(offer.languages or ())],
        "attributes": [_need(offer, key, wording) for key in sorted(offer.meets)],
        **_ages(offer),
    }
    return {key: value for key, value in fields.items() if value not in (None, "", [])}


def phones_of(key: str, contacts: tuple[Contact, ...], wording: Wording) -> list[Json]:
    """The telephones among contacts."""
    return [
        {
            "id": identifier("phone", key, contact.kind, contact.value),
            "number": contact.value,
            "type": _VOICE[contact.kind],
            "description": wording.name(contact.note),
        }
        for contact in contacts
        if contact.kind in _VOICE
    ]


def first_of(kind: str, contacts: tuple[Contact, ...]) -> str | None:
    """The first contact of a kind; HSDS has room for one."""
    return next((contact.value for contact in contacts if contact.kind == kind), None)


def _status(offer: Offer, today: date) -> str:
    if not offer.valid.holds_on(today):
        return "inactive"
    closed = [
        any(closure.first <= today <= closure.last for closure in availability.closures)
        for availability in offer.availabilities
    ]
    return "temporarily closed" if closed and all(closed) else "active"


def _assured(offer: Offer) -> str | None:
    """The day on which all of it was confirmed: the earliest, and none where a part never was."""
    confirmations = [availability.confirmation for availability in offer.availabilities]
    days = [confirmation.on for confirmation in confirmations if confirmation]
    return min(days).isoformat() if days and len(days) == len(confirmations) else None


def _alert(offer: Offer, today: date) -> str:
    """Closures still to come; their reasons stay at home."""
    coming = {
        (closure.first, closure.last)
        for availability in offer.availabilities
        for closure in availability.closures
        if closure.last >= today
    }
    return " ".join(f"Closed from {first} to {last}." for first, last in sorted(coming))


def _ages(offer: Offer) -> Json:
    ages = next((found.allowed for found in offer.eligibility if isinstance(found.allowed, AgeRange)), None)
    if ages is None:
        return {}
    return {"minimum_age": ages.start or None, "maximum_age": None if ages.below is None else ages.below - 1}


def _area(offer: Offer, town: Municipality, wording: Wording) -> Json:
    return {"id": identifier("area", offer.key, town.code), "name": wording.name(town.names), "extent": town.code}


def _locations(offer: Offer, wording: Wording) -> list[Json]:
    """The municipality where people go, and nothing finer; none for what nobody travels to."""
    code = location(offer)
    if code is None or not any(availability.mode.is_travelled_to for availability in offer.availabilities):
        return []
    return [{"id": identifier("at", offer.key, code), "location": municipality_location(code, wording)}]


def municipality_location(code: str, wording: Wording) -> Json:
    """A municipality as a location: its name and its official code, no address, no coordinates."""
    return {
        "id": identifier("location", code),
        "location_type": "physical",
        "name": wording.town(code),
        "external_identifier": code,
        "external_identifier_type": "official code of the municipality",
    }


def _language(offer: Offer, code: str, wording: Wording) -> Json:
    return {"id": identifier("language", offer.key, code), "name": wording.spoken(code), "code": code}


def _need(offer: Offer, key: str, wording: Wording) -> Json:
    name = wording.need(key)
    term = {"id": identifier("need", key), "code": key, "name": name, "description": name, "taxonomy": "Lapotne needs"}
    link = {"id": identifier("meets", offer.key, key), "link_entity": "service", "link_type": "taxonomy_term"}
    return {**link, "taxonomy_term": term}
