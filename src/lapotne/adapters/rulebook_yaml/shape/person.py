"""The shape of one person's facts, for files and for anybody who asks in JSON."""

from __future__ import annotations

from collections.abc import Mapping

from lapotne.adapters.shapes.compounds import Either, Field, Record
from lapotne.adapters.shapes.conditions import OLDEST, age_range
from lapotne.adapters.shapes.days import day
from lapotne.adapters.shapes.kinds import Flag, Kind, Number, Word
from lapotne.domain.entitlements.facts import NEVER, SOMETIME, FactDefinition, FactKind

UNKNOWN = "unknown"
FILE = "rules/facts.yaml"

_unknown = Word((UNKNOWN,), "unknown")


def person(facts: Mapping[str, FactDefinition], language: str = "en") -> Record:
    """A person's facts; what is left out, null or `unknown` is unknown."""
    fields = {key: Field(_answer(fact), about=_about(fact, language)) for key, fact in facts.items()}
    hints = {"facts": "Write the facts themselves at the top of the file, without a heading."}
    return Record(fields, named="a mapping of facts", hints=hints)


def _about(fact: FactDefinition, language: str) -> str:
    return fact.question.get(language) or fact.question.get("en") or fact.key


def _answer(fact: FactDefinition) -> Kind:
    if fact.kind is FactKind.YES_NO:
        return Either((Flag(), Word((UNKNOWN,), "true, false or unknown", mend="Write true, false or unknown.")))
    if fact.kind is FactKind.ONE_OF:
        return Word((*fact.values, UNKNOWN), f"a value of `{fact.key}`", FILE)
    if fact.kind is FactKind.DATE:
        words = Word((NEVER, SOMETIME, UNKNOWN), "a day, never, sometime or unknown")
        return Either((words, day(relative=False)))
    if fact.kind is FactKind.AGE:
        years = Number("an age in years", most=OLDEST)
        words = Word((*fact.values, UNKNOWN), f"a word for an age ({', '.join(fact.values)})")
        return Either((words, years, age_range()))
    return Either((_unknown, Number("a number", least=-1_000_000, most=1_000_000_000, whole=False)))
