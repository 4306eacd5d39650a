"""Checked values of all files as the rulebooks that the domain knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lapotne.adapters.catalogues import in_every_language
from lapotne.adapters.rulebook_yaml import files
from lapotne.adapters.rulebook_yaml.checking import Raws
from lapotne.adapters.rulebook_yaml.decoding.conditions import condition_of
from lapotne.adapters.rulebook_yaml.decoding.country import (
    differences_of,
    entitlement_of,
    parameter_of,
    questions_of,
)
from lapotne.adapters.rulebook_yaml.decoding.shared import facts_of, sources_of, topics_of
from lapotne.adapters.rulebook_yaml.shape.country import SUPRANATIONAL
from lapotne.domain.entitlements.facts import FactDefinition
from lapotne.domain.entitlements.rulebook import Impossible, Rulebook, Rulebooks, Topic


@dataclass(frozen=True)
class _Shared:
    """What all countries share."""

    facts: Mapping[str, FactDefinition]
    impossible: tuple[Impossible, ...]
    topics: Mapping[str, Topic]
    kinds: Mapping[str, Topic]


def rulebooks_of(raws: Raws) -> Rulebooks:
    """The rulebooks of checked values; parameters and entitlements come in the order of their headings."""
    raws = {name: in_every_language(raw) for name, raw in raws.items()}
    facts, topics = facts_of(raws[files.FACTS]), raws[files.TOPICS]
    impossible = tuple(
        Impossible(condition_of(one["when"], facts), one["says"]) for one in raws[files.FACTS].get("impossible") or ()
    )
    shared = _Shared(facts, impossible, topics_of(topics, "topics"), topics_of(topics, "kinds"))
    # A folder's name is the country; the shared files have no folder.
    found = sorted({name.split("/")[0] for name in raws if "/" in name})
    books = {country: _rulebook(country, raws, shared) for country in found}
    above = books.pop(SUPRANATIONAL, None)
    return Rulebooks(books, facts, shared.topics, shared.kinds, above)


def _rulebook(country: str, raws: Raws, shared: _Shared) -> Rulebook:
    raw = raws[f"{country}/{files.RULEBOOK}"]
    questions = questions_of(raw)
    parameters = _entries(raws, f"{country}/{files.PARAMETERS}/", "topic", shared.topics)
    entitlements = _entries(raws, f"{country}/{files.ENTITLEMENTS}/", "kind", shared.kinds)
    sources = {
        key: source
        for name in (files.SOURCES, f"{country}/{files.SOURCES}")
        if name in raws
        for key, source in sources_of(raws[name]).items()
    }
    return Rulebook(
        country=country,
        names=raw["names"],
        parameters={key: parameter_of(key, entry, questions) for key, entry in parameters},
        entitlements={key: entitlement_of(key, entry, shared.facts) for key, entry in entitlements},
        questions=questions,
        sources=sources,
        facts=shared.facts,
        impossible=shared.impossible,
        differences=differences_of(raw),
        note=raw.get("note") or {},
        is_history=raw.get("history") is True,
    )


def _entries(
    raws: Raws, folder: str, heading: str, order: Mapping[str, Topic]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    places = list(order)
    found = {Path(name).stem: raw for name, raw in raws.items() if name.startswith(folder)}
    yield from sorted(found.items(), key=lambda entry: (places.index(entry[1][heading]), entry[0]))
