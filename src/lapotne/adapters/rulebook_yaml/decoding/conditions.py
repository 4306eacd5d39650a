"""Conditions from their checked writing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lapotne.domain.entitlements.conditions import (
    After,
    All,
    AnyOf,
    AtLeast,
    Before,
    Condition,
    Happened,
    Is,
    IsAge,
    Leaf,
    Not,
    Open,
    Test,
    WithinLast,
)
from lapotne.domain.entitlements.facts import FactDefinition, FactKind
from lapotne.domain.mechanism.conditions import AgeRange

type Raw = Mapping[str, Any]
type Definitions = Mapping[str, FactDefinition]


def condition_of(raw: Raw, facts: Definitions) -> Condition:
    """A condition of any depth."""
    if "fact" in raw:
        operator = next(key for key in raw if key != "fact")
        return Leaf(raw["fact"], _test(operator, raw[operator], facts[raw["fact"]]))
    [(key, value)] = raw.items()
    if key == "open_question":
        return Open(value)
    if key == "not":
        return Not(condition_of(value, facts))
    parts = tuple(condition_of(part, facts) for part in value)
    return All(parts) if key == "all" else AnyOf(parts)


def _test(operator: str, operand: Any, fact: FactDefinition) -> Test:
    if fact.kind is FactKind.AGE:
        if operator == "at_least":
            return IsAge(AgeRange(int(operand)))
        return IsAge(fact.values[operand].ages or AgeRange(), operand)
    if fact.kind is FactKind.DATE:
        return _day_test(operator, operand)
    if operator == "at_least":
        return AtLeast(operand)
    return Is(frozenset(operand if operator == "one_of" else [operand]))


def _day_test(operator: str, operand: Any) -> Test:
    if operator == "happened":
        return Happened()
    if operator == "equals":
        return Is(frozenset([operand]))
    if operator == "within_last":
        return WithinLast(operand)
    test = Before if operator == "before" else After
    return test(fact=operand["fact"]) if isinstance(operand, Mapping) else test(date.fromisoformat(operand))
