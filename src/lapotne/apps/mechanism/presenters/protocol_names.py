"""Whom a line of the protocol means: the line in words, and the bodies in this town that it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lapotne.apps.mechanism.presenters.words import offers
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.protocol.naming import offers_named
from lapotne.domain.protocol.references import Reference, ReferenceKind

FEW = 2


@dataclass(frozen=True)
class Named:
    """A line in words; `bodies` are those it names here, `is_empty`: it names nobody here."""

    words: str
    bodies: tuple[str, ...]
    is_empty: bool

    @property
    def few(self) -> str:
        """The first of the bodies, as many as a glance takes in."""
        return ", ".join(self.bodies[:FEW])

    @property
    def more(self) -> int:
        """How many further ones there are."""
        return max(0, len(self.bodies) - FEW)


def named(references: Iterable[Reference], mechanism: Mechanism) -> list[Named]:
    return [_named(one, mechanism) for one in references]


def in_words(found: Reference, mechanism: Mechanism) -> str:
    """A line in words, without saying who it is here."""
    return WORDS[found.kind](found, mechanism)


def _named(found: Reference, mechanism: Mechanism) -> Named:
    words = in_words(found, mechanism)
    if found.kind is ReferenceKind.PERSON:
        return Named(words, (), is_empty=False)
    bodies = dict.fromkeys(offers.institution(offer.institution) for offer in offers_named(found, mechanism))
    return Named(words, tuple(body for body in bodies if body != words), is_empty=not bodies)


def competence(key: str) -> str:
    """Whoever has a competence."""
    return {
        "receive_report": _("whoever takes reports"),
        "coordinate": _("the coordinator"),
        "decide": _("whoever decides on help"),
        "identify": _("whoever identifies formally"),
        "provide": _("the provider of help"),
        "accompany": _("whoever goes along"),
        "inform": _("whoever explains the rights"),
        "follow_up": _("whoever supports afterwards"),
    }.get(key, key)


def _need(found: Reference, _mechanism: Mechanism) -> str:
    need = reference().needs.get(found.name)
    return _("whoever can meet this need: %(need)s") % {"need": offers.named(need.names) if need else found.name}


def _type(found: Reference, _mechanism: Mechanism) -> str:
    known = reference().institution_types.get(found.name)
    return offers.named(known.names, found.name) if known else found.name


def _institution(found: Reference, mechanism: Mechanism) -> str:
    known = mechanism.institutions.get(found.name)
    return offers.institution(known) if known else found.name


def _offer(found: Reference, mechanism: Mechanism) -> str:
    known = next((offer for offer in mechanism.offers if offer.key == found.name), None)
    return f"{offers.institution(known.institution)}: {offers.offer(known)}" if known else found.name


WORDS = {
    ReferenceKind.NEED: _need,
    ReferenceKind.COMPETENCE: lambda found, _mechanism: competence(found.name),
    ReferenceKind.INSTITUTION: _institution,
    ReferenceKind.TYPE: _type,
    ReferenceKind.OFFER: _offer,
    ReferenceKind.PERSON: lambda _found, _mechanism: _("the person themself"),
}
