"""The shapes of one country's files: the rulebook itself, a parameter, an entitlement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lapotne.adapters.problems import Fault, Path, Severity
from lapotne.adapters.rulebook_yaml.shape.conditions import ConditionShape
from lapotne.adapters.rulebook_yaml.shape.dating import dating_faults, dating_fields, order_faults, source_day
from lapotne.adapters.rulebook_yaml.shape.shared import CONFIDENCE
from lapotne.adapters.rulebook_yaml.shape.texts import words as text
from lapotne.adapters.rulebook_yaml.shape.vocabulary import LawWords
from lapotne.adapters.shapes.compounds import Either, Field, Keyed, ListOf, Record, need
from lapotne.adapters.shapes.days import day
from lapotne.adapters.shapes.kinds import Const, Flag, Kind, Number, Schema, Text, Word
from lapotne.adapters.shapes.texts import KEY, address
from lapotne.domain.entitlements import clock_rules, counting
from lapotne.domain.entitlements.rulebook import AT_LEAST, AT_MOST, EXACTLY

UNITS = ("day", "week", "month", "year", "hour", "consultation", "person", "euro")
SUPRANATIONAL = "supranational"

_last_checked = Field(
    Record(
        {
            "date": need(day(relative=False), "when somebody compared it with its source"),
            "confidence": need(Word(CONFIDENCE, "a degree of confidence"), ", ".join(CONFIDENCE)),
        },
        named="a last check",
    ),
    about="when the values were last compared with their sources",
)
_bound = Field(Word((AT_LEAST, AT_MOST, EXACTLY), "a bound"), about="of numbers; left out: exactly")
_PHONE = Text("a telephone number", r"\+?[0-9][0-9 ]{1,20}", "+371 28612120")


@dataclass(frozen=True)
class TextOrContact:
    """A text by language, or a contact, which has names."""

    contact: Record
    named: str = "a text or a contact"

    def takes(self, value: object) -> bool:
        return isinstance(value, dict)

    def faults(self, value: object, path: Path) -> Iterator[Fault]:
        is_contact = isinstance(value, dict) and "names" in value
        yield from (self.contact if is_contact else text).faults(value, path)

    def schema(self) -> Schema:
        return {"anyOf": [text.schema(), self.contact.schema()]}


def rulebook_file(words: LawWords) -> Record:
    """What stands for the country as a whole."""
    question = Record({"question": need(text, "what isn't known"), "why": Field(text)}, named="an open question")
    statement = Record(
        {"says": need(text), "source": need(_sources(words)), "day": Field(source_day)}, named="a statement"
    )
    difference = Record(
        {
            "names": need(text, "what it is about"),
            "statements": need(ListOf(statement, "a list of statements", least=2), "what each source says"),
            "resolution": need(text, "what we make of it"),
            "concerns": Field(ListOf(_concerned(words), "a list of keys", distinct=True)),
        },
        named="sources that differ",
    )
    fields: dict[str, Field] = {
        "lapotne": need(Const(1, "the format's version"), "the format's version, 1"),
        "country": need(Text("a country's code", rf"[a-z]{{2}}|{SUPRANATIONAL}", "lv"), "the folder's name"),
        "names": need(text, "what the country is called"),
        "note": Field(text, about="what a reader must know about the whole"),
        "history": Field(Flag(), about="true: shown as history; nobody is sent there"),
        "open_questions": Field(Keyed(question, named="a mapping of open questions by key")),
        "differences": Field(Keyed(difference, named="a mapping of differences by key")),
    }
    return Record(fields, named="a rulebook")


def _concerned(words: LawWords) -> Word:
    keys = (*words.parameters, *words.entitlements)
    return Word(keys, "a parameter or entitlement", "The folders parameters/ and entitlements/", "" if keys else KEY)


def parameter_file(words: LawWords) -> Record:
    """One thing the law says, with its values in the order of their days."""
    fields: dict[str, Field] = {
        "topic": need(words.topic, "under which heading it stands"),
        "names": need(text, "what it is called"),
        "description": Field(text, about="what it means"),
        "unit": Field(Word(UNITS, "a unit"), about="of numbers; a value may have its own"),
        "every": Field(Word(counting.TIMES, "a unit of time"), about="so much in each: 150 hours every year"),
        "bound": _bound,
        "values": need(ListOf(_value(words), "a list of values", least=1), "dated values, earliest first"),
        "last_checked": _last_checked,
    }
    return Record(fields, named="a parameter", further=_parameter_faults)


def _value(words: LawWords) -> Record:
    contact = Record(
        {"names": need(text), "phone": Field(_PHONE), "web": Field(address), "hours": Field(text)}, named="a contact"
    )
    items = ListOf(TextOrContact(contact), "a list of texts or contacts", least=1)
    number = Number("a number", most=1_000_000_000)
    fields: dict[str, Field] = {
        "value": Field(Either((number, text, items)), about="a number, a text, or a list of texts or contacts"),
        "unit": Field(Word(UNITS, "a unit")),
        "every": Field(Word(counting.TIMES, "a unit of time")),
        "bound": _bound,
        "open_question": Field(words.question, about="instead of a value: no source says it"),
        **_statement_fields(words),
    }
    return Record(fields, named="a dated value", further=_value_faults)


def _statement_fields(words: LawWords) -> dict[str, Field]:
    return {
        **dating_fields,
        "source": Field(_sources(words), about="the source's key, or a list of them"),
        "article": Field(Text("an article", longest=200), about="where in the act"),
        "note": Field(text),
        "last_checked": _last_checked,
    }


def _sources(words: LawWords) -> Kind:
    return Either((words.source, ListOf(words.source, "a list of sources' keys", distinct=True, least=1)))


def _value_faults(value: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    is_question = value.get("open_question") is not None
    if is_question == (value.get("value") is not None):
        mend = "Write `value:` where a source says it and `open_question:` where none does."
        yield Fault(path, "A value has either a `value` or an `open_question`.", mend)
    yield from dating_faults(value, path, may_be_undated=is_question)
    yield from _source_faults(value, path, needed=not is_question)


def _source_faults(value: Mapping[str, Any], path: Path, *, needed: bool) -> Iterator[Fault]:
    if needed and value.get("source") is None:
        mend = "Add `source:` with its key, or take the value out until there is one."
        yield Fault(path, "This has no source.", mend, Severity.WARNING)


def _parameter_faults(value: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    for index, one in enumerate(value["values"]):
        if isinstance(one.get("value"), int | float) and one.get("unit") is None and value.get("unit") is None:
            mend = f"Add `unit:` with one of: {', '.join(UNITS)}."
            yield Fault((*path, "values", index), "This number has no unit.", mend)
    yield from order_faults(value["values"], (*path, "values"))


def entitlement_file(words: LawWords) -> Record:
    """Something the law gives a person: the rule by its days, what is given, who decides, how time counts."""
    parameters = ListOf(words.parameter, "a list of parameters", distinct=True)
    version = Record(
        {"when": Field(ConditionShape(words)), "open_question": Field(words.question), **_statement_fields(words)},
        named="a dated rule",
        further=_version_faults,
    )
    fields: dict[str, Field] = {
        "kind": need(words.kind, "which row it stands in, side by side"),
        "names": need(text, "what it is called"),
        "what": need(text, "one sentence: what the person gets"),
        "gives": Field(parameters, about="the parameters that say how much and what"),
        "decides": need(words.parameter, "the parameter that says who decides"),
        "ask_anyway": need(words.parameter, "the parameter that says whom to ask, whatever the verdict"),
        "clock": Field(_clock(words), about="how its time counts"),
        "then": Field(ListOf(words.entitlement, "a list of entitlements", distinct=True), about="what opens after it"),
        "questions": Field(ListOf(words.question, "a list of open questions", distinct=True), about="shown beside it"),
        "versions": need(ListOf(version, "a list of dated rules", least=1), "the rules, earliest first"),
        "last_checked": _last_checked,
    }
    return Record(fields, named="an entitlement", further=_entitlement_faults)


def _version_faults(value: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    is_question = value.get("open_question") is not None
    if is_question == (value.get("when") is not None):
        mend = "Write `when:` with the rule, or `open_question:` where no source says it."
        yield Fault(path, "A dated rule has either `when` or `open_question`.", mend)
    yield from dating_faults(value, path, may_be_undated=is_question)
    yield from _source_faults(value, path, needed=not is_question)


def _entitlement_faults(value: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    yield from order_faults(value["versions"], (*path, "versions"))


def _clock(words: LawWords) -> Record:
    unsaid = clock_rules.UNSAID
    fields: dict[str, Field] = {
        "amount": need(words.parameter, "the parameter that says how much"),
        "starts": Field(words.fact, about="the fact whose day the time runs from"),
        "within": Field(words.parameter, about="the time in which it must be used"),
        "first_day": Field(Word((clock_rules.COUNTS, clock_rules.DOES_NOT_COUNT, unsaid), "a way to count")),
        "month": Field(Word((clock_rules.CALENDAR, clock_rules.THIRTY_DAYS, unsaid), "a way to count")),
        "year": Field(Word((clock_rules.CALENDAR, clock_rules.FROM_START, unsaid), "a way to count")),
        "runs_under": Field(Word((clock_rules.GRANTED, clock_rules.ASKED), "a day"), about="left out: granted"),
        "over": Field(words.fact, about="the fact that says it has ended"),
        "again": Field(words.parameter, about="the parameter that says it isn't given a second time"),
    }
    return Record(fields, named="a clock")
