"""The days on which something changed in a country's law, with what changed on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lapotne.domain.entitlements.changes import changed_entitlements, changed_parameters
from lapotne.domain.entitlements.dating import Dating
from lapotne.domain.entitlements.rulebook import Entitlement, Parameter, Rulebook

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ChangingDay:
    """A day on which other statements stand than on the day before; only those that say something new."""

    day: date
    parameters: tuple[Parameter, ...]
    entitlements: tuple[Entitlement, ...]


def changing_days(rulebook: Rulebook) -> tuple[ChangingDay, ...]:
    """Every day on which what the law says changed, latest first; another source for the same isn't a change."""
    found = (_on(rulebook, day) for day in sorted(set(_turns(rulebook)), reverse=True))
    return tuple(one for one in found if one.parameters or one.entitlements)


def _on(rulebook: Rulebook, day: date) -> ChangingDay:
    parameters = (one.entry for one in changed_parameters(rulebook, day - _ONE, day) if one.is_new)
    entitlements = (one.entry for one in changed_entitlements(rulebook, day - _ONE, day) if one.is_new)
    return ChangingDay(day, tuple(parameters), tuple(entitlements))


def _turns(rulebook: Rulebook) -> Iterator[date]:
    for parameter in rulebook.parameters.values():
        for value in parameter.values:
            yield from _days_of(value.dating)
    for entitlement in rulebook.entitlements.values():
        for version in entitlement.versions:
            yield from _days_of(version.dating)


def _days_of(dating: Dating) -> Iterator[date]:
    for day in (dating.sure_from, dating.possible_from):
        if day and day > date.min:
            # What follows may hold from the day after this one was last certain.
            yield from (day, day + _ONE)
    if dating.until:
        yield dating.until.last + _ONE
