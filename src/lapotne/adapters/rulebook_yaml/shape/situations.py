"""The shape of a file of situations, and of the inventory that says which tagged fact each one stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lapotne.adapters.problems import Fault, Path
from lapotne.adapters.rulebook_yaml.shape.person import person
from lapotne.adapters.rulebook_yaml.shape.vocabulary import LawWords
from lapotne.adapters.shapes.compounds import Either, Field, Keyed, ListOf, Record, need
from lapotne.adapters.shapes.days import day
from lapotne.adapters.shapes.kinds import Flag, Kind, Number, Text, Word
from lapotne.domain.entitlements.facts import FactDefinition
from lapotne.domain.entitlements.situations import CONTRADICTION, PLURALS

_TAG = r"(?:S \d{4}(?:-\d{2})?(?:, ?\d{4}-\d{2})*|V [\w .,/-]+|GK|D|P)"
_name = Text("a sentence", longest=300)


def situations_file(facts: Mapping[str, FactDefinition], words: LawWords) -> Record:
    """Situations of one country."""
    expected = _Expected(words)
    entry = Keyed(expected, named="a mapping of expectations by entitlement or parameter", least=1)
    fields: dict[str, Field] = {
        "name": need(_name, "the situation in a sentence"),
        "date": need(day(relative=False), "the day asked about"),
        "facts": Field(person(facts), about="left out: nothing is known"),
        "expect": Field(entry, about="by entitlement or parameter"),
        "error": Field(Word((CONTRADICTION,), "an error"), about="the facts must be refused"),
    }
    situation = Record(fields, named="a situation", further=_one_of_both)
    listed = ListOf(situation, "a list of situations", least=1)
    return Record({"situations": need(listed, "a list of situations")}, named="a file of situations")


def _one_of_both(value: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    if (value.get("expect") is None) == (value.get("error") is None):
        yield Fault(path, "A situation has either `expect` or `error`.", "Write what must come out.")


class _Expected:
    """What is expected of an entitlement or of a parameter, told apart by the key it stands under."""

    named = "an expectation"

    def __init__(self, words: LawWords) -> None:
        self.words = words
        amounts = {unit: Field(_one_or_many(Number("a number", most=1_000_000_000))) for unit in PLURALS.values()}
        fact = ListOf(words.fact, "a list of facts", distinct=True)
        verdict = Word(("yes", "no", "unknown"), "yes, no or unknown, in quotes")
        self.of_entitlement = Record(
            {
                "verdict": Field(verdict),
                "ask": Field(fact, about="in this order"),
                "because": Field(fact, about="sorted"),
                "make_sure": Field(fact, about="what could undo a yes"),
                "open_questions": Field(ListOf(Text("a key"), "a list of open questions")),
                "last_days": Field(ListOf(day(relative=False), "a list of days")),
                **amounts,
            },
            named="an expectation of an entitlement",
        )
        source = ListOf(words.source, "a list of sources")
        self.of_parameter = Record(
            {"known": Field(Flag()), "sources": Field(source), **amounts}, named="an expectation of a parameter"
        )

    def takes(self, value: object) -> bool:
        return isinstance(value, dict)

    def faults(self, value: object, path: Path) -> Iterator[Fault]:
        key = str(path[-1])
        if key in self.words.entitlements:
            yield from self.of_entitlement.faults(value, path)
        elif key in self.words.parameters:
            yield from self.of_parameter.faults(value, path)
        else:
            both = Word((*self.words.entitlements, *self.words.parameters), "an entitlement or parameter")
            yield from both.faults(key, path)

    def schema(self) -> dict[str, object]:
        return {"anyOf": [self.of_entitlement.schema(), self.of_parameter.schema()]}


def _one_or_many(kind: Kind) -> Kind:
    return Either((kind, ListOf(kind, "a list", least=0)))


def inventory_file() -> Record:
    """Each tagged fact of the domain reference with the situations that stand for it, or why there is none."""
    fields: dict[str, Field] = {
        "tag": need(Text("a tag", f"{_TAG}(?:; ?{_TAG})*", "S 2017-02"), "as in the reference"),
        "fact": need(Text("a text"), "what it says, in a few words"),
        "situations": Field(ListOf(_name, "a list of situations' names", least=1)),
        "why_none": Field(Text("a text"), about="why no situation stands for it"),
    }
    entry = Record(fields, named="an entry of the inventory", further=_has_either)
    fields = {
        "inventory": need(ListOf(entry, "a list of tagged facts", least=1), "every tagged fact"),
        "lacking": Field(
            Keyed(
                Record({key: Field(Text("a reason")) for key in ("yes", "no", "unknown")}, "reasons by verdict"),
                named="a mapping of entitlements",
            ),
            about="entitlements that can't have a verdict at all, and why",
        ),
    }
    return Record(fields, named="an inventory")


def _has_either(value: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    if (value.get("situations") is None) == (value.get("why_none") is None):
        yield Fault(path, "An entry has either `situations` or `why_none`.", "Write one of them.")
