"""A mend that somebody wants to try: which entry it changes, and how the entry would be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from lapotne.apps.mechanism.queries.desks import Desk, Raw, desk
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.mechanism.queries.trials import DAYS_IN_YEAR, changes
from lapotne.apps.municipalities import queries as municipalities
from lapotne.domain.coverage.asking import Question, ask
from lapotne.domain.coverage.gaps import gap_bits
from lapotne.domain.coverage.lengthening import LongerHours, longer_hours
from lapotne.domain.coverage.mends import MendKind
from lapotne.domain.coverage.what_if import Change
from lapotne.domain.mechanism.editing import Edit, edited
from lapotne.domain.mechanism.layers import Path
from lapotne.domain.mechanism.lending import NEIGHBOUR_MARK
from lapotne.domain.mechanism.mended import admitting, also_open, serving, unconfirmed
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Availability, Offer


class UnknownMendError(LookupError):
    """A mend of something that isn't there any more, or that asks for the impossible."""


@dataclass(frozen=True)
class Wish:
    """What is to be tried: a kind of mend on one availability of an offer, for a need of a profile.

    `serve` is the municipality to be served, for an agreement looked at from the side that gives.
    """

    kind: str
    offer: str
    place: int
    need: str
    profile: str
    serve: str = ""

    @property
    def path(self) -> Path:
        """Where the offer stands in a document: a service's keys and those of competences never meet."""
        institution, _slash, key = self.offer.rpartition(NEIGHBOUR_MARK)[2].partition("/")
        return "institutions", institution, "", key

    @property
    def neighbour(self) -> str:
        """The key of the other municipality whose offer it is; empty for the town's own."""
        return self.offer.partition(NEIGHBOUR_MARK)[0] if NEIGHBOUR_MARK in self.offer else ""


@dataclass(frozen=True)
class Suggestion:
    """The place of an entry and how it would be; `hours` tells what is new where hours are made longer."""

    path: Path
    entry: Raw
    hours: LongerHours | None = None


def suggestion(desk: Desk, wish: Wish) -> Suggestion:
    """The entry with the mend in it, which nobody has confirmed yet; raises UnknownMendError."""
    path = _path(desk, wish)
    entry = desk.entry(path) or {}
    need, profile = _asked(wish)
    if not 0 <= wish.place < len(entry.get("availabilities") or ()):
        raise UnknownMendError(wish.offer)
    if wish.kind == MendKind.CONFIRM:
        return Suggestion(path, entry)
    if wish.kind == MendKind.LENGTHEN:
        found = _longer(desk, wish, need, profile)
        return Suggestion(path, also_open(entry, wish.place, found.added, found.on_holidays), found)
    if wish.kind == MendKind.ADMIT:
        return Suggestion(path, unconfirmed(admitting(entry, profile.facts)))
    if wish.kind == MendKind.AGREE and wish.serve in reference().by_code:
        return Suggestion(path, unconfirmed(serving(entry, desk.municipality.code, wish.serve)))
    raise UnknownMendError(wish.kind)


@dataclass(frozen=True)
class Agreement:
    """What an agreement with a neighbour would do here: the neighbour, its offer, and the gaps that change."""

    neighbour: Desk
    offer: Offer
    changes: tuple[Change, ...]


def agreement(desk_here: Desk, wish: Wish) -> Agreement:
    """Judge a neighbour's service as if it served this town too; raises UnknownMendError."""
    there = municipalities.by_key(wish.neighbour)
    if there is None:
        raise UnknownMendError(wish.offer)
    neighbour = desk(there, desk_here.today)
    path = _path(neighbour, wish)
    entry = serving(neighbour.entry(path) or {}, there.code, desk_here.municipality.code)
    document = edited(neighbour.document, neighbour.upper.raw, Edit(path, entry))
    library = desk_here.with_document(desk_here.document, {there.key: neighbour.would_act(document)})
    after = library.mechanism(desk_here.municipality.key)
    own = NEIGHBOUR_MARK.join((there.key, wish.offer.rpartition(NEIGHBOUR_MARK)[2]))
    offer = next((found for found in after.offers if found.key == own), None)
    if offer is None:
        raise UnknownMendError(wish.offer)
    return Agreement(neighbour, offer, changes([desk_here.mechanism(), after], desk_here.today)[0])


def _path(desk: Desk, wish: Wish) -> Path:
    root, institution, _section, key = wish.path
    for section in ("services", "competences"):
        if desk.entry((root, institution, section, key)) is not None:
            return root, institution, section, key
    raise UnknownMendError(wish.offer)


def _asked(wish: Wish) -> tuple[Need, Profile]:
    known = reference()
    if wish.need not in known.needs or wish.profile not in known.profiles:
        raise UnknownMendError(wish.need)
    return known.needs[wish.need], known.profiles[wish.profile]


def _longer(desk: Desk, wish: Wish, need: Need, profile: Profile) -> LongerHours:
    mechanism = desk.mechanism()
    end = desk.today + timedelta(days=DAYS_IN_YEAR)
    town = ask(mechanism, Question((need,), (profile,), desk.today, end, desk.today)).town
    cell = town.cell(need.key, profile.key)
    availability = _availability(desk, wish)
    if cell is None or availability.hours is None:
        raise UnknownMendError(wish.need)
    return longer_hours(availability, need, gap_bits(cell, town.period), town.period)


def _availability(desk: Desk, wish: Wish) -> Availability:
    drafted = desk.drafted.mechanism(desk.municipality.key)
    offer = next((found for found in drafted.offers if found.key == wish.offer), None)
    if offer is None or wish.place >= len(offer.availabilities):
        raise UnknownMendError(wish.offer)
    return offer.availabilities[wish.place]
