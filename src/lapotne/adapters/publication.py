"""What of a mechanism may leave the house: no staff contact, no place of a bed or of a confidential service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lapotne.domain.mechanism.assemble import EVERYWHERE
from lapotne.domain.mechanism.lending import NEIGHBOUR_MARK
from lapotne.domain.mechanism.offers import Contact, Offer, OfferKind
from lapotne.domain.mechanism.towns import Mechanism

BED = "bed"


def tellable_offers(mechanism: Mechanism) -> Iterator[Offer]:
    """All offers but a neighbour's confidential ones, whose keys would tell their town."""
    return (offer for offer in mechanism.offers if not (offer.confidential and NEIGHBOUR_MARK in offer.key))


def public_offers(mechanism: Mechanism) -> Iterator[Offer]:
    """What serves the municipality and somebody outside may turn to: not what is reached by staff alone."""
    return (offer for offer in tellable_offers(mechanism) if offer.serves and not _for_staff_alone(offer))


def public_services(mechanism: Mechanism) -> Iterator[Offer]:
    """The same without competences."""
    return (offer for offer in public_offers(mechanism) if offer.kind is OfferKind.SERVICE)


def public_contacts(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """The contacts that aren't for staff only."""
    return tuple(contact for contact in contacts if not contact.staff_only)


def public_town(offer: Offer) -> str | None:
    """The code of the municipality where a service is; None for what is everywhere, unknown or nobody's business."""
    return None if offer.confidential or offer.place == EVERYWHERE else offer.place


def location(offer: Offer) -> str | None:
    """The same for a list of locations, in which a place to sleep never stands."""
    return None if BED in offer.meets else public_town(offer)


def public_mechanism(mechanism: Mechanism) -> Mechanism:
    """The mechanism as everybody may read it: without what staff alone reach, bodies as well as what they offer."""
    offers = tuple(public_offers(mechanism))
    offering = {offer.institution.key for offer in offers}
    bodies = mechanism.institutions.items()
    told = {key: body for key, body in bodies if key in offering or not _staff_alone(body.contacts)}
    return replace(mechanism, institutions=told, offers=offers)


def _for_staff_alone(offer: Offer) -> bool:
    return _staff_alone(offer.contacts or offer.institution.contacts)


def _staff_alone(contacts: tuple[Contact, ...]) -> bool:
    return bool(contacts) and not public_contacts(contacts)
