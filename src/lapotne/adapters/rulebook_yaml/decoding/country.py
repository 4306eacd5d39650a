"""One country's files as a rulebook."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lapotne.adapters.rulebook_yaml.decoding.conditions import Definitions, condition_of
from lapotne.adapters.rulebook_yaml.decoding.dating import dating_of, source_day
from lapotne.domain.entitlements.clock_rules import ClockRule
from lapotne.domain.entitlements.conditions import Open
from lapotne.domain.entitlements.rulebook import (
    EXACTLY,
    Amount,
    Contact,
    Contacts,
    Content,
    Entitlement,
    LastChecked,
    Listed,
    OpenQuestion,
    Parameter,
    SourcesDiffer,
    Statement,
    Text,
    Value,
    Version,
)

type Raw = Mapping[str, Any]
type Questions = Mapping[str, OpenQuestion]


def questions_of(raw: Raw) -> dict[str, OpenQuestion]:
    """The open questions by key."""
    entries = (raw.get("open_questions") or {}).items()
    return {key: OpenQuestion(key, entry["question"], entry.get("why") or {}) for key, entry in entries}


def differences_of(raw: Raw) -> tuple[SourcesDiffer, ...]:
    """What sources contradict each other about."""
    return tuple(
        SourcesDiffer(
            key,
            entry["names"],
            tuple(_statement(one) for one in entry["statements"]),
            entry["resolution"],
            tuple(entry.get("concerns") or ()),
        )
        for key, entry in (raw.get("differences") or {}).items()
    )


def _statement(raw: Raw) -> Statement:
    return Statement(raw["says"], _listed(raw.get("source")), source_day(raw.get("day")))


def parameter_of(key: str, raw: Raw, questions: Questions) -> Parameter:
    """One parameter with its values."""
    values = tuple(
        Value(_content(one, raw, questions), checked=_checked(one, raw), **_common(one)) for one in raw["values"]
    )
    return Parameter(key, raw["topic"], raw["names"], values, raw.get("description") or {})


def _content(raw: Raw, above: Raw, questions: Questions) -> Content:
    if raw.get("open_question") is not None:
        return questions[raw["open_question"]]
    value = raw["value"]
    if isinstance(value, Mapping):
        return Text(value)
    if isinstance(value, list):
        contacts = [item for item in value if "names" in item]
        return Contacts(tuple(_contact(item) for item in contacts)) if contacts else Listed(tuple(value))
    every, bound = (raw.get(key) or above.get(key) for key in ("every", "bound"))
    return Amount(value, raw.get("unit") or above["unit"], every or "", bound or EXACTLY)


def _contact(raw: Raw) -> Contact:
    return Contact(raw["names"], raw.get("phone") or "", raw.get("web") or "", raw.get("hours") or {})


def entitlement_of(key: str, raw: Raw, facts: Definitions) -> Entitlement:
    """One entitlement with its rules."""
    return Entitlement(
        key=key,
        kind=raw["kind"],
        names=raw["names"],
        what=raw["what"],
        versions=tuple(_version(one, raw, facts) for one in raw["versions"]),
        gives=_listed(raw.get("gives")),
        decides=raw["decides"],
        ask_anyway=raw["ask_anyway"],
        clock=_clock(raw.get("clock")),
        then=_listed(raw.get("then")),
        questions=_listed(raw.get("questions")),
    )


def _version(raw: Raw, above: Raw, facts: Definitions) -> Version:
    question = raw.get("open_question")
    when = Open(question) if question is not None else condition_of(raw["when"], facts)
    return Version(when, checked=_checked(raw, above), **_common(raw))


def _common(raw: Raw) -> dict[str, Any]:
    return {
        "dating": dating_of(raw),
        "sources": _listed(raw.get("source")),
        "article": raw.get("article") or "",
        "note": raw.get("note") or {},
    }


def _checked(raw: Raw, above: Raw) -> LastChecked | None:
    found = raw.get("last_checked") or above.get("last_checked")
    return LastChecked(date.fromisoformat(found["date"]), found["confidence"]) if found else None


def _clock(raw: Raw | None) -> ClockRule | None:
    return ClockRule(**{key: value for key, value in raw.items() if value is not None}) if raw else None


def _listed(raw: object) -> tuple[str, ...]:
    """One key or several."""
    if raw is None:
        return ()
    return tuple(raw) if isinstance(raw, list) else (str(raw),)
