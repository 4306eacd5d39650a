"""The shapes of the files in `reference/adverts`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lapotne.adapters.problems import Fault, Path
from lapotne.adapters.shapes import texts
from lapotne.adapters.shapes.compounds import Field, Keyed, ListOf, Record, need
from lapotne.adapters.shapes.days import day
from lapotne.adapters.shapes.kinds import Flag, Number, Text, Word
from lapotne.domain.adverts.phrases import LIST, PhraseError, parse

PARTS = (
    "unskilled", "skilled", "big_pay", "hours", "pay", "duties", "organisations", "streets", "registry", "messengers",
    "messengers_only", "agency", "licence", "places",
)  # fmt: skip
PERIODS = ("hour", "day", "week", "month", "year")
PAY_WORDS = ("pieces", "wages", "net", "asides", "days")
NEGATION = ("before", "after", "idle", "stops", "joins")
RAISING = ("says", "denies", "hints", "unless")
LONGEST_ADVERT = 4000

_phrases = ListOf(Text("a phrase", longest=600), "a list of phrases")
_names = need(texts.names, "by language")


def flags_file() -> Record:
    """The red flags."""
    fields = {
        "across": Field(Flag(), about="true: also looked for over two neighbouring sentences, weakly"),
        "strength": need(Word(("weak", "strong"), "a strength"), "strong: no honest employer needs this"),
        "names": _names,
        "why": need(texts.names, "why it matters, by language"),
        "check": need(texts.names, "what to check, by language"),
        "missing": Field(texts.names, about="what the page says where nothing is marked, by language"),
        "checks": Field(ListOf(texts.key, "a list of checks"), about="keys of checks.yaml"),
        "sources": Field(ListOf(texts.key, "a list of sources"), about="keys of this file's sources"),
        "unsourced": Field(Flag(), about="true: no public source was found"),
    }
    flag = Record(fields, named="a flag", further=_sourced)
    top = {"sources": need(_sources()), "flags": need(Keyed(flag, named="a mapping of flags by key", least=1))}
    return Record(top, named="a file of flags", further=_names_sources)


def _sources() -> Keyed:
    fields = {
        "title": need(Text("a title", longest=600)),
        "publisher": need(Text("a publisher", longest=300)),
        "address": need(texts.address),
        "read": need(day(relative=False), "the day it was read"),
    }
    return Keyed(Record(fields, named="a source"), named="a mapping of sources by key")


def _sourced(value: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    if not value.get("sources") and not value.get("unsourced"):
        yield Fault(path, "The flag names no source.", "Name one under `sources`, or say `unsourced: true`.")


def _names_sources(value: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    for key, entry in value["flags"].items():
        for index, source in enumerate(entry.get("sources") or ()):
            if source not in value["sources"]:
                place = (*path, "flags", key, "sources", index)
                yield Fault(place, f"`{source}` isn't a source of this file.", "Write a key of `sources`.")


def questions_file(flags: tuple[str, ...] = ()) -> Record:
    """The questions for who has no text to paste."""
    fields = {
        "names": _names,
        "raises": need(ListOf(Word(flags, "a flag", "flags.yaml"), "a list of flags", least=1)),
        "worrying": need(Word(("yes", "no"), "an answer"), "the answer that raises the flags"),
    }
    return Record({"questions": need(Keyed(Record(fields, named="a question"), least=1))}, named="a file of questions")


def checks_file() -> Record:
    """What to check and where, and what a good offer contains."""
    fields = {
        "country": Field(Text("a country's code", "[a-z]{2}", "lv"), about="left out: everywhere"),
        "names": _names,
        "what": need(texts.names, "what to do there, by language"),
        "address": Field(texts.address),
        "source": Field(texts.key),
        "always": Field(Flag(), about="true where it is worth doing with every offer"),
    }
    top = {
        "sources": need(_sources()),
        "checks": need(Keyed(Record(fields, named="a check"), least=1)),
        "good": need(ListOf(texts.names, "a list of texts", least=1), "what a good offer contains"),
    }
    return Record(top, named="a file of checks")


def pay_file() -> Record:
    """What counts as high pay, and the traces that adverts of all languages share."""
    above = Record({period: Field(Number("an amount", whole=False)) for period in PERIODS[:-1]}, named="amounts")
    also_in = Field(ListOf(texts.language, "a list of languages"), about="where a sum too high for the language's own")
    currency = Record({"written": need(_words()), "above": need(above), "also_in": also_in}, named="a currency")
    top = {
        "basis": need(texts.names, "where the amounts come from"),
        "proposed": need(Flag(), "true until a source or a decision stands behind them"),
        "sources": need(_sources()),
        "currencies": need(Keyed(currency, pattern="[A-Z]{3}", keys_named="three capital letters", least=1)),
        **{name: need(_phrases) for name in PAY_WORDS},
    }
    return Record(top, named="a file of pay", further=lambda value, path: _shared_parse(value, path, PAY_WORDS))


def _shared_parse(value: Mapping[str, Any], path: Path, names: Sequence[str]) -> Iterator[Fault]:
    """The phrases of all languages can be understood; they know no lists."""
    for name in names:
        for index, written in enumerate(value[name]):
            try:
                parse(written, {})
            except PhraseError as error:
                yield Fault((*path, name, index), str(error), "These phrases name no lists.")


def contacts_file() -> Record:
    """Free mail and legal forms, for all languages."""
    lists = ("free_mail", "legal_forms")
    fields = {**{name: need(_words()) for name in lists}, "councils": need(_phrases, "stand behind the name of a town")}
    return Record(
        fields, named="a file of contacts", further=lambda value, path: _shared_parse(value, path, ["councils"])
    )


def _words() -> ListOf:
    return ListOf(Text("a word", longest=60), "a list of words", distinct=True, least=1)


def words_file(flags: tuple[str, ...] = ()) -> Record:
    """The rules of a language."""
    flag = Record({name: Field(_phrases) for name in RAISING}, named="a flag's phrases")
    periods = Record({name: need(_phrases) for name in PERIODS}, named="periods")
    fields = {
        "language": need(texts.language),
        "home": need(Text("a currency", "[A-Z]{3}", "SEK"), "the currency meant where none is told, or by `kr`"),
        "denying": Field(Text("a beginning of words"), about="what the language puts before verbs to deny them"),
        "common": need(_words(), "words that tell the language"),
        "lists": need(Keyed(_phrases, named="a mapping of lists by name")),
        "negation": need(Record({name: need(_phrases) for name in NEGATION}, named="negation")),
        "warnings": need(_phrases, "sentences that warn instead of asking"),
        "periods": need(periods),
        "parts": need(Record({name: need(_phrases) for name in PARTS}, named="parts")),
        "flags": need(Keyed(flag, keys=flags or None, named="a mapping of phrases by flag")),
    }
    return Record(fields, named="a file of words", further=_parses)


def _parses(value: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    """Every phrase can be understood; a list that can't is told once, not at each phrase that names it."""
    found = list(_faults_of(value, path, within_lists=True))
    yield from found or _faults_of(value, path, within_lists=False)


