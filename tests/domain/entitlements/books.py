"""Small rulebooks made by hand, for tests of a single thought."""

from dataclasses import replace
from datetime import date

from lapotne.domain.entitlements.clock_rules import ClockRule
from lapotne.domain.entitlements.conditions import All, AnyOf, Condition, Is, Leaf
from lapotne.domain.entitlements.dating import Dating, SourceDay
from lapotne.domain.entitlements.facts import FactDefinition, FactKind, FactValue
from lapotne.domain.entitlements.rulebook import (
    Amount,
    Entitlement,
    Impossible,
    OpenQuestion,
    Parameter,
    Rulebook,
    Text,
    Value,
    Version,
)
from lapotne.domain.mechanism.conditions import ADULT, CHILD


def said(english, latvian=""):
    return {"en": english, "lv": latvian or english}


def fact(key, kind, **more):
    sentences = {"says": said(f"{key} is so"), "says_not": said(f"{key} isn't so")}
    return FactDefinition(key, kind, said(key.capitalize()), said(f"{key}?"), said(f"why {key}"), **(sentences | more))


FACTS = {
    one.key: one
    for one in (
        fact("applied", FactKind.YES_NO),
        fact("signs", FactKind.YES_NO),
        fact("status", FactKind.ONE_OF, values={key: FactValue(said(key)) for key in ("none", "victim", "witness")}),
        fact(
            "ground",
            FactKind.ONE_OF,
            values={
                key: FactValue(said(key), said(f"the person has {named}"), said(f"the person has no {key}"))
                for key, named in {"permit": "a permit", "visa": "a visa", "asylum": "asylum"}.items()
            },
        ),
        fact(
            "age",
            FactKind.AGE,
            fixed=True,
            values={"child": FactValue(said("a child"), ages=CHILD), "adult": FactValue(said("an adult"), ages=ADULT)},
        ),
        fact("children", FactKind.NUMBER),
        fact("began", FactKind.DATE),
        fact("ended", FactKind.DATE),
    )
}


def dating(**days) -> Dating:
    """Days by their key, as a rulebook writes them."""
    return Dating(**{key: SourceDay.of(day) if isinstance(day, str) else day for key, day in days.items()})


def leaf(key, *values) -> Leaf:
    return Leaf(key, Is(frozenset(values or (True,))))


def both(*parts: Condition) -> All:
    return All(parts)


def either(*parts: Condition) -> AnyOf:
    return AnyOf(parts)


def version(when: Condition, **days) -> Version:
    return Version(when, dating(**(days or {"in_force": "2010-01-01"})), ("act",))


def amount(number, unit="day", every="", **days) -> Value:
    return Value(Amount(number, unit, every), dating(**(days or {"in_force": "2010-01-01"})), ("act",))


def parameter(key, *values: Value) -> Parameter:
    return Parameter(key, "length", said(key), values)


def entitlement(*versions: Version, key="help", **more) -> Entitlement:
    known = {"decides": "office", "ask_anyway": "hotline", "gives": ("length",)} | more
    return Entitlement(key, "assistance", said("Help"), said("Help."), versions, **known)


def book(*entitlements: Entitlement, length=(), questions=(), impossible=(), **parameters) -> Rulebook:
    told = Value(Text(said("The office")), dating(in_force="2010-01-01"), ("act",))
    known = {"office": parameter("office", told), "hotline": parameter("hotline", told)}
    known["length"] = parameter("length", *(length or (amount(180),)))
    known |= {key: parameter(key, *values) for key, values in parameters.items()}
    return Rulebook(
        "xa",
        said("Invented"),
        known,
        {one.key: one for one in entitlements},
        {key: OpenQuestion(key, said(f"What of {key}?")) for key in questions},
        {},
        FACTS,
        tuple(Impossible(when, said(says)) for when, says in impossible),
    )


def with_clock(one: Entitlement, **rule) -> Entitlement:
    return replace(one, clock=ClockRule(**({"amount": "length", "starts": "began"} | rule)))


def day(text) -> date:
    return date.fromisoformat(text)
