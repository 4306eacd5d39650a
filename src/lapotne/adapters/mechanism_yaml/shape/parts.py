"""The small parts of an entry: contacts, confirmations, closures, periods and availabilities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lapotne.adapters.decoding.days import day_or_none
from lapotne.adapters.mechanism_yaml.hours import UNKNOWN, hours_faults
from lapotne.adapters.mechanism_yaml.shape.strictness import Strictness
from lapotne.adapters.problems import Fault, Path, Said, Severity
from lapotne.adapters.shapes import days, texts
from lapotne.adapters.shapes.compounds import Field, Further, ListOf, Record, need
from lapotne.adapters.shapes.kinds import Number, Text, Word
from lapotne.adapters.shapes.sources import source_key

UNKNOWN_HOURS = UNKNOWN
TELEPHONES = ("phone", "text")
_SHAPES = {
    "phone": (r"\+?[0-9][0-9 ()/-]{1,24}", "+371 67000000 or 112"),
    "text": (r"\+?[0-9][0-9 ()/-]{1,24}", "+371 27000000"),
    "email": (r"[^@\s]+@[^@\s]+\.[^@\s]+", "help@example.org"),
    "web": (r"https?://[^\s]+", "https://example.org"),
    "chat": (r"https?://[^\s]+", "https://example.org/chat"),
}


def contact() -> Record:
    """How to reach an institution or a service."""
    kinds = ("phone", "text", "email", "web", "chat", "sign_language")
    fields = {
        "kind": need(Word(kinds, Said("a kind of contact")), Said("phone, text, email, web, chat or sign_language")),
        "value": need(Text(Said("a contact"), longest=300), Said("the number or address, in quotes")),
        "audience": Field(
            Word(("public", "staff"), Said("an audience")), about=Said("public, or staff: never shown or exported")
        ),
        "note": Field(texts.note),
        "source": Field(source_key),
    }
    return Record(fields, named=Said("a contact"), further=_looks_like_its_kind)


def _looks_like_its_kind(value: Mapping[str, object], path: Path) -> Iterator[Fault]:
    pattern, sample = _SHAPES.get(str(value["kind"]), ("", ""))
    if pattern and not re.fullmatch(pattern, str(value["value"])):
        message = Said(
            "`{found}` doesn't look like a contact of kind {value}.",
            found=str(value["value"])[:60],
            value=value["kind"],
        )
        yield Fault((*path, "value"), message, Said("Write it like {sample}.", sample=sample))


def confirmation(strictness: Strictness) -> Record:
    """That somebody said it is right: who and when, or a source."""
    day = days.day(relative=strictness.demo)
    fields = {
        "on": Field(day, about=Said("the day it was confirmed")),
        "by": Field(Text(Said("a role"), longest=120), about=Said("the role of who confirmed, never a name")),
        "due": Field(day, about=Said("the last day it counts")),
        "source": Field(source_key, about=Said("instead of on: a public source, due a year after its date")),
    }
    ordered = in_order("on", "due", strictness)

    def further(value: Mapping[str, object], path: Path) -> Iterator[Fault]:
        if value.get("on") is None and value.get("source") is None:
            yield Fault(
                path, Said("Nobody's word stands here."), Said("Write `on:` with the day, or `source:` with its key.")
            )
        confirmed = day_or_none(value, "on", strictness.today)
        if confirmed and confirmed > strictness.today:
            message = Said("The confirmation is of {confirmed}, which is still to come.", confirmed=confirmed)
            yield Fault((*path, "on"), message, Said("Write the day on which it was confirmed."), Severity.WARNING)
        yield from ordered(value, path)

    return Record(fields, named=Said("a confirmation"), further=further)


def closure(strictness: Strictness) -> Record:
    """Days on which nothing begins, both included."""
    day = days.day(relative=strictness.demo)
    fields = {
        "from": need(day, Said("the first day")),
        "to": need(day, Said("the last day")),
        "reason": Field(Text(Said("a reason"), longest=300)),
    }
    return Record(fields, named=Said("a closure"), further=in_order("from", "to", strictness))


def period(strictness: Strictness) -> Record:
    """Days on which something exists, both included."""
    day = days.day(relative=strictness.demo)
    fields = {"since": Field(day, about=Said("the first day")), "until": Field(day, about=Said("the last day"))}
    return Record(fields, named=Said("a period"), further=in_order("since", "until", strictness))


def availability(strictness: Strictness) -> Record:
    """One way and time to reach an offer."""
    modes = ("in_person", "phone", "remote", "on_call")
    hours = Text(Said("opening hours"), longest=500, further=hours_faults)
    on_holidays = Word(("as_usual", "closed"), Said("a way to treat holidays"))
    fields = {
        "key": Field(texts.key, about=Said("optional name, stable in comparisons")),
        "hours": Field(hours, about=Said("opening_hours syntax, local time; `unknown`: nobody said")),
        "on_holidays": Field(on_holidays, about=Said("settles a text without PH")),
        "mode": need(Word(modes, Said("a mode")), Said("in_person, phone, remote or on_call")),
        "minutes_to_respond": Field(
            Number(Said("a number of minutes"), most=100_000), about=Said("left out: nobody said")
        ),
        "confirmation": Field(confirmation(strictness)),
        "closures": Field(ListOf(closure(strictness), Said("a list of closures"))),
        "note": Field(texts.note),
    }
    return Record(fields, named=Said("an availability"))


def in_order(first: str, last: str, strictness: Strictness) -> Further:
    """That a day doesn't come before the one it follows."""

    def further(value: Mapping[str, object], path: Path) -> Iterator[Fault]:
        start, end = (day_or_none(value, key, strictness.today) for key in (first, last))
        if start and end and end < start:
            message = Said(
                "`{last}` ({end}) comes before `{first}` ({start}).", last=last, end=end, first=first, start=start
            )
            yield Fault((*path, last), message, Said("Put the days in order; both are included."))

    return further
