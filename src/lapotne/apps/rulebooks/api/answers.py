"""A country's law as plain values."""

from datetime import date
from typing import Any

from lapotne.adapters.law_json.verdicts import source, value_document
from lapotne.domain.entitlements.changing_days import ChangingDay
from lapotne.domain.entitlements.phrases import text
from lapotne.domain.entitlements.rulebook import Entitlement, Parameter, Rulebook
from lapotne.domain.entitlements.sentences import Speaker
from lapotne.domain.entitlements.upkeep import unchecked


def country_out(book: Rulebook, days: tuple[ChangingDay, ...], today: date) -> dict[str, Any]:
    return {
        "country": book.country,
        "names": dict(book.names),
        "history": book.is_history,
        "entitlements": {key: dict(one.names) for key, one in book.entitlements.items()},
        "changed_on": [one.day.isoformat() for one in days],
        "open_questions": len(book.questions),
        "unchecked": len(unchecked(book, today)),
    }


def law_out(book: Rulebook, day: date, language: str) -> dict[str, Any]:
    speaker = Speaker(language, book)
    return {
        "country": book.country,
        "names": dict(book.names),
        "on": day.isoformat(),
        "history": book.is_history,
        "note": text(book.note, language) or None,
        "parameters": [_parameter(one, day, speaker) for one in book.parameters.values()],
        "entitlements": [_entitlement(one, day, speaker) for one in book.entitlements.values()],
        "sources": {key: source(one) for key, one in book.sources.items()},
    }


def _parameter(parameter: Parameter, day: date, speaker: Speaker) -> dict[str, Any]:
    stands = parameter.on(day)
    return {
        "key": parameter.key,
        "topic": parameter.topic,
        "name": text(parameter.names, speaker.language),
        "certain": [value_document(value, speaker) for value in stands.sure],
        "possible": [value_document(value, speaker) for value in stands.possible],
    }


def _entitlement(one: Entitlement, day: date, speaker: Speaker) -> dict[str, Any]:
    stands = one.on(day)
    rules = [(version, version in stands.sure) for version in stands.readings]
    return {
        "key": one.key,
        "kind": one.kind,
        "name": text(one.names, speaker.language),
        "what": text(one.what, speaker.language),
        "rules": [
            {
                "rule": speaker.sentence(version.when),
                "sure": sure,
                "since": speaker.since(version.dating),
                "sources": list(version.sources),
                "note": text(version.note, speaker.language) or None,
            }
            for version, sure in rules
        ],
        "gives": list(one.gives),
        "decides": one.decides,
        # Nobody is sent to a country whose law is history.
        "ask_anyway": None if speaker.rulebook.is_history else one.ask_anyway,
        "then": list(one.then),
        "open_questions": [speaker.question(key) for key in one.questions],
    }
