"""From documents to entries, layer by layer: what a town doesn't change is decoded once for all towns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lapotne.adapters.mechanism_yaml.checking import inherited
from lapotne.adapters.mechanism_yaml.decoding import entries_of, institution_of
from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.adapters.mechanism_yaml.grounds import Grounds
from lapotne.domain.mechanism.assemble import Entries, Entry
from lapotne.domain.mechanism.layers import Merged
from lapotne.domain.mechanism.offers import Institution
from lapotne.domain.mechanism.towns import Municipality

type Decoded = tuple[Institution, tuple[Entry, ...]]


@dataclass(frozen=True)
class Layering:
    """Decodes what municipalities' layers hold, each institution once for the documents that it rests on."""

    today: date
    _decoded: dict[tuple[str, ...], Decoded] = field(default_factory=dict, repr=False)
    _merged: dict[tuple[str, ...], Merged] = field(default_factory=dict, repr=False)

    def entries(self, town: Municipality, documents: Sequence[Document]) -> Entries:
        """All that holds in a municipality, and what it lends: entries that its own document brought in."""
        institutions: dict[str, Institution] = {}
        offers: dict[str, Entry] = {}
        for key, raw in self.merged(documents).section("institutions").items():
            institutions[key], entries = self._institution(key, raw, documents, town.country)
            offers |= {entry.offer.key: entry for entry in entries}
        own = documents[-1].key if documents and documents[-1].layer == "municipality" else ""
        shared = [entry for entry in offers.values() if entry.offer.layer == own and _is_lent(entry, town)]
        return Entries(institutions, offers, tuple(shared))

    def merged(self, documents: Sequence[Document]) -> Merged:
        """The documents laid over each other."""
        keys = tuple(document.key for document in documents)
        if keys not in self._merged:
            self._merged[keys] = inherited(documents)
        return self._merged[keys]

    def _institution(self, key: str, raw: Mapping[str, Any], documents: Sequence[Document], country: str) -> Decoded:
        last = max(index for index, document in enumerate(documents) if key in document.institutions)
        resting_on = documents[: last + 1]
        kept = (key, *(document.key for document in resting_on))
        if kept not in self._decoded:
            grounds = Grounds(resting_on, self.merged(resting_on), country)
            institution = institution_of(key, raw, grounds)
            self._decoded[kept] = institution, tuple(entries_of(institution, raw, grounds, self.today))
        return self._decoded[kept]


def _is_lent(entry: Entry, town: Municipality) -> bool:
    return bool(entry.area.country or entry.area.codes - {town.code})
