"""A mechanism document as a whole: its layer, its sources, its governance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lapotne.adapters.mechanism_yaml.shape.entries import HINTS, institutions
from lapotne.adapters.mechanism_yaml.shape.strictness import Strictness
from lapotne.adapters.problems import Fault, Path, Said
from lapotne.adapters.shapes import days, texts
from lapotne.adapters.shapes.compounds import Either, Field, Keyed, ListOf, Record, need
from lapotne.adapters.shapes.kinds import Anything, Const, Flag, Number, Text, Word
from lapotne.adapters.shapes.sources import source_key, sources
from lapotne.adapters.shapes.vocabulary import Vocabulary

VERSION = 1
LAYERS = ("country", "region", "municipality")


def document(vocabulary: Vocabulary, strictness: Strictness) -> Record:
    """The whole document."""
    fields = {
        "lapotne": need(
            Const(VERSION, Said("a version of the format that is known here")), Said("version of the format")
        ),
        "layer": need(Word(LAYERS, Said("a layer")), Said("country, region or municipality")),
        "key": need(texts.key, Said("stable; the file has this name")),
        "municipality": Field(vocabulary.code, about=Said("official code, for layer municipality")),
        "country": Field(vocabulary.country, about=Said("two letters, for layer country")),
        "region": Field(_region(vocabulary), about=Said("for layer region")),
        "demo": Field(Flag(), about=Said("true: an invented place; only then days may count from today")),
        "note": Field(texts.note, about=Said("what a reader must know about the file as a whole")),
        "sources": Field(sources(relative=strictness.demo), about=Said("every claim names one of these by its key")),
        "governance": Field(_governance(strictness), about=Said("for layer municipality")),
        "institutions": Field(institutions(vocabulary, strictness)),
        "protocol": Field(
            Keyed(Anything(), named=Said("a mapping of the protocol")), about=Said("see docs/protocol.md")
        ),
    }
    return Record(fields, named=Said("a mechanism"), hints=HINTS, further=_names_its_layer)


def _region(vocabulary: Vocabulary) -> Record:
    codes = ListOf(vocabulary.code, Said("a list of municipalities' codes"), distinct=True, least=1)
    fields = {
        "key": need(texts.key, Said("stable")),
        "country": need(vocabulary.country, Said("two letters")),
        "names": need(texts.names, Said("names by language")),
        "municipalities": need(codes, Said("codes")),
    }
    return Record(fields, named=Said("a region"))


def _governance(strictness: Strictness) -> Record:
    forms = Word(("informal_group", "council_decision"), Said("a form of governance"))
    fields = {
        "form": need(forms, Said("informal_group or council_decision")),
        "state": need(Word(("planned", "in_force"), Said("a state of governance")), Said("planned or in_force")),
        "since": Field(days.day_or_year(relative=strictness.demo), about=Said("left out when nobody says")),
        "decision": Field(
            Either((Text(Said("a number")), Number(Said("a number")))), about=Said("number of the council's decision")
        ),
        "note": Field(texts.note),
        "source": Field(source_key),
    }
    return Record(fields, named=Said("a governance"))


def _names_its_layer(value: Mapping[str, object], path: Path) -> Iterator[Fault]:
    layer = str(value["layer"])
    if value.get(layer) is None:
        yield Fault(
            (*path, "layer"),
            Said("A file of layer {layer} doesn't say which.", layer=layer),
            Said("Add `{layer}:`.", layer=layer),
        )
    for other in LAYERS:
        if other != layer and value.get(other) is not None:
            message = Said("`{other}` doesn't belong in a file of layer {layer}.", other=other, layer=layer)
            yield Fault(
                (*path, other), message, Said("Leave it out, or write `layer: {other}`.", other=other), on_key=True
            )
    if layer != "municipality" and value.get("governance") is not None:
        message = Said("Only a municipality has a governance here.")
        yield Fault((*path, "governance"), message, Said("Leave it out."), on_key=True)
