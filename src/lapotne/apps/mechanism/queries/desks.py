"""What an editor has on the desk: a town's document as last saved, what it inherits, and what acts now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from lapotne.adapters.mechanism_yaml.checking import inherited
from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.adapters.mechanism_yaml.library import Library, above
from lapotne.adapters.mechanism_yaml.shape.document import VERSION
from lapotne.apps.mechanism.models import Layer, Version
from lapotne.apps.mechanism.queries import documents, towns
from lapotne.apps.municipalities.models import Municipality
from lapotne.domain.mechanism.adoption import awaits_adoption, in_force
from lapotne.domain.mechanism.layers import Merged, Path, at
from lapotne.domain.mechanism.towns import Mechanism

type Raw = Mapping[str, Any]


@dataclass(frozen=True)
class Desk:
    """A town's mechanism open for editing; `saved` is None where nobody has written one yet."""

    municipality: Municipality
    today: date
    layer: Layer | None
    saved: Version | None
    adopted: Version | None
    acting: Library

    @property
    def number(self) -> int:
        """The version that is edited; 0 before the first."""
        return self.saved.number if self.saved else 0

    @property
    def document(self) -> Raw:
        """The town's own document as last saved."""
        return self.saved.document if self.saved else blank(self.municipality)

    @cached_property
    def upper(self) -> Merged:
        """What the layers above hold together."""
        town = self.acting.municipality(self.municipality.key)
        return inherited(above(self.acting.documents.values(), town))

    @cached_property
    def drafted(self) -> Library:
        """The library with the document as last saved in place of what acts."""
        return self.with_document(self.document)

    @cached_property
    def holding(self) -> Merged:
        """What holds with the document as last saved, and the layer of each value."""
        return self.drafted.effective(self.municipality.key)

    @property
    def is_pending(self) -> bool:
        """Whether a saved change waits for the group or the council."""
        return bool(self.saved and self.adopted and awaits_adoption(self.saved.document, self.adopted.document))

    def entry(self, path: Path) -> Raw | None:
        """An entry as it holds with the document as last saved."""
        found = at(self.holding.raw, path)
        return found if isinstance(found, Mapping) else None

    def is_from_above(self, path: Path) -> bool:
        """Whether the country or a region brings the entry in, so that the town only overrides it."""
        return at(self.upper.raw, path) is not None

    def with_document(self, document: Raw, others: Mapping[str, Raw] | None = None) -> Library:
        """The library with another document for the town's own, and for those of others by their keys."""
        changed = {self.municipality.key: document, **(others or {})}
        named = {key: Document(raw) for key, raw in changed.items()}
        return Library(self.acting.checker, {**self.acting.documents, **named})

    def as_it_acts(self) -> Desk:
        """The desk without what waits for adoption, which those elsewhere don't see."""
        acts = Version(number=self.number, document=self.would_act(self.document))
        return replace(self, saved=acts) if self.is_pending else self

    def would_act(self, document: Raw) -> Raw:
        """What of a document acts on saving, before anybody adopts it."""
        return in_force(document, self.adopted.document if self.adopted else None)

    def mechanism_with(self, document: Raw) -> Mechanism:
        """The town's mechanism with another document for its own."""
        return self.with_document(document).mechanism(self.municipality.key)

    def mechanism(self) -> Mechanism:
        """The town's mechanism as it acts."""
        return self.acting.mechanism(self.municipality.key)


def desk(municipality: Municipality, today: date) -> Desk:
    """The desk of one town; the number of queries doesn't depend on its size."""
    layer = documents.layer_of(municipality)
    saved, adopted = documents.latest_two(layer) if layer else (None, None)
    return Desk(municipality, today, layer, saved, adopted, towns.library(municipality, today))


def blank(municipality: Municipality) -> Raw:
    """The document of a town before anybody wrote anything."""
    return {"lapotne": VERSION, "layer": "municipality", "key": municipality.key, "municipality": municipality.code}
