"""A country's law in a line: what it gives first, how much, and how much of it nobody knows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lapotne.apps.rulebooks.presenters.reader import Reader, country_name
from lapotne.apps.rulebooks.presenters.rules import amount
from lapotne.domain.entitlements.rulebook import Entitlement
from lapotne.domain.entitlements.upkeep import unchecked

ASSISTANCE = "assistance"


@dataclass(frozen=True, slots=True)
class State:
    """The state of things: `line` in the law's words, `counts` in the page's."""

    country: str
    name: str
    line: str
    counts: tuple[str, ...]
    is_history: bool
    is_unreadable: bool = False


def state(day: date, reader: Reader) -> State:
    return State(
        country=reader.book.country,
        name=reader.country,
        line=line(day, reader),
        counts=counts(reader),
        is_history=reader.book.is_history,
    )


def unreadable(countries: Iterable[str], language: str) -> list[State]:
    """Countries whose law can't be read now; what is no country's code has no name to tell."""
    named = ((country, country_name(country, language)) for country in countries)
    return [State(country, name, "", (), is_history=False, is_unreadable=True) for country, name in named if name]


def line(day: date, reader: Reader) -> str:
    """The first thing that the law gives on the day, with how much of it."""
    return ": ".join(_said(day, reader))


def _said(day: date, reader: Reader) -> tuple[str, ...]:
    """What it gives first, and how much of it where that is told."""
    first = _first(reader)
    found = (reader.say(first.names), amount(first, day, reader)) if first else ()
    return tuple(part for part in found if part)


def is_silent(day: date, reader: Reader) -> bool:
    """Whether no source says what the first thing was on the day."""
    first = _first(reader)
    return first is None or not first.on(day).readings


def counts(reader: Reader) -> tuple[str, ...]:
    """How many questions of law are open, and how many values wait to be checked."""
    questions, stale = len(reader.book.questions), len(unchecked(reader.book, reader.today))
    said = [
        ngettext("{count} open question of law", "{count} open questions of law", questions).format(count=questions)
    ]
    if stale:
        said.append(ngettext("{count} value not checked for a year", "{count} values not checked for a year", stale)
                    .format(count=stale))  # fmt: skip
    return tuple(said)


def headline(day: date, reader: Reader) -> str:
    """What the page of a country finds, in words."""
    if reader.book.is_history:
        return _("{country}: history, nobody is sent there").format(country=reader.country)
    if not reader.book.entitlements:
        return reader.country
    if is_silent(day, reader):
        return _("{country}: of this day no source says what held").format(country=reader.country)
    # After a country's colon a second one would be hard to follow.
    return f"{reader.country}: {', '.join(_said(day, reader))}"


def _first(reader: Reader) -> Entitlement | None:
    rights = list(reader.book.entitlements.values())
    return next((right for right in rights if right.kind == ASSISTANCE), rights[0] if rights else None)
