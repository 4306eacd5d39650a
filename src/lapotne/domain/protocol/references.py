"""Whom a step names: a need, a competence, an institution or its type, one offer, or the person themself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class ReferenceKind(StrEnum):
    """What a reference points at."""

    NEED = "need"
    COMPETENCE = "competence"
    INSTITUTION = "institution"
    TYPE = "type"
    OFFER = "offer"
    PERSON = "person"


NARROWED = (ReferenceKind.INSTITUTION, ReferenceKind.TYPE)
"""Kinds that may be narrowed to what meets a need or a competence: `type:state_police/receive_report`."""

FORMS = "need:NAME, competence:NAME, institution:KEY, type:TYPE, offer:KEY, person"
"""How a reference may be written; the kinds `institution` and `type` take `/NAME` behind them."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A line of a step's list. `meets` narrows a body to its offers that meet this need or competence."""

    kind: ReferenceKind
    name: str = ""
    meets: str = ""

    @property
    def need(self) -> str:
        """The key of the need that must be met; empty where the reference names a body as such."""
        return self.name if self.kind in (ReferenceKind.NEED, ReferenceKind.COMPETENCE) else self.meets

    def __str__(self) -> str:
        if self.kind is ReferenceKind.PERSON:
            return str(self.kind)
        return f"{self.kind}:{self.name}" + (f"/{self.meets}" if self.meets else "")


THE_PERSON = Reference(ReferenceKind.PERSON)
"""The person concerned decides: no body needs to be open for that."""


def bodies_of(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """Those that name a body that must be there, not the person."""
    return tuple(reference for reference in references if reference != THE_PERSON)


def reference_of(text: str) -> Reference | None:
    """The reference that a text writes, or None when it is none of FORMS."""
    if text == ReferenceKind.PERSON:
        return THE_PERSON
    kind, colon, name = text.partition(":")
    if not colon or not name or kind not in set(ReferenceKind) - {ReferenceKind.PERSON}:
        return None
    found = ReferenceKind(kind)
    if found not in NARROWED:
        return Reference(found, name)
    body, slash, meets = name.rpartition("/")
    if not slash:
        return Reference(found, name)
    return Reference(found, body, meets) if body and meets else None
