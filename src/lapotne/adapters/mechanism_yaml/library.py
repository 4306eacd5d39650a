"""A set of mechanism documents with their layers: what holds in each municipality."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lapotne.adapters.mechanism_yaml.checking import Checker
from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.adapters.mechanism_yaml.layering import Layering
from lapotne.adapters.mechanism_yaml.protocol import protocol_of
from lapotne.adapters.problems import Problem
from lapotne.domain.mechanism.assemble import Entries, Entry, assemble, elsewhere
from lapotne.domain.mechanism.layers import Merged
from lapotne.domain.mechanism.offers import Offer, OfferKind
from lapotne.domain.mechanism.towns import Mechanism, Municipality
from lapotne.domain.protocol.steps import Protocol


class UnknownMunicipalityError(KeyError):
    """A key that no municipality of the reference has."""


class NoProtocolError(LookupError):
    """A municipality whose country has no steps, or whose layers don't make a protocol together."""


@dataclass(frozen=True)
class Library:
    """Documents by key, and what was wrong with those that couldn't be used."""

    checker: Checker
    documents: Mapping[str, Document] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def municipality(self, key: str) -> Municipality:
        """The municipality with a key; raises UnknownMunicipalityError."""
        town = self.checker.reference.municipalities.get(key)
        if town is None:
            message = f"No municipality has the key {key!r}; reference/municipalities/ lists them."
            raise UnknownMunicipalityError(message)
        return town

    def layers_of(self, key: str) -> list[Document]:
        """The documents that hold in a municipality, uppermost first; its own is missing where nobody wrote one."""
        town = self.municipality(key)
        own = self.documents.get(key)
        return [*above(self._upper, town), *([own] if own else [])]

    def effective(self, key: str) -> Merged:
        """What holds in a municipality as plain values, and the layer of each."""
        return self._layering.merged(self.layers_of(key))

    def mechanism(self, key: str) -> Mechanism:
        """The municipality's institutions and offers, with those of neighbours that serve it; put together once."""
        if key not in self._mechanisms:
            self._mechanisms[key] = self._assembled(key)
        return self._mechanisms[key]

    def mechanisms(self, keys: Sequence[str]) -> Iterator[Mechanism]:
        """The mechanisms of several municipalities; offers that are alike in all are the very same objects."""
        return (self._assembled(key) for key in keys)

    def protocol(self, key: str) -> Protocol:
        """The steps of the municipality; raises NoProtocolError where its country has none."""
        country = self.municipality(key).country
        base = self.checker.reference.protocols.get(country)
        if base is None:
            message = f"No protocol is known for the country {country!r}; add it to reference/protocol.yaml."
            raise NoProtocolError(message)
        found = protocol_of(base, self.layers_of(key))
        if isinstance(found, list):
            raise NoProtocolError("\n".join(f"{problem.message} {problem.mend}" for problem in found))
        return found

    def elsewhere(self, key: str) -> tuple[Offer, ...]:
        """Services of other municipalities that don't serve this one yet; a demo's are offered to a demo only."""
        town, own = self.municipality(key), self.documents.get(key)
        return tuple(elsewhere(town, self._others(town, demo=bool(own and own.demo)), self._places))

    def _assembled(self, key: str) -> Mechanism:
        town = self.municipality(key)
        return assemble(town, self._entries(key), self._neighbours(town), self._places)

    def _others(self, town: Municipality, *, demo: bool) -> Iterator[tuple[Municipality, list[Entry]]]:
        for other, document in self.documents.items():
            home = self.checker.reference.municipalities.get(other)
            if document.layer != "municipality" or home is None or home.key == town.key or document.demo != demo:
                continue
            entries = self._entries(other).offers.values()
            yield home, [entry for entry in entries if entry.offer.layer == other and _is_service(entry)]

    def _entries(self, key: str) -> Entries:
        return self._layering.entries(self.municipality(key), self.layers_of(key))

    @cached_property
    def _mechanisms(self) -> dict[str, Mechanism]:
        return {}

    @cached_property
    def _upper(self) -> list[Document]:
        return [document for document in self.documents.values() if document.layer != "municipality"]

    @cached_property
    def _layering(self) -> Layering:
        return Layering(self.checker.today)

    @cached_property
    def _places(self) -> Mapping[str, Municipality]:
        by_code = self.checker.reference.by_code
        found = ((code, self.checker.reference.municipality_of(code, self.checker.today)) for code in by_code)
        return {code: town for code, town in found if town}

    @cached_property
    def _lent(self) -> Mapping[str, list[tuple[Municipality, Entry]]]:
        """What municipalities lend, by the code it serves, or by the country."""
        lent: dict[str, list[tuple[Municipality, Entry]]] = {}
        for document in self.documents.values():
            if document.layer != "municipality" or document.key not in self.checker.reference.municipalities:
                continue
            home = self.municipality(document.key)
            for entry in self._entries(document.key).shared:
                for served in (*entry.area.codes, *([entry.area.country] if entry.area.country else [])):
                    lent.setdefault(served, []).append((home, entry))
        return lent

    def _neighbours(self, town: Municipality) -> Iterator[tuple[Municipality, list[Entry]]]:
        for served in (town.code, town.country):
            for home, entry in self._lent.get(served, ()):
                if home.key != town.key:
                    yield home, [entry]


def _is_service(entry: Entry) -> bool:
    return entry.offer.kind is OfferKind.SERVICE


def above(documents: Iterable[Document], town: Municipality) -> list[Document]:
    """The documents of the country and the regions that a municipality lies in, uppermost first."""
    at_hand = list(documents)
    countries = [found for found in at_hand if found.layer == "country" and found.country == town.country]
    regions = [found for found in at_hand if found.layer == "region" and town.code in found.region_codes]
    return countries + regions
