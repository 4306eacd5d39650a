"""What changed in a country's law between two days: the statements that stand on one and not on the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lapotne.domain.entitlements.dating import Standing
from lapotne.domain.entitlements.rulebook import Entitlement, Parameter, Rulebook, Value, Version


@dataclass(frozen=True, slots=True)
class Change[E, V]:
    """A parameter or entitlement with what stood on the first day and on the second.

    `is_new` says that what is said differs; else only the source that says it does.
    """

    entry: E
    before: Standing[V]
    after: Standing[V]
    is_new: bool


def changed_parameters(rulebook: Rulebook, first: date, second: date) -> tuple[Change[Parameter, Value], ...]:
    """Parameters of which other statements stand on the second day than on the first."""
    found = (
        _change(parameter, parameter.on(first), parameter.on(second), lambda value: value.content)
        for parameter in rulebook.parameters.values()
    )
    return tuple(change for change in found if change)


def changed_entitlements(rulebook: Rulebook, first: date, second: date) -> tuple[Change[Entitlement, Version], ...]:
    """Entitlements of which other rules stand on the second day than on the first."""
    found = (
        _change(entitlement, entitlement.on(first), entitlement.on(second), lambda version: version.when)
        for entitlement in rulebook.entitlements.values()
    )
    return tuple(change for change in found if change)


def _change[E, V](
    entry: E, before: Standing[V], after: Standing[V], said: Callable[[V], object]
) -> Change[E, V] | None:
    if (before.sure, before.possible) == (after.sure, after.possible):
        return None
    old, new = (_told(stands, said) for stands in (before, after))
    return Change(entry, before, after, old != new or before.gap != after.gap)


def _told[V](stands: Standing[V], said: Callable[[V], object]) -> list[object]:
    """What is said, each once; texts by language have no hash."""
    found: list[object] = []
    for value in stands.readings:
        if said(value) not in found:
            found.append(said(value))
    return found
