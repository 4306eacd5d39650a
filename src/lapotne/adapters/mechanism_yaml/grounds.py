"""Which layer speaks: `own` in a town's file means the town, in a region's the region, in a country's the country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.domain.mechanism.assemble import OWN, Area
from lapotne.domain.mechanism.layers import Merged, Path, at
from lapotne.domain.mechanism.offers import Level

LEVELS = {"country": Level.NATIONAL, "region": Level.REGIONAL, "municipality": Level.LOCAL}


@dataclass(frozen=True)
class Grounds:
    """The documents that an entry rests on, uppermost first, what they say together, and their country."""

    documents: Sequence[Document]
    merged: Merged
    country: str

    @property
    def sources(self) -> Mapping[str, Any]:
        """All sources that the documents may name."""
        return self.merged.section("sources")

    def first_with(self, path: Path) -> Document:
        """The document that brought an entry in."""
        return next(document for document in self.documents if at(document.raw, path) is not None)

    def speaker(self, entry: Path, field: str) -> Document:
        """The document that a field of an entry comes from, or else the one that brought the entry in."""
        if at(self.merged.raw, (*entry, field)) is None:
            return self.first_with(entry)
        layers = self.merged.layers_of((*entry, field))
        return next(document for document in reversed(self.documents) if document.key in layers)

    def level(self, entry: Path) -> Level:
        """Where an institution stands when nobody says: at the level of the layer that brought it in."""
        return LEVELS[self.first_with(entry).layer]

    def area(self, entry: Path) -> Area:
        """Whom an entry serves; left out, it serves the whole of its layer."""
        raw, speaker = at(self.merged.raw, (*entry, "area")), self.speaker(entry, "area")
        if isinstance(raw, list):
            return Area(codes=frozenset(raw))
        layer = speaker.layer if raw in (None, OWN) else raw
        if layer == "country":
            return Area(country=self.country)
        return Area(codes=self._region(speaker)) if layer == "region" else Area(own=True)

    def place(self, entry: Path, raw: Mapping[str, Any]) -> str | None:
        """Where an entry is; left out, a town's own is in the town, and nobody has said it of any other."""
        default = OWN if self.first_with(entry).layer == "municipality" else None
        place: str | None = raw.get("place", default)
        return place

    def _region(self, speaker: Document) -> frozenset[str]:
        """The municipalities of the region spoken of: the speaker's own, or else all regions it lies in."""
        if speaker.region_codes:
            return speaker.region_codes
        return frozenset().union(*(document.region_codes for document in self.documents))
