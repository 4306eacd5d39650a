"""The shapes of the reference files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lapotne.adapters.problems import Fault, Path
from lapotne.adapters.shapes import days, texts
from lapotne.adapters.shapes.compounds import Either, Field, Keyed, ListOf, Record, need
from lapotne.adapters.shapes.conditions import AGE, LANGUAGES, OLDEST, age_range, attributes
from lapotne.adapters.shapes.kinds import Flag, Kind, Number, Text, Word
from lapotne.adapters.shapes.sources import source_key, sources
from lapotne.adapters.shapes.vocabulary import CODE, COUNTRY, Vocabulary

GROUPS = ("act", "tonight", "days", "after")

_sources = Field(sources(relative=False), about="every claim names one of these by its key")
_names = need(texts.names, "names by language")


def attributes_file() -> Record:
    """What may matter about a person."""
    fields = {
        "names": _names,
        "question": Field(texts.names, about="how to ask, by language"),
        "why": Field(texts.names, about="why it matters, by language"),
        "values": need(Keyed(texts.names, named="a mapping of values by key", least=1), "values with their names"),
    }
    attribute = Record(fields, named="an attribute")
    return _file("attributes", Keyed(attribute, named="a mapping of attributes by key", least=1))


def institution_types_file() -> Record:
    """Kinds of institution."""
    kind = Record({"names": _names, "what": Field(texts.names), "note": Field(texts.note)}, named="a type")
    return _file("institution_types", Keyed(kind, named="a mapping of types by key", least=1))


def needs_file(vocabulary: Vocabulary) -> Record:
    """What a person needs met, and how soon."""
    fields = {
        "names": _names,
        "what": Field(texts.names, about="one sentence by language"),
        "lacking": Field(texts.names, about="how it is said that nobody meets it, by language"),
        "group": need(Word(GROUPS, "a group of needs"), "act, tonight, days or after"),
        "within_hours": need(Number("a number of hours", most=24 * 366), "how soon it must be met"),
        "kilometres": Field(Number("a number of kilometres", most=20_000, whole=False), about="the most tolerated"),
        "minutes": Field(Number("a number of minutes", most=100_000), about="the most tolerated to respond"),
        "call_meets": need(Flag(), "whether a call meets it"),
        "in_language": Field(Flag(), about="whether it must be in a language the person speaks"),
        "applies_to": Field(Record(attributes(vocabulary), "a mapping of attributes"), about="left out: everybody"),
        "source": Field(source_key),
        "proposed": Field(Flag(), about="false: a source or a decision stands behind the values"),
        "note": Field(texts.note),
    }
    return _file("needs", Keyed(Record(fields, named="a need"), named="a mapping of needs by key", least=1))


def profiles_file(vocabulary: Vocabulary) -> Record:
    """Imagined people."""
    facts = {key: Field(_fact(key, values)) for key, values in vocabulary.attributes.items()}
    fields = {
        "names": _names,
        "facts": need(Record(facts, "a mapping of facts"), "what is known; left out: unknown"),
        "note": Field(texts.note),
    }
    return _file("profiles", Keyed(Record(fields, named="a profile"), named="a mapping of profiles by key", least=1))


def _fact(key: str, values: tuple[str, ...]) -> Kind:
    if key == AGE:
        years = Number("an age in years", most=OLDEST)
        return Either((Word(("adult", "child"), "adult, child"), years, age_range()))
    if key == LANGUAGES:
        return ListOf(texts.language, "a list of languages", distinct=True)
    return Word(values, f"a value of `{key}`", "reference/attributes.yaml")


def municipalities_file() -> Record:
    """The municipalities of a country, dated."""
    entries = Keyed(_municipality(), named="a mapping of municipalities by key", least=1)
    fields = {
        "country": need(Text("a country's code", COUNTRY, "lv"), "two letters"),
        "time_zone": need(Text("a time zone", r"[A-Z][A-Za-z_]+(?:/[A-Za-z_]+)+", "Europe/Riga"), "IANA name"),
        "sources": _sources,
        "municipalities": need(entries, "municipalities by key"),
    }
    return Record(fields, named="a file of municipalities", further=_names_successors)


def _municipality() -> Record:
    day = days.day(relative=False)
    degrees = {
        "latitude": Field(Number("degrees", least=-90, most=90, whole=False)),
        "longitude": Field(Number("degrees", least=-180, most=180, whole=False)),
    }
    fields = {
        "code": need(Text("an official code", CODE, "LV-113"), "official code"),
        "names": _names,
        "kind": Field(texts.key),
        "seat": Field(Record({"name": Field(Text("a name"))} | degrees, named="a seat"), about="of its council"),
        "valid": Field(Record({"since": Field(day), "until": Field(day)}, named="a period"), about="both included"),
        "successors": Field(ListOf(texts.key, "a list of keys", distinct=True)),
        "sources": Field(ListOf(source_key, "a list of sources' keys")),
        "note": Field(texts.note),
    }
    return Record(fields, named="a municipality")


def _names_successors(value: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    towns = value["municipalities"]
    for key, town in towns.items():
        for index, successor in enumerate(town.get("successors") or ()):
            if successor not in towns:
                place = (*path, "municipalities", key, "successors", index)
                yield Fault(place, f"`{successor}` isn't a municipality of this file.", "Write a successor's key.")


def _file(name: str, entries: Kind) -> Record:
    fields = {"sources": _sources, name: need(entries, f"{name} by key"), "note": Field(texts.note)}
    return Record(fields, named=f"a file of {name}")
