"""Who is who: the institutions of a municipality with their public contacts, as the mechanism has them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lapotne.apps.municipalities.presenters import alphabetical
from lapotne.apps.website.presenters.contacts import Way, ways
from lapotne.apps.website.presenters.reader import Reader
from lapotne.apps.website.presenters.words import Word
from lapotne.domain.mechanism.lending import NEIGHBOUR_MARK
from lapotne.domain.mechanism.offers import Contact, Institution, Level, Offer
from lapotne.domain.mechanism.towns import Mechanism

HERE, NEIGHBOURS = "here", "neighbours"
GROUPS = (HERE, NEIGHBOURS, Level.REGIONAL.value, Level.NATIONAL.value)


@dataclass(frozen=True)
class Entry:
    """An institution: its name, what kind of body it is, how to reach it, what it does.

    `local`: the name on the door, beside a translated one.
    """

    anchor: str
    name: Word
    local: Word
    kind: Word
    ways: list[Way]
    does: list[tuple[Word, Word]]


def entries(mechanism: Mechanism, reader: Reader) -> dict[str, list[Entry]]:
    """By group, in the order of the reader's alphabet; give it what everybody may read."""
    offered: dict[str, list[Offer]] = {key: [] for key in mechanism.institutions}
    for offer in mechanism.offers:
        offered.setdefault(offer.institution.key, []).append(offer)
    bodies = {**mechanism.institutions, **{one.institution.key: one.institution for one in mechanism.offers}}
    order = alphabetical(reader.language)

    def placed(one: Entry) -> tuple[object, str]:
        return order(one.name.text), one.anchor

    grouped = {
        group: [entry(body, offered[body.key], reader) for body in some] for group, some in _grouped(bodies).items()
    }
    return {group: sorted(some, key=placed) for group, some in grouped.items() if some}


def _grouped(bodies: Mapping[str, Institution]) -> dict[str, list[Institution]]:
    grouped: dict[str, list[Institution]] = {group: [] for group in GROUPS}
    for body in bodies.values():
        near = NEIGHBOURS if NEIGHBOUR_MARK in body.key else HERE
        grouped[near if body.level is Level.LOCAL or near == NEIGHBOURS else body.level.value].append(body)
    return grouped


def entry(body: Institution, offers: Iterable[Offer], reader: Reader) -> Entry:
    """A body whose name could tell a secret place is named by its kind."""
    offered = list(offers)
    kind = reader.institution_type(body)
    name = reader.proper(body.names) or kind or Word(body.key)
    contacts = body.contacts or tuple(contact for offer in offered for contact in offer.contacts)
    does = list(dict.fromkeys(_does(offer, reader) for offer in offered))
    return Entry(
        anchor=anchor(body.key),
        name=name,
        local=reader.local(body.names),
        kind=kind if kind != name else Word(""),
        ways=ways(_once(contacts), reader),
        does=does,
    )


def anchor(key: str) -> str:
    return "body-" + re.sub(r"[^a-z0-9-]+", "-", key.lower()).strip("-")


def _once(contacts: Iterable[Contact]) -> Iterable[Contact]:
    return {(contact.kind, contact.value): contact for contact in contacts}.values()


def _does(offer: Offer, reader: Reader) -> tuple[Word, Word]:
    """What it is called and what it is; a competence is called as the need it meets."""
    needs = (reader.reference.needs.get(key) for key in sorted(offer.meets))
    named = reader.plain(offer.names) or next((reader.plain(need.names) for need in needs if need), Word(""))
    return named, reader.plain(offer.what)
