"""One person's facts from a file or from plain values, or everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from lapotne.adapters.checked_text import check_with, read_checked
from lapotne.adapters.decoding.conditions import allowed_age
from lapotne.adapters.problems import Fault, Problem, has_errors
from lapotne.adapters.rulebook_yaml.shape.person import UNKNOWN, person
from lapotne.domain.entitlements.facts import NEVER, SOMETIME, Fact, FactDefinition, FactKind, Facts
from lapotne.domain.mechanism.conditions import AgeRange

type Definitions = Mapping[str, FactDefinition]


def read_person(source: Path | str, definitions: Definitions, file: str = "facts.yaml") -> Facts | list[Problem]:
    """The facts of a YAML or JSON file (Path) or text; every problem with its line otherwise."""
    checked = read_checked(source, str(source) if isinstance(source, Path) else file, check_with(person(definitions)))
    return checked.problems if has_errors(checked.problems) else facts_of(checked.raw, definitions)


def faults_of(raw: Mapping[str, Any], definitions: Definitions) -> list[Fault]:
    """Everything wrong with plain values that somebody sent."""
    return list(person(definitions).faults(raw, ()))


def facts_of(raw: Mapping[str, Any], definitions: Definitions) -> Facts:
    """The facts that checked values mean, without those that are unknown."""
    told = ((key, _fact(definitions[key], value)) for key, value in _known(raw.items()))
    return dict(told)


def _known(items: Iterable[tuple[str, Any]]) -> Iterable[tuple[str, Any]]:
    return ((key, value) for key, value in items if value is not None and value != UNKNOWN)


def _fact(definition: FactDefinition, value: Any) -> Fact:
    if definition.kind is FactKind.DATE and value not in (NEVER, SOMETIME):
        return date.fromisoformat(value)
    if definition.kind is FactKind.AGE:
        return _age(definition, value)
    found: Fact = value
    return found


def _age(definition: FactDefinition, value: Any) -> AgeRange:
    if isinstance(value, int | float):
        return AgeRange(int(value), int(value) + 1)
    if isinstance(value, str):
        return definition.values[value].ages or AgeRange()
    return allowed_age(value)
