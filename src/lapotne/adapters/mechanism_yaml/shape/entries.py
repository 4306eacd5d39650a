"""Institutions, their competences and their services."""

from __future__ import annotations

from lapotne.adapters.mechanism_yaml.shape.parts import availability, contact, period
from lapotne.adapters.mechanism_yaml.shape.strictness import Strictness
from lapotne.adapters.problems import Said
from lapotne.adapters.shapes import texts
from lapotne.adapters.shapes.compounds import Either, Field, Keyed, ListOf, Record, Removable, need
from lapotne.adapters.shapes.conditions import eligibility, places
from lapotne.adapters.shapes.kinds import Flag, Text, Word
from lapotne.adapters.shapes.sources import source_key
from lapotne.adapters.shapes.vocabulary import Vocabulary
from lapotne.domain.mechanism.layers import ABSENT

COMPETENCES = ("receive_report", "coordinate", "decide", "identify", "provide", "accompany", "inform", "follow_up")
PAYERS = ("state", "municipality", "ngo", "eu_project", "victim", "other", "unknown")

_PLACE = Said("A place is a municipality and never finer: write `place: own` or a municipality's code.")
_HOURS = Said("Hours stand in `availabilities: [{hours: ..., mode: ...}]`.")
_CONTACTS = Said('Write `contacts: [{kind: ..., value: "..."}]`.')
HINTS = {
    **dict.fromkeys(("address", "street", "adrese", "iela", "location", "coordinates", "geo", "map"), _PLACE),
    **dict.fromkeys(("latitude", "longitude", "lat", "lon", "lng", "postcode", "postal_code", "zip"), _PLACE),
    **dict.fromkeys(("hours", "opening_hours", "mode", "confirmation", "closures"), _HOURS),
    **dict.fromkeys(("phone", "phones", "email", "web", "website"), _CONTACTS),
    "name": Said("Write `names: {lv: ..., en: ...}`."),
    "needs": Said("Write `meets: [...]`."),
    "<<": Said("Merge keys aren't part of the format: write the values out."),
}


def institutions(vocabulary: Vocabulary, strictness: Strictness) -> Keyed:
    """The institutions by key."""
    types = Word(vocabulary.types, Said("a type of institution"), "reference/institution_types.yaml")
    competence = _removable(_offer(vocabulary, strictness), Said("a competence"))
    service = _removable(_service(vocabulary, strictness), Said("a service"))
    fields = {
        "type": Field(types, strictness.complete, "a key of reference/institution_types.yaml"),
        "names": Field(texts.names, strictness.complete, "names by language"),
        "level": Field(Word(("local", "regional", "national"), Said("a level"))),
        "contacts": Field(ListOf(contact(), Said("a list of contacts")), about=Said("public unless `audience: staff`")),
        "note": Field(texts.note),
        "source": Field(source_key),
        "competences": Field(Keyed(competence, named=Said("a mapping of competences by key"), keys=COMPETENCES)),
        "services": Field(Keyed(service, named=Said("a mapping of services by key"))),
    }
    return Keyed(_removable(fields, Said("an institution")), named=Said("a mapping of institutions by key"))


def _removable(fields: dict[str, Field], named: str) -> Removable:
    removal = Record(
        {ABSENT: need(Text(Said("a reason")), Said("why the entry doesn't count here"))}, named=Said("a removal")
    )
    return Removable(Record(fields, named=named, hints=HINTS), removal, ABSENT)


def _offer(vocabulary: Vocabulary, strictness: Strictness) -> dict[str, Field]:
    """What services and competences have in common."""
    codes = ListOf(vocabulary.code, Said("a list of municipalities' codes"), distinct=True)
    area = Either((Word(("own", "country", "region"), Said("own, country or region")), codes))
    available = ListOf(availability(strictness), Said("a list of availabilities"))
    languages = ListOf(texts.language, Said("a list of languages"), distinct=True)
    place = vocabulary.code_or("own", "everywhere")
    return {
        "names": Field(texts.names, about=Said("names by language")),
        "what": Field(texts.names, about=Said("one sentence by language: what they do for the person")),
        "note": Field(texts.note),
        "area": Field(area, about=Said("whom it serves; a code elsewhere counts there too")),
        "place": Field(place, about=Said("own, everywhere, a municipality's code, or null: nobody said; never finer")),
        "confidential": Field(Flag(), about=Said("true for a place whose town must not be shown")),
        "languages": Field(languages, about=Said("left out: nobody listed them")),
        "eligibility": Field(eligibility(vocabulary), about=Said("every line must hold; left out: everybody")),
        "payer": Field(Word(PAYERS, Said("a payer"))),
        "legal_basis": Field(texts.note),
        "contacts": Field(
            ListOf(contact(), Said("a list of contacts")), about=Said("of this entry; else the institution's")
        ),
        "valid": Field(period(strictness), about=Said("days on which it exists at all")),
        "source": Field(source_key),
        "availabilities": Field(available, about=Said("a list: in person by day, on call at night")),
    }


def _service(vocabulary: Vocabulary, strictness: Strictness) -> dict[str, Field]:
    meets = ListOf(
        Word(vocabulary.needs, Said("a need"), "reference/needs.yaml"), Said("a list of needs"), distinct=True, least=1
    )
    return _offer(vocabulary, strictness) | {
        "names": Field(texts.names, strictness.complete, "names by language"),
        "meets": Field(meets, strictness.complete, "keys of reference/needs.yaml"),
        "capacity": Field(
            ListOf(places(vocabulary), Said("a list of kinds of places")), about=Said("any kind that fits will do")
        ),
    }
