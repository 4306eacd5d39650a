"""What another town may know of a neighbour: not its staff’s contacts, nor anything that tells a secret place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lapotne.domain.mechanism.offers import Closure, Contact, Institution, Offer

NEIGHBOUR_MARK = ":"
"""Stands between a neighbour's key and the key of its entry: `lv-cesis:social-service/night-shelter`.

Before the mark of a confidential one nothing stands, and after it a number: `:1/2`.
"""

TELEPHONES = ("phone", "text")
"""Contacts that a confidential service can be reached by elsewhere; an address on the web tells whose it is."""


@dataclass
class Lending:
    """Lends one town the entries of its neighbours; those that are confidential only get a number here."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def lent(self, offer: Offer, neighbour: str) -> Offer:
        """An offer as another town may know it."""
        if offer.confidential:
            return self._hidden(offer, neighbour)
        body = offer.institution
        institution = replace(body, key=_key(neighbour, body.key), contacts=_for_all(body.contacts))
        key, contacts = _key(neighbour, offer.key), _for_all(offer.contacts)
        return replace(offer, key=key, institution=institution, contacts=contacts)

    def _hidden(self, offer: Offer, neighbour: str) -> Offer:
        """What it meets, for whom and when stays; names, notes, sources and keys could tell the town."""
        body = offer.institution
        key = _key("", str(self._number(neighbour, body.key)))
        institution = Institution(key, body.type, level=body.level, contacts=_telephones(body.contacts))
        return replace(
            offer,
            key=f"{key}/{self._number(neighbour, offer.key)}",
            institution=institution,
            names={},
            what={},
            contacts=_telephones(offer.contacts),
            availabilities=tuple(replace(one, closures=_silent(one.closures)) for one in offer.availabilities),
            payer="",
            legal_basis="",
            source="",
            layer="",
        )

    def _number(self, neighbour: str, key: str) -> int:
        return self.numbers.setdefault((neighbour, key), len(self.numbers) + 1)


def _key(neighbour: str, key: str) -> str:
    return f"{neighbour}{NEIGHBOUR_MARK}{key}"


def _for_all(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    return tuple(contact for contact in contacts if not contact.staff_only)


def _telephones(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    return tuple(replace(contact, note={}) for contact in _for_all(contacts) if contact.kind in TELEPHONES)


def _silent(closures: Iterable[Closure]) -> tuple[Closure, ...]:
    return tuple(replace(closure, reason="") for closure in closures)
