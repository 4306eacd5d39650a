"""Files of the folder, already checked, in the domain's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lapotne.adapters.adverts_yaml.shape import PAY_WORDS
from lapotne.adapters.adverts_yaml.words import Check, Example, Flag, Question, Source
from lapotne.domain.adverts.findings import Strength
from lapotne.domain.adverts.lexicon import Forms
from lapotne.domain.adverts.negation import Negation
from lapotne.domain.adverts.phrases import Lists, Phrase, parse
from lapotne.domain.adverts.rules import FlagRules, LanguageRules, Pay, Shared

type Raw = Mapping[str, Any]


def flags_of(raw: Raw) -> dict[str, Flag]:
    """The flags by key, in the order of the file."""
    sources = {key: _source(entry) for key, entry in raw["sources"].items()}
    return {
        key: Flag(
            key=key,
            strength=Strength(entry["strength"]),
            names=entry["names"],
            why=entry["why"],
            check=entry["check"],
            across=bool(entry.get("across")),
            missing=entry.get("missing") or {},
            sources=tuple(sources[source] for source in entry.get("sources") or ()),
            checks=tuple(entry.get("checks") or ()),
        )
        for key, entry in raw["flags"].items()
    }


def questions_of(raw: Raw) -> tuple[Question, ...]:
    """The questions in order."""
    return tuple(
        Question(key, entry["names"], tuple(entry["raises"]), entry["worrying"])
        for key, entry in raw["questions"].items()
    )


def checks_of(raw: Raw) -> tuple[Check, ...]:
    """What to check, in order."""
    sources = {key: _source(entry) for key, entry in raw["sources"].items()}
    return tuple(
        Check(
            key=key,
            country=entry.get("country") or "",
            names=entry["names"],
            what=entry["what"],
            address=entry.get("address") or "",
            source=sources.get(entry.get("source") or ""),
            is_general=bool(entry.get("always")),
        )
        for key, entry in raw["checks"].items()
    )


def examples_of(raw: Raw) -> tuple[Example, ...]:
    """Adverts in order."""
    return tuple(
        Example(entry["key"], entry["honest"], entry["text"].strip(), tuple(entry.get("planted") or ()))
        for entry in raw["adverts"]
    )


def shared_of(pay: Raw, contacts: Raw) -> Shared:
    """What all languages share."""
    return Shared(
        pay=tuple(
            Pay(currency, tuple(entry["written"]), entry["above"], tuple(entry.get("also_in") or ()))
            for currency, entry in pay["currencies"].items()
        ),
        **{name: _parsed(pay[name], {}) for name in PAY_WORDS},
        free_mail=frozenset(contacts["free_mail"]),
        legal_forms=tuple(contacts["legal_forms"]),
        councils=_parsed(contacts["councils"], {}),
    )


def rules_of(raw: Raw, flags: Mapping[str, Flag], shared: Shared, forms: Forms) -> LanguageRules:
    """The rules of a language, compiled."""
    lists: Lists = raw["lists"]
    return LanguageRules(
        language=raw["language"],
        flags={
            key: FlagRules(**{name: _parsed(written, lists) for name, written in groups.items()})
            for key, groups in raw["flags"].items()
        },
        strengths={key: flag.strength for key, flag in flags.items()},
        negation=Negation(**{name: _parsed(written, lists) for name, written in raw["negation"].items()}),
        parts={name: _parsed(written, lists) for name, written in raw["parts"].items()},
        periods={name: _parsed(written, lists) for name, written in raw["periods"].items()},
        warnings=_parsed(raw["warnings"], lists),
        common=frozenset(raw["common"]),
        home=raw["home"],
        across=frozenset(key for key, flag in flags.items() if flag.across),
        shared=shared,
        forms=forms,
    )


def _parsed(written: list[str] | None, lists: Lists) -> tuple[Phrase, ...]:
    return tuple(parse(phrase, lists) for phrase in written or ())


def _source(entry: Raw) -> Source:
    return Source(entry["title"], entry["publisher"], entry["address"], str(entry["read"]))
