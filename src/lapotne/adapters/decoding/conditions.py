"""Eligibility and places of a checked document as the domain's conditions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lapotne.adapters.shapes.conditions import AGE, UNKNOWN
from lapotne.domain.mechanism.conditions import ADULT, CHILD, AgeRange, Allowed, Condition, Conditions
from lapotne.domain.mechanism.offers import Places

ELIGIBILITY = "eligibility"
"""The attribute that stands for "nobody said whom they take": no profile has it, so the answer is unknown."""

_NOT_ATTRIBUTES = ("count", "note")


def conditions_of(raw: object) -> Conditions:
    """What must hold of a profile; nothing said admits everybody, `unknown` leaves everybody unknown."""
    if raw == UNKNOWN:
        return (Condition(ELIGIBILITY, None),)
    if not isinstance(raw, Mapping):
        return ()
    said = ((key, value) for key, value in raw.items() if key not in _NOT_ATTRIBUTES and value is not None)
    return tuple(Condition(key, _allowed(key, value)) for key, value in said)


def places_of(raw: object) -> tuple[Places, ...]:
    """Kinds of places with their numbers; a number left out is unknown."""
    return tuple(_places(kind) for kind in raw) if isinstance(raw, list) else ()


def allowed_age(raw: Any) -> AgeRange:
    """The ages that `adult`, `child` or a range means."""
    if isinstance(raw, Mapping):
        return AgeRange(raw.get("from") or 0, raw.get("below"))
    return CHILD if raw == "child" else ADULT


def _places(kind: Mapping[str, Any]) -> Places:
    count = kind.get("count")
    return Places(count if isinstance(count, int) else None, conditions_of(kind))


def _allowed(attribute: str, value: Any) -> Allowed:
    if value == UNKNOWN:
        return None
    return allowed_age(value) if attribute == AGE else frozenset(value)
