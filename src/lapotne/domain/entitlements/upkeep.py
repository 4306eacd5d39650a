"""What a rulebook's keeper must look after: values that nobody has checked for a year, and values without a source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lapotne.domain.entitlements.rulebook import OpenQuestion, Rulebook, Value, Version

CHECK_EVERY = timedelta(days=365)
"""How long a check counts; a choice of the product, not of the law."""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A value to compare with its source again: which of a parameter's or entitlement's, counted from one."""

    key: str
    number: int
    checked_on: date | None
    sources: tuple[str, ...]


def unchecked(rulebook: Rulebook, today: date) -> tuple[Unchecked, ...]:
    """Every value and rule that nobody has compared with its source within a year, longest ago first."""
    found = [
        Unchecked(key, number, entry.checked.date if entry.checked else None, entry.sources)
        for key, number, entry in _entries(rulebook)
        if entry.checked is None or today - entry.checked.date > CHECK_EVERY
    ]
    return tuple(sorted(found, key=lambda one: (one.checked_on or date.min, one.key, one.number)))


def without_source(rulebook: Rulebook) -> tuple[tuple[str, int], ...]:
    """Values and rules that name no source, by key and number; an open question needs none."""
    return tuple(
        (key, number)
        for key, number, entry in _entries(rulebook)
        if not entry.sources and not (isinstance(entry, Value) and isinstance(entry.content, OpenQuestion))
    )


def _entries(rulebook: Rulebook) -> Iterator[tuple[str, int, Value | Version]]:
    for parameter in rulebook.parameters.values():
        for number, value in enumerate(parameter.values, 1):
            yield parameter.key, number, value
    for entitlement in rulebook.entitlements.values():
        for number, version in enumerate(entitlement.versions, 1):
            yield entitlement.key, number, version
