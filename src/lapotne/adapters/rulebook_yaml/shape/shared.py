"""The shapes of what all countries share: facts, topics and sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lapotne.adapters.problems import Fault, Path
from lapotne.adapters.rulebook_yaml.shape.conditions import OPERATORS, ConditionShape
from lapotne.adapters.rulebook_yaml.shape.dating import source_day
from lapotne.adapters.rulebook_yaml.shape.texts import words as text
from lapotne.adapters.rulebook_yaml.shape.vocabulary import LawWords
from lapotne.adapters.shapes.compounds import Field, Keyed, ListOf, Record, need
from lapotne.adapters.shapes.conditions import age_range
from lapotne.adapters.shapes.kinds import Flag, Kind, Text, Word
from lapotne.adapters.shapes.texts import address

CONFIDENCE = ("archive", "verified", "invented")


def facts_file(words: LawWords) -> Record:
    """What may be asked about a person, and answers that can't be true together."""
    impossible = Record({"when": need(ConditionShape(words)), "says": need(text)}, named="an impossibility")
    fields = {
        "facts": need(Keyed(_fact(), named="a mapping of facts by key", least=1), "facts by key"),
        "impossible": Field(ListOf(impossible, "a list"), about="answers that can't be true together"),
    }
    return Record(fields, named="a file of facts")


def _fact() -> Record:
    fields: dict[str, Field] = {
        "kind": need(Word(tuple(OPERATORS), "a kind of fact"), ", ".join(OPERATORS)),
        "names": need(text, "what the fact is called"),
        "question": need(text, "how to ask"),
        "why": need(text, "why it is asked"),
        "says": Field(text, about="the sentence where it is so"),
        "says_not": Field(text, about="the sentence where it isn't so"),
        "fixed": Field(Flag(), about="true: nobody can change it, such as an age"),
        "values": Field(Keyed(_fact_value(), named="a mapping of values by key", least=1), about="of one_of and age"),
    }
    return Record(fields, named="a fact", further=_fact_faults)


def _fact_value() -> Record:
    fields: dict[str, Field] = {
        "names": need(text, "what the value is called"),
        "says": Field(text, about="the sentence where it is so"),
        "says_not": Field(text, about="the sentence where it isn't so"),
        "ages": Field(age_range(), about="of an age: which years it means"),
    }
    return Record(fields, named="a value of a fact")


def _fact_faults(value: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    kind, values = value["kind"], value.get("values")
    if kind in ("yes_no", "date"):
        for key in ("says", "says_not"):
            if value.get(key) is None:
                yield Fault(path, f"A fact of kind {kind} lacks `{key}`.", f"Add `{key}: {{lv: ..., en: ...}}`.")
    if kind == "one_of" and not values:
        yield Fault(path, "A fact of kind one_of lacks its values.", "Add `values:` with names by key.")
    for key, one in (values or {}).items():
        yield from _value_faults(kind, one, (*path, "values", key))


def _value_faults(kind: str, value: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    for said in ("says", "says_not"):
        if value.get(said) is None:
            mend = f"Add `{said}: {{lv: ..., en: ...}}`: rules are read as sentences."
            yield Fault(path, f"This value lacks `{said}`.", mend)
    if kind == "age" and value.get("ages") is None:
        yield Fault(path, "This word for an age has no years.", "Add `ages: {from: ..., below: ...}`.")


def topics_file() -> Record:
    """The headings under which parameters and entitlements of all countries stand."""
    topics = Keyed(Record({"names": need(text, "the heading")}, named="a topic"), named="a mapping of topics", least=1)
    return Record(
        {"topics": need(topics, "of parameters"), "kinds": need(topics, "of entitlements")}, "a file of topics"
    )


def sources_file() -> Record:
    """Where values come from."""
    fields: dict[str, Field] = {
        "title": need(Text("a title", longest=600), "what it is called"),
        "publisher": Field(Text("a publisher", longest=300)),
        "date": Field(source_day, about="its day, month or year; left out: the source has none"),
        "address": Field(address),
        "confidence": need(
            Word(CONFIDENCE, "a degree of confidence"),
            "archive: said then; verified: read in a public copy; invented: an invented country only",
        ),
        "note": Field(text),
    }
    entries: Kind = Keyed(
        Record(fields, named="a source of law"),
        pattern=r"[a-z0-9]+(?:[-_.][a-z0-9]+)*",
        named="a mapping of sources by key",
    )
    return Record({"sources": need(entries, "sources by key")}, named="a file of sources")
