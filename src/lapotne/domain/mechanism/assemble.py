"""A town's mechanism put together: its own layers' entries, and what neighbours offer it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lapotne.domain.mechanism.lending import Lending
from lapotne.domain.mechanism.offers import Institution, Offer
from lapotne.domain.mechanism.towns import Mechanism, Municipality, kilometres_between

EVERYWHERE = "everywhere"
"""The place of an offer that comes to every municipality, or needs no way at all."""

OWN = "own"
"""The place or area of the municipality that the entry stands in, whichever asks."""


@dataclass(frozen=True, slots=True)
class Area:
    """Whom an offer serves: the municipality it stands in, a whole country, or those with the codes listed."""

    own: bool = False
    country: str = ""
    codes: frozenset[str] = frozenset()

    def names(self, town: Municipality, *, at_home: bool) -> bool:
        """Whether the area holds a municipality; `at_home`: the entry stands in that municipality's layers."""
        return (self.own and at_home) or self.country == town.country or town.code in self.codes


@dataclass(frozen=True, slots=True)
class Entry:
    """An offer as its layers give it, before a municipality asks: its place is a code, `own` or `everywhere`."""

    offer: Offer
    area: Area


@dataclass(frozen=True, slots=True)
class Entries:
    """What a municipality's layers hold together, and which of it the municipality brings itself.

    `shared` are its own entries that somebody elsewhere may count on.
    """

    institutions: Mapping[str, Institution] = field(default_factory=dict)
    offers: Mapping[str, Entry] = field(default_factory=dict)
    shared: tuple[Entry, ...] = ()


def assemble(
    town: Municipality,
    own: Entries,
    neighbours: Iterable[tuple[Municipality, Iterable[Entry]]],
    municipalities: Mapping[str, Municipality],
) -> Mechanism:
    """The mechanism of a municipality; `municipalities` are by code, to measure the way to a place.

    A neighbour's institutions and offers carry its key before theirs, so that they never meet the town's own;
    the confidential ones carry nothing that could tell whose they are.
    """
    institutions = dict(own.institutions)
    offers = [_offered(entry, town, town, municipalities) for entry in own.offers.values()]
    lending = Lending()
    for neighbour, entries in neighbours:
        for entry in entries:
            if neighbour.code != town.code and entry.area.names(town, at_home=False):
                lent = replace(entry, offer=lending.lent(entry.offer, neighbour.key))
                institutions[lent.offer.institution.key] = lent.offer.institution
                offers.append(_offered(lent, town, neighbour, municipalities))
    return Mechanism(town, institutions, tuple(offers))


def elsewhere(
    town: Municipality,
    neighbours: Iterable[tuple[Municipality, Iterable[Entry]]],
    municipalities: Mapping[str, Municipality],
) -> Iterator[Offer]:
    """What neighbours have that doesn't serve the municipality yet, as it would stand for it if they agreed.

    What is confidential isn't among it: nobody elsewhere is told that it is there.
    """
    lending = Lending()
    for neighbour, entries in neighbours:
        for entry in entries:
            is_told = not entry.offer.confidential and not entry.area.names(town, at_home=False)
            if neighbour.code != town.code and is_told:
                lent = replace(entry, offer=lending.lent(entry.offer, neighbour.key))
                yield _offered(lent, town, neighbour, municipalities)


def _offered(entry: Entry, town: Municipality, home: Municipality, municipalities: Mapping[str, Municipality]) -> Offer:
    """The offer as it stands for a town; the very same object where nothing differs, so that it is judged once."""
    offer = entry.offer
    serves = entry.area.names(town, at_home=home.code == town.code)
    place = home.code if offer.place == OWN else offer.place
    kilometres = _kilometres(place, town, municipalities)
    if offer.confidential and home.code != town.code:
        place = None
    if (serves, place, kilometres) == (offer.serves, offer.place, offer.kilometres):
        return offer
    return replace(offer, serves=serves, place=place, kilometres=kilometres)


def _kilometres(place: str | None, town: Municipality, municipalities: Mapping[str, Municipality]) -> float | None:
    if place in (EVERYWHERE, town.code):
        return 0.0
    there = municipalities.get(place or "")
    return kilometres_between(town, there) if there else None
