"""Findings to plain values for JSON; docs/rulebook-format.md says what each means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from lapotne.adapters.law_json.clocks import clock_document
from lapotne.adapters.rulebook_yaml.shape.person import person
from lapotne.domain.entitlements.asking import in_order
from lapotne.domain.entitlements.conditions import Ground
from lapotne.domain.entitlements.facts import FactDefinition, Facts
from lapotne.domain.entitlements.judging import Finding, Given, Reading, find
from lapotne.domain.entitlements.phrases import text
from lapotne.domain.entitlements.rulebook import (
    Amount,
    Contact,
    Contacts,
    Content,
    Listed,
    Rulebook,
    Source,
    Text,
    Value,
)
from lapotne.domain.entitlements.sentences import Speaker

FORMAT = "lapotne-law/1"
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def law_document(rulebook: Rulebook, facts: Facts, day: date, language: str) -> dict[str, Any]:
    """The verdicts of one country for one person on one day, with everything a reader must be told.

    ContradictionError where the facts can't all be true.
    """
    told, speaker = find(rulebook, facts, day), Speaker(language, rulebook)
    used = dict.fromkeys(key for found in told for key in _sources_of(found, rulebook))
    return {
        "format": FORMAT,
        "country": rulebook.country,
        "name": text(rulebook.names, language),
        "on": day.isoformat(),
        "language": language,
        "history": rulebook.is_history,
        "note": text(rulebook.note, language) or None,
        "verdicts": [_finding(found, facts, speaker) for found in told],
        "sources": {key: source(rulebook.sources[key]) for key in used if key in rulebook.sources},
    }


def facts_schema(definitions: Mapping[str, FactDefinition], language: str = "en") -> dict[str, Any]:
    """The JSON Schema of a person's facts: the questions, their answers and what each means."""
    schema: dict[str, Any] = person(definitions, language).schema()
    for key, fact in definitions.items():
        entry = schema["properties"][key]
        entry["title"] = text(fact.names, language)
        entry["x-why"] = text(fact.why, language)
        if fact.values:
            entry["x-values"] = {name: text(value.names, language) for name, value in fact.values.items()}
    title = {"title": "What may be told about a person; what is left out is unknown"}
    return {"$schema": DRAFT, "$id": "urn:lapotne:schema:person:1", **schema, **title}


def _finding(found: Finding, facts: Facts, speaker: Speaker) -> dict[str, Any]:
    language, entitlement = speaker.language, found.entitlement
    return {
        "entitlement": entitlement.key,
        "kind": entitlement.kind,
        "name": text(entitlement.names, language),
        "what": text(entitlement.what, language),
        "verdict": str(found.answer),
        "reasons": _grounds(found.grounds, speaker),
        "ask": _asked(in_order(speaker.rulebook, found, facts), speaker),
        "make_sure": _asked(found.make_sure, speaker),
        "clock": clock_document(found, facts, speaker),
        "open_questions": [{"key": key, "question": speaker.question(key)} for key in found.questions],
        "rules": [_reading(reading, speaker) for reading in found.readings],
        "first_stated": _reading(found.first_stated, speaker) if found.first_stated else None,
        "gives": [_given(given, speaker) for given in found.gives],
        "opens": speaker.sentence(found.opens) if found.opens else None,
        "barred_by": _grounds(found.barred, speaker),
        "decides": _standing(entitlement.decides, found, speaker),
        "ask_anyway": None if speaker.rulebook.is_history else _standing(entitlement.ask_anyway, found, speaker),
        "then": list(entitlement.then),
    }


def _asked(keys: Iterable[str], speaker: Speaker) -> list[dict[str, str]]:
    facts = speaker.rulebook.facts
    return [{"fact": key, "question": text(facts[key].question, speaker.language)} for key in keys]


def _grounds(grounds: Iterable[Ground], speaker: Speaker) -> list[dict[str, str]]:
    """What is the case, each once even where several rules rest on it."""
    told = ((ground.leaf.fact, speaker.ground(ground), str(ground.answer)) for ground in grounds)
    return [{"fact": fact, "says": says, "answer": answer} for fact, says, answer in dict.fromkeys(told)]


def _reading(reading: Reading, speaker: Speaker) -> dict[str, Any]:
    version = reading.version
    return {
        "rule": speaker.sentence(version.when),
        "verdict": str(reading.judged.answer),
        "sure": reading.sure,
        "since": speaker.since(version.dating),
        "sources": list(version.sources),
        "note": text(version.note, speaker.language) or None,
    }


def _given(given: Given, speaker: Speaker) -> dict[str, Any]:
    parameter = speaker.rulebook.parameters[given.parameter]
    return {
        "parameter": given.parameter,
        "name": text(parameter.names, speaker.language),
        "sure": not given.standing.possible and not given.is_open,
        "values": [value_document(value, speaker) for value in given.standing.readings],
    }


def _standing(key: str, found: Finding, speaker: Speaker) -> list[dict[str, Any]]:
    stands = speaker.rulebook.parameters[key].on(found.day)
    return [value_document(value, speaker) for value in stands.readings or ([stands.later] if stands.later else [])]


def value_document(value: Value, speaker: Speaker) -> dict[str, Any]:
    """One dated statement of a parameter."""
    return {
        "value": content(value.content, speaker),
        "since": speaker.since(value.dating),
        "sources": list(value.sources),
        "note": text(value.note, speaker.language) or None,
    }


def content(said: Content, speaker: Speaker) -> Any:
    """What a statement says, in the reader's language."""
    if isinstance(said, Amount):
        return {"number": said.number, "unit": said.unit, "every": said.every or None, "says": speaker.amount(said)}
    if isinstance(said, Text):
        return text(said.words, speaker.language)
    if isinstance(said, Listed):
        return [text(item, speaker.language) for item in said.items]
    if isinstance(said, Contacts):
        return [_contact(item, speaker.language) for item in said.items]
    return {"open_question": said.key, "says": text(said.question, speaker.language)}


def _contact(contact: Contact, language: str) -> dict[str, Any]:
    told = {"phone": contact.phone, "web": contact.web, "hours": text(contact.hours, language)}
    return {"name": text(contact.names, language)} | {key: said for key, said in told.items() if said}


def source(found: Source) -> dict[str, Any]:
    """A source as a reader may check it."""
    return {
        "title": found.title,
        "publisher": found.publisher or None,
        "date": found.date.text if found.date else None,
        "address": found.address or None,
        "confidence": found.confidence,
    }


def _sources_of(found: Finding, rulebook: Rulebook) -> Iterable[str]:
    yield from found.sources
    yield from found.first_stated.version.sources if found.first_stated else ()
    keys = [found.entitlement.decides, found.entitlement.ask_anyway, *found.entitlement.gives]
    for key in keys:
        for value in rulebook.parameters[key].on(found.day).readings:
            yield from value.sources
