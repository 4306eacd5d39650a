"""A document's values checked in full: its shape, its place among the layers, and the rules it must keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.adapters.mechanism_yaml.protocol import protocol_faults
from lapotne.adapters.mechanism_yaml.rules import rule_faults
from lapotne.adapters.mechanism_yaml.shape.document import document as document_shape
from lapotne.adapters.mechanism_yaml.shape.entries import institutions as institutions_shape
from lapotne.adapters.mechanism_yaml.shape.strictness import Strictness
from lapotne.adapters.problems import Fault, Said, Severity
from lapotne.adapters.reference_yaml.words import Reference
from lapotne.adapters.shapes.kinds import Kind
from lapotne.domain.mechanism.layers import Merged, merge

SECTIONS = ("sources", "institutions", "protocol")
"""What lower layers inherit; the rest of a document speaks of itself alone."""

type Raw = Mapping[str, Any]
type Above = Callable[[Raw], Sequence[Document] | None]


def inherited(documents: Sequence[Document]) -> Merged:
    """The documents of all layers, uppermost first, laid over each other."""
    return merge(
        (document.key, {name: document.raw[name] for name in SECTIONS if document.raw.get(name) is not None})
        for document in documents
    )


@dataclass(frozen=True)
class Checker:
    """Checks documents against a reference, on a day; keep one for many files, it builds its shapes once."""

    reference: Reference
    today: date
    _shapes: dict[tuple[str, bool], Kind] = field(default_factory=dict, repr=False)

    def faults(self, raw: Raw, above: Above, name: str = "") -> Iterator[Fault]:
        """Everything wrong with a document, in no order; what rests on its shape only where that is right.

        `above` gives the documents of the layers above, uppermost first; None: they aren't at hand, so that nobody
        can say whether an entry is complete. `name`: the file's name without its ending.
        """
        demo = raw.get("demo") is True
        found = list(self._shape("document", demo=demo).faults(raw, ()))
        yield from found
        yield from self._name_faults(raw, name)
        if any(fault.severity is Severity.ERROR for fault in found):
            return
        layers = above(raw) if raw["layer"] != "country" else ()
        merged = inherited([*(layers or ()), Document(raw)])
        yield from rule_faults(raw, merged, alone=layers is None)
        if base := self.reference.protocols.get(self._country(raw)):
            yield from protocol_faults(raw, layers or (), base)
        if layers is not None:
            yield from self._incomplete(raw, merged, demo=demo)

    def _incomplete(self, raw: Raw, merged: Merged, *, demo: bool) -> Iterator[Fault]:
        """What an entry lacks once all layers are laid over each other, or what only their meeting makes wrong."""
        complete = merged.section("institutions")
        touched = {key: complete[key] for key in raw.get("institutions") or {} if key in complete}
        found = self._shape("institutions", demo=demo).faults(touched, ("institutions",))
        yield from (fault for fault in found if fault.severity is Severity.ERROR)

    def _country(self, raw: Raw) -> str:
        towns = self.reference.by_code.get(raw.get("municipality") or "", ())
        return towns[-1].country if towns else Document(raw).country or ""

    def _name_faults(self, raw: Raw, name: str) -> Iterator[Fault]:
        key, code = raw.get("key"), raw.get("municipality")
        if not isinstance(key, str):
            return
        if name and key != name:
            yield Fault(
                ("key",),
                Said("The key is `{key}`, the file is called `{name}`.", key=key, name=name),
                Said("Give both the same name."),
            )
        towns = self.reference.by_code.get(code, ()) if isinstance(code, str) else ()
        if towns and key not in [town.key for town in towns]:
            message = Said(
                "The municipality {code} has the key `{key}` in the reference.", code=code, key=towns[-1].key
            )
            yield Fault(
                ("key",), message, Said("Write `key: {key}` and name the file so, or mend the code.", key=towns[-1].key)
            )

    def _shape(self, kind: str, *, demo: bool) -> Kind:
        if (kind, demo) not in self._shapes:
            build = document_shape if kind == "document" else institutions_shape
            strictness = Strictness(complete=kind == "institutions", demo=demo, today=self.today)
            self._shapes[kind, demo] = build(self.reference.vocabulary, strictness)
        return self._shapes[kind, demo]
