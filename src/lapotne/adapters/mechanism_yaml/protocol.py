"""The protocol of a municipality: its country's steps, with what the layers change in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.adapters.problems import Fault
from lapotne.domain.mechanism.layers import merge
from lapotne.domain.protocol.decoding import decode_protocol
from lapotne.domain.protocol.reading import Problem
from lapotne.domain.protocol.steps import Protocol

BASE = "reference"
"""The layer under which a country's own steps stand, in `reference/protocol.yaml`."""

type Raw = Mapping[str, Any]


def protocol_of(base: Raw, documents: Sequence[Document]) -> Protocol | list[Problem]:
    """The protocol that holds after all layers, uppermost first, or all that is wrong with it."""
    layers = ((document.key, document.raw["protocol"]) for document in documents if document.raw.get("protocol"))
    known = {source for document in documents for source in document.sources}
    return decode_protocol(merge([(BASE, base), *layers]).raw, known_sources=known)


def protocol_faults(raw: Raw, above: Sequence[Document], base: Raw) -> Iterator[Fault]:
    """What a document's own changes make wrong in the protocol."""
    if not raw.get("protocol"):
        return
    before, after = protocol_of(base, above), protocol_of(base, [*above, Document(raw)])
    known = set(before) if isinstance(before, list) else set()
    for problem in after if isinstance(after, list) else ():
        if problem not in known:
            yield Fault(("protocol", *problem.path), problem.message, problem.mend)
