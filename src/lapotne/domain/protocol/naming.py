"""Whom a reference names in a town: its offers, or a body that hasn't said what it offers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lapotne.domain.mechanism.needs import Need
from lapotne.domain.mechanism.offers import Availability, Institution, Offer, OfferKind
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.moments.clock import MINUTES_IN_HOUR
from lapotne.domain.protocol.references import NARROWED, Reference, ReferenceKind
from lapotne.domain.protocol.steps import Limit

COMPETENCES = frozenset(
    ("receive_report", "coordinate", "decide", "identify", "provide", "accompany", "inform", "follow_up")
)
"""What a body may be there to do in a mechanism; docs/mechanism-format.md."""

UNSAID = (Availability(hours=None),)
"""Nobody said when: unknown hours, so that the body is offered as unconfirmed, after everybody confirmed."""


def offers_named(reference: Reference, mechanism: Mechanism) -> list[Offer]:
    """The offers that a reference names in a town, in the order of its file; none: nobody is named.

    A body that is named by key or type, but says nothing of the competence meant, is still named:
    an offer with unknown hours stands in for it.
    """
    meant = _MEANT.get(reference.kind)
    if meant is None:
        return []
    named = [offer for offer in mechanism.offers if meant(reference, offer)]
    return named + _stand_ins(reference, mechanism, named)


def need_of(reference: Reference, needs: Mapping[str, Need]) -> Need:
    """What the body is turned to for: the need of the reference, or simply to be reached, by phone if so."""
    return needs.get(reference.need) or Need(reference.need or str(reference), call_meets=True)


def wait(need: Need, within: Limit | None) -> int:
    """Minutes that may pass before somebody acts: the step's limit, else the need's own hours (rule 14)."""
    return need.within_hours * MINUTES_IN_HOUR if within is None else within.minutes


def _meets(reference: Reference, offer: Offer) -> bool:
    return not reference.meets or reference.meets in offer.meets


_MEANT: dict[ReferenceKind, Callable[[Reference, Offer], bool]] = {
    ReferenceKind.NEED: lambda reference, offer: reference.name in offer.meets,
    ReferenceKind.COMPETENCE: lambda reference, offer: (
        offer.kind is OfferKind.COMPETENCE and reference.name in offer.meets
    ),
    ReferenceKind.OFFER: lambda reference, offer: reference.name == offer.key,
    ReferenceKind.INSTITUTION: lambda reference, offer: (
        reference.name == offer.institution.key and _meets(reference, offer)
    ),
    ReferenceKind.TYPE: lambda reference, offer: reference.name == offer.institution.type and _meets(reference, offer),
}


def _stand_ins(reference: Reference, mechanism: Mechanism, named: list[Offer]) -> list[Offer]:
    if reference.kind not in NARROWED or (reference.meets and reference.meets not in COMPETENCES):
        return []
    known = {offer.institution.key for offer in named}
    bodies = [body for body in mechanism.institutions.values() if _is_meant(reference, body)]
    return [_stand_in(reference, body) for body in bodies if body.key not in known]


def _is_meant(reference: Reference, body: Institution) -> bool:
    return reference.name == (body.key if reference.kind is ReferenceKind.INSTITUTION else body.type)


def _stand_in(reference: Reference, body: Institution) -> Offer:
    meets = frozenset({reference.meets} if reference.meets else ())
    return Offer(body.key, OfferKind.COMPETENCE, body, meets, availabilities=UNSAID, layer=body.layer)
