"""Eligibility and places: whom an offer admits, by the attributes of the reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lapotne.adapters.problems import Fault, Path, Said
from lapotne.adapters.shapes import texts
from lapotne.adapters.shapes.compounds import Either, Field, ListOf, Record
from lapotne.adapters.shapes.kinds import Kind, Number, Word
from lapotne.adapters.shapes.vocabulary import Vocabulary

UNKNOWN = "unknown"
AGE, LANGUAGES = "age", "languages"
OLDEST = 130


def eligibility(vocabulary: Vocabulary) -> Kind:
    """Attributes that must all fit, or `unknown`."""
    return Either((Word((UNKNOWN,), Said("unknown")), Record(attributes(vocabulary), "a mapping of attributes")))


def places(vocabulary: Vocabulary) -> Record:
    """A number of places and whom they fit."""
    count = Either((Number(Said("a number of places"), most=100_000), Word((UNKNOWN,), Said("unknown"))))
    fields = {
        "count": Field(count, about=Said("0 is none; `unknown` or left out: nobody said")),
        "note": Field(texts.note),
    }
    return Record(fields | attributes(vocabulary), named=Said("a kind of places"))


def attributes(vocabulary: Vocabulary) -> dict[str, Field]:
    """Each attribute with the values it may list; `unknown` says that it matters and nobody said how."""
    return {key: Field(_attribute(key, values)) for key, values in vocabulary.attributes.items()}


def _attribute(key: str, values: tuple[str, ...]) -> Kind:
    if key == AGE:
        return Either((Word(("adult", "child", UNKNOWN), Said("adult, child or unknown")), age_range()))
    if key == LANGUAGES:
        item: Kind = texts.language
    else:
        item = Word(values, Said("a value of `{key}`", key=key), "reference/attributes.yaml")
    listed = ListOf(item, Said("a list of values of `{key}`", key=key), distinct=True, least=1)
    mend = Said("Write a list such as [{found}], or `unknown`.", found=values[0] if values else "lv")
    return Either((Word((UNKNOWN,), Said("a list in square brackets"), mend=mend), listed))


def age_range() -> Record:
    """Ages in whole years, start included and `below` excluded."""
    years = Number(Said("an age in years"), most=OLDEST)
    fields = {"from": Field(years, about=Said("included")), "below": Field(years, about=Said("excluded"))}
    return Record(fields, named=Said("an age: {from: ..., below: ...}"), further=_holds_an_age)


def _holds_an_age(value: Mapping[str, object], path: Path) -> Iterator[Fault]:
    start, below = value.get("from"), value.get("below")
    if start is None and below is None:
        yield Fault(
            path, Said("This range has neither end."), Said("Write `from:`, `below:` or both, or leave `age` out.")
        )
    elif isinstance(below, int) and below <= (start if isinstance(start, int) else 0):
        yield Fault(path, Said("No age lies in this range."), Said("`below` is excluded, so it must be above `from`."))
