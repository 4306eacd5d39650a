"""The page to keep for when there is no network: a town's print card, as a page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lapotne.adapters.days import full_day, time
from lapotne.adapters.print_card import Entry, Row, Size
from lapotne.apps.website.presenters import print_card
from lapotne.apps.website.presenters.print_card import Made
from lapotne.apps.website.presenters.reader import Reader
from lapotne.apps.website.presenters.words import Word
from lapotne.domain.mechanism.day_and_night import OnHand, Part
from lapotne.domain.mechanism.needs import Names

NOT_DIALLED = re.compile(r"[^+0-9]")


@dataclass(frozen=True, slots=True)
class Number:
    name: Word
    local: Word
    number: str
    address: str
    facts: str


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to call for; `nobody` says in words when nobody can be called."""

    title: str
    numbers: tuple[Number, ...]
    nobody: str


@dataclass(frozen=True, slots=True)
class KeptPage:
    """`written`: the moment at which all this was known, as programs write it."""

    town: Word
    things: tuple[Thing, ...]
    stamp: str
    written: str


def kept_page(
    names: Names, rows: Sequence[list[OnHand]], parts: Iterable[Part], today: date, reader: Reader
) -> KeptPage:
    card = print_card.card(names, rows, parts, Made(today, Size.A4, address=""), reader)
    now = reader.clock.now
    return KeptPage(
        town=reader.proper(names),
        things=tuple(_thing(row) for row in card.rows),
        stamp=f"{full_day(now.date(), reader.language)}, {time(now, reader.language)}",
        written=now.isoformat(timespec="minutes"),
    )


def _thing(row: Row) -> Thing:
    return Thing(row.title, tuple(map(_number, row.entries)), row.nobody)


def _number(entry: Entry) -> Number:
    facts = " · ".join(filter(None, (entry.when, entry.remark)))
    return Number(
        name=Word(entry.name, entry.language),
        local=Word(entry.local, entry.local_language),
        number=entry.number,
        address="tel:" + NOT_DIALLED.sub("", entry.number),
        facts=facts,
    )
