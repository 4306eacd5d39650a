"""Facts, topics and sources from their checked writing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lapotne.adapters.decoding.conditions import allowed_age
from lapotne.adapters.rulebook_yaml.decoding.dating import source_day
from lapotne.adapters.rulebook_yaml.shape.vocabulary import FactWords
from lapotne.domain.entitlements.facts import FactDefinition, FactKind, FactValue
from lapotne.domain.entitlements.rulebook import Source, Topic

type Raw = Mapping[str, Any]


def facts_of(raw: Raw) -> dict[str, FactDefinition]:
    """The facts by key."""
    return {key: _fact(key, entry) for key, entry in raw["facts"].items()}


def fact_words(raw: Raw) -> dict[str, FactWords]:
    """What conditions may say of each fact; lenient, since the file may not be checked yet."""
    entries = raw.get("facts")
    return {
        key: FactWords(str(entry.get("kind")), tuple(entry.get("values") or ()))
        for key, entry in (entries.items() if isinstance(entries, dict) else ())
        if isinstance(entry, dict) and isinstance(entry.get("values") or {}, dict)
    }


def _fact(key: str, raw: Raw) -> FactDefinition:
    values = {name: _value(entry) for name, entry in (raw.get("values") or {}).items()}
    return FactDefinition(
        key,
        FactKind(raw["kind"]),
        raw["names"],
        raw["question"],
        raw["why"],
        raw.get("says") or {},
        raw.get("says_not") or {},
        values,
        fixed=raw.get("fixed") is True,
    )


def _value(raw: Raw) -> FactValue:
    ages = allowed_age(raw["ages"]) if raw.get("ages") else None
    return FactValue(raw["names"], raw.get("says") or {}, raw.get("says_not") or {}, ages)


def topics_of(raw: Raw, name: str) -> dict[str, Topic]:
    """The topics or kinds by key."""
    return {key: Topic(key, entry["names"]) for key, entry in raw[name].items()}


def sources_of(raw: Raw) -> dict[str, Source]:
    """The sources by key."""
    return {
        key: Source(
            key,
            entry["title"],
            entry["confidence"],
            entry.get("publisher") or "",
            source_day(entry.get("date")),
            entry.get("address") or "",
            entry.get("note") or {},
        )
        for key, entry in raw["sources"].items()
    }
