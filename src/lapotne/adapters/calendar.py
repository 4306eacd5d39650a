"""Planned closures as a calendar that any program can subscribe to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from lapotne.adapters.hsds.identifiers import identifier
from lapotne.adapters.publication import public_offers
from lapotne.adapters.wording import Wording
from lapotne.domain.mechanism.offers import Closure, Offer
from lapotne.domain.mechanism.towns import Mechanism

PRODUCT = "-//Lapotne//planned closures//EN"


def closures_calendar(mechanisms: Iterable[Mechanism], wording: Wording, *, at: datetime) -> bytes:
    """Every planned closure as an all-day event, in iCalendar; `at` is the moment of writing, with its zone."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for mechanism in mechanisms:
        for offer, closure in closures_of(mechanism):
            calendar.add_component(_event(mechanism, offer, closure, wording, at))
    found: bytes = calendar.to_ical()
    return found


def closures_of(mechanism: Mechanism) -> Iterator[tuple[Offer, Closure]]:
    """Each closure of each public offer, once where several availabilities share it."""
    for offer in public_offers(mechanism):
        shared = dict.fromkeys(closure for times in offer.availabilities for closure in times.closures)
        yield from ((offer, closure) for closure in shared)


def _event(mechanism: Mechanism, offer: Offer, closure: Closure, wording: Wording, at: datetime) -> Event:
    event = Event()
    institution = wording.name(offer.institution.names, offer.institution.key)
    name = wording.name(offer.names) or ", ".join(wording.need(key) for key in sorted(offer.meets))
    event.add(
        "uid", f"{identifier('closure', mechanism.municipality.key, offer.key, closure.first, closure.last)}@lapotne"
    )
    event.add("dtstamp", at.astimezone(UTC))
    event.add("summary", f"{institution}: {name}")
    if closure.reason:
        event.add("description", closure.reason)
    event.add("dtstart", closure.first)
    # The end of an all-day event is the day after its last.
    event.add("dtend", closure.last + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event
