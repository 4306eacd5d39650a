"""JSON Schemas of rulebook files, written from the shapes that check them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lapotne.adapters.rulebook_yaml.shape import country, shared
from lapotne.adapters.rulebook_yaml.shape.situations import inventory_file, situations_file
from lapotne.adapters.rulebook_yaml.shape.vocabulary import FactWords, LawWords
from lapotne.adapters.schemas.definitions import with_definitions
from lapotne.adapters.schemas.published import DRAFT
from lapotne.adapters.shapes.kinds import Kind, Schema
from lapotne.domain.entitlements.rulebook import Rulebooks

_TITLES = {
    "facts": "What may be asked about a person",
    "topics": "Headings of parameters and kinds of entitlements",
    "law_sources": "Where the values of a rulebook come from",
    "rulebook": "What stands for a country's law as a whole",
    "parameter": "One thing a country's law says, by its days",
    "entitlement": "One thing a country's law gives a person, by its days",
    "situations": "What a rulebook must say of a person's facts on a day",
    "inventory": "Which situation stands for each tagged fact",
}

_SHAPES: Mapping[str, Callable[[LawWords, Rulebooks], Kind]] = {
    "facts": lambda words, _: shared.facts_file(words),
    "topics": lambda *_: shared.topics_file(),
    "law_sources": lambda *_: shared.sources_file(),
    "rulebook": lambda words, _: country.rulebook_file(words),
    "parameter": lambda words, _: country.parameter_file(words),
    "entitlement": lambda words, _: country.entitlement_file(words),
    "situations": lambda words, books: situations_file(books.facts, words),
    "inventory": lambda *_: inventory_file(),
}

LAW_SCHEMAS = tuple(_SHAPES)
"""The kinds of rulebook files."""


def law_schema_of(name: str, rulebooks: Rulebooks) -> Schema:
    """The JSON Schema (draft 2020-12) of a kind of rulebook file; keys of a single country's files stay patterns."""
    words = LawWords(
        facts={key: FactWords(str(fact.kind), tuple(fact.values)) for key, fact in rulebooks.facts.items()},
        topics=tuple(rulebooks.topics),
        kinds=tuple(rulebooks.kinds),
    )
    schema = with_definitions(_SHAPES[name](words, rulebooks).schema())
    return {"$schema": DRAFT, "$id": f"urn:lapotne:schema:{name}:1", "title": _TITLES[name], **schema}