def _faults_of(value: Mapping[str, Any], path: Path, *, within_lists: bool) -> Iterator[Fault]:
    for place, phrases in phrase_lists(value):
        for index, written in enumerate(phrases or ()) if (place[0] == "lists") is within_lists else ():
            try:
                parse(f"{LIST}{place[1]}", {place[1]: [written]}) if within_lists else parse(written, value["lists"])
            except PhraseError as error:
                yield Fault((*path, *place, index), str(error), f"A list's name begins with {LIST}.")


def phrase_lists(value: Mapping[str, Any]) -> Iterator[tuple[Path, list[str]]]:
    """Every list of phrases of a file of words, with its place."""
    yield ("warnings",), value["warnings"]
    for section in ("lists", "negation", "periods", "parts"):
        yield from (((section, name), phrases) for name, phrases in value[section].items())
    for flag, groups in value["flags"].items():
        yield from ((("flags", flag, name), phrases) for name, phrases in groups.items())


def examples_file(flags: tuple[str, ...] = ()) -> Record:
    """Invented adverts and the flags planted in them."""
    fields = {
        "key": need(texts.key),
        "honest": need(Flag()),
        "text": need(Text("an advert", longest=LONGEST_ADVERT)),
        "planted": Field(ListOf(Word(flags, "a flag", "flags.yaml"), "a list of flags", distinct=True)),
    }
    return Record({"adverts": need(ListOf(Record(fields, named="an advert"), least=1))}, named="a file of adverts")
