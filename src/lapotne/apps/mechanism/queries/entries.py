"""The entries of one institution as it is asked about them, and what tells whether they changed since."""

import json
from hashlib import sha256

from lapotne.apps.mechanism.queries.desks import Desk
from lapotne.domain.mechanism.layers import Path
from lapotne.domain.mechanism.lending import NEIGHBOUR_MARK
from lapotne.domain.mechanism.mended import unconfirmed
from lapotne.domain.mechanism.offers import Institution, Offer, OfferKind

SECTIONS = {OfferKind.SERVICE: "services", OfferKind.COMPETENCE: "competences"}


def path_of(offer: Offer) -> Path:
    return ("institutions", offer.institution.key, SECTIONS[offer.kind], offer.key.rpartition("/")[2])


def institution(desk: Desk, key: str) -> Institution | None:
    """One that acts in the town and isn't a neighbour's, which its own town asks."""
    return None if NEIGHBOUR_MARK in key else desk.mechanism().institutions.get(key)


def own(desk: Desk, institution: str) -> dict[Path, Offer]:
    """What an institution offers, where what acts is what was saved last.

    Whoever answers sees what acts, and an answer is written into what was saved: of an entry that waits for adoption
    these differ, so it isn't asked about.
    """
    saved = {path_of(offer): offer for offer in desk.drafted.mechanism(desk.municipality.key).offers}
    acting = {path_of(offer): offer for offer in desk.mechanism().offers if offer.institution.key == institution}
    return {path: offer for path, offer in acting.items() if saved.get(path) == offer}


def digest(desk: Desk, path: Path) -> str:
    """What an entry says and how it is reached, in short; who confirmed it, and when, doesn't matter."""
    body = desk.entry(path[:2]) or {}
    said = [unconfirmed(desk.entry(path) or {}), body.get("names"), body.get("contacts")]
    return sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()
