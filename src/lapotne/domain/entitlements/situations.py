"""Situations: a person's facts on a day and what a rulebook must say of them, told in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lapotne.domain.entitlements.asking import in_order
from lapotne.domain.entitlements.clocks import running
from lapotne.domain.entitlements.facts import ContradictionError, Facts
from lapotne.domain.entitlements.judging import Finding, Given, judge_entitlement, refuse_contradictions
from lapotne.domain.entitlements.rulebook import Rulebook

CONTRADICTION = "contradiction"

type Expected = Mapping[str, Any]
"""What is expected of one entitlement or parameter, by name; what isn't named may be anything."""


@dataclass(frozen=True, slots=True)
class Situation:
    """One test of a rulebook; `error` says that the facts must be refused."""

    name: str
    day: date
    facts: Facts
    expect: Mapping[str, Expected] = field(default_factory=dict)
    error: str = ""


def differing(situation: Situation, rulebook: Rulebook) -> tuple[str, ...]:
    """How the rulebook differs from what a situation expects, one sentence a difference; none where it agrees."""
    try:
        refuse_contradictions(rulebook, situation.facts, situation.day)
    except ContradictionError as error:
        return () if situation.error == CONTRADICTION else (f"the facts are refused: {error}",)
    if situation.error:
        return ("the facts should be refused and aren't",)
    return tuple(
        f"{key}: expected {name} {wanted}, found {found}"
        for key, expected in situation.expect.items()
        for name, wanted, found in _compared(situation, rulebook, key, expected)
        if wanted != found
    )


def _compared(
    situation: Situation, rulebook: Rulebook, key: str, expected: Expected
) -> Iterator[tuple[str, object, object]]:
    told = _of_entitlement if key in rulebook.entitlements else _of_parameter
    found = told(situation, rulebook, key)
    for name, wanted in expected.items():
        is_one = not isinstance(wanted, list) and isinstance(found.get(name, []), list)
        given = sorted(wanted) if name == "because" else wanted
        yield name, [given] if is_one else given, found.get(name, [])


def _of_entitlement(situation: Situation, rulebook: Rulebook, key: str) -> dict[str, Any]:
    found = judge_entitlement(rulebook, rulebook.entitlements[key], situation.facts, situation.day)
    return {
        "verdict": str(found.answer),
        "ask": list(in_order(rulebook, found, situation.facts)),
        "make_sure": list(found.make_sure),
        "because": sorted(found.reasons),
        "open_questions": list(found.questions),
        "last_days": _last_days(situation, rulebook, found),
        **_amounts(found.gives),
    }


def _of_parameter(situation: Situation, rulebook: Rulebook, key: str) -> dict[str, Any]:
    given = Given(key, rulebook.parameters[key].on(situation.day))
    sources = dict.fromkeys(source for value in given.standing.readings for source in value.sources)
    return {"known": not given.is_open, "sources": list(sources), **_amounts((given,))}


def _amounts(gives: tuple[Given, ...]) -> dict[str, Any]:
    found: dict[str, list[int]] = {}
    for given in gives:
        for amount in given.amounts:
            found.setdefault(PLURALS[amount.unit], []).append(amount.number)
    return {unit: list(dict.fromkeys(numbers)) for unit, numbers in found.items()}


def _last_days(situation: Situation, rulebook: Rulebook, found: Finding) -> list[str]:
    told = running(rulebook, found.entitlement, situation.facts, situation.day)
    return [day.isoformat() for day in told.last_days] if told else []


PLURALS = {
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
    "hour": "hours",
    "consultation": "consultations",
    "person": "people",
    "euro": "euros",
}
"""How a situation names an amount of each unit."""
