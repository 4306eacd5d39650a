"""Situations of a country, read and checked; each keeps the line it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from lapotne.adapters.checked_text import check_with, read_checked
from lapotne.adapters.problems import Problem, has_errors
from lapotne.adapters.rulebook_yaml import files
from lapotne.adapters.rulebook_yaml.person import facts_of
from lapotne.adapters.rulebook_yaml.shape.situations import inventory_file, situations_file
from lapotne.adapters.rulebook_yaml.shape.vocabulary import FactWords, LawWords
from lapotne.domain.entitlements.rulebook import Rulebook
from lapotne.domain.entitlements.situations import Situation

INVENTORY = "inventory.yaml"
SITUATIONS = "situations"


@dataclass
class Situations:
    """The situations of one country with their files and lines, its inventory, and everything wrong with them."""

    found: list[tuple[Path, int, Situation]] = field(default_factory=list)
    inventory: Mapping[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        return [situation.name for _, _, situation in self.found]


def read_situations(folder: Path, rulebook: Rulebook) -> Situations:
    """All situations in the tests/ of a country's folder."""
    read = Situations()
    kind = situations_file(rulebook.facts, words_of(rulebook))
    for file in sorted((folder / rulebook.country / files.TESTS).glob("*.yaml")):
        is_inventory = file.name == INVENTORY
        checked = read_checked(file, str(file), check_with(inventory_file() if is_inventory else kind))
        read.problems += checked.problems
        if has_errors(checked.problems):
            continue
        if is_inventory:
            read.inventory = checked.raw
        else:
            read.found += [
                (file, checked.line_of((SITUATIONS, at)), _situation(raw, rulebook))
                for at, raw in enumerate(_listed(checked.raw))
            ]
    return read


def words_of(rulebook: Rulebook) -> LawWords:
    """The words that a rulebook's situations may use."""
    return LawWords(
        facts={key: FactWords(str(fact.kind), tuple(fact.values)) for key, fact in rulebook.facts.items()},
        sources=tuple(rulebook.sources),
        parameters=tuple(rulebook.parameters),
        entitlements=tuple(rulebook.entitlements),
        questions=tuple(rulebook.questions),
    )


def _listed(raw: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return list(raw[SITUATIONS])


def _situation(raw: Mapping[str, Any], rulebook: Rulebook) -> Situation:
    facts = facts_of(raw.get("facts") or {}, rulebook.facts)
    day = date.fromisoformat(raw["date"])
    return Situation(raw["name"], day, facts, raw.get("expect") or {}, raw.get("error") or "")
