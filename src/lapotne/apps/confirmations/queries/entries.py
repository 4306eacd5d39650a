"""What an institution is asked about: its entries as they act, each with what tells whether it changed since."""

from dataclasses import dataclass

from lapotne.apps.mechanism.queries import entries
from lapotne.apps.mechanism.queries.desks import Desk
from lapotne.domain.mechanism.layers import Path
from lapotne.domain.mechanism.offers import Institution, Offer


@dataclass(frozen=True)
class Entry:
    path: Path
    offer: Offer
    digest: str

    @property
    def key(self) -> str:
        return "/".join(self.path[2:])


def asked(desk: Desk, institution: str) -> list[Entry]:
    return [Entry(path, offer, entries.digest(desk, path)) for path, offer in entries.own(desk, institution).items()]


def institutions(desk: Desk) -> list[Institution]:
    """Those of the town that offer something; a neighbour's are asked by their own town."""
    found = {offer.institution.key for offer in desk.mechanism().offers}
    known = (entries.institution(desk, key) for key in found)
    return [one for one in known if one]


def mail_of(institution: Institution) -> str:
    """Its address for letters, as its entry says it; empty where it has none."""
    return next((contact.value for contact in institution.contacts if contact.kind == "email"), "")
