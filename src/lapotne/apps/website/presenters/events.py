"""Events as lists and calendars show them, in the country's time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import uuid5

from lapotne.adapters.content.inline import plain_of
from lapotne.adapters.days import day_of, when
from lapotne.adapters.events_calendar import Happening
from lapotne.apps.library.models import EventPage
from lapotne.apps.library.presenters.happening import moments
from lapotne.apps.library.presenters.shown import address_of
from lapotne.apps.library.queries.listed import Listed
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.municipalities.presenters import in_order, name

type Event = Listed[EventPage]


@dataclass(frozen=True)
class Meeting:
    """An event as lists show it; `first` and `last` are days of the country's calendar."""

    title: str
    summary: str
    address: str
    path: str
    place: str
    when: str
    first: date
    last: date
    municipality: Municipality | None


def meetings(found: Iterable[Event]) -> list[Meeting]:
    """By when they begin."""
    made = [meeting(one) for one in found if one.page.starts]
    return sorted(made, key=lambda one: (one.first, one.last, one.path))


def meeting(event: Event) -> Meeting:
    starts, ends = moments(event.page)
    first, last = day_of(starts), day_of(ends or starts)
    return Meeting(
        title=event.entry.title,
        summary=plain_of(event.entry.summary),
        address=address_of(event.entry.path, event.entry.language),
        path=event.entry.path,
        place=place_of(event),
        when=when(starts, ends, event.entry.language),
        first=first,
        last=last,
        municipality=event.page.municipality,
    )


def place_of(event: Event) -> str:
    town = event.page.municipality
    said = plain_of(event.more.get("place", ""))
    return said or (name(town, event.entry.language) if town else "")


def to_come(found: Iterable[Meeting], today: date) -> list[Meeting]:
    """What hasn't ended yet, the next first."""
    return [one for one in found if one.last >= today]


def past(found: Iterable[Meeting], today: date) -> list[Meeting]:
    """What has ended, the latest first."""
    return [one for one in reversed(list(found)) if one.last < today]


def by_year(found: Iterable[Meeting]) -> list[tuple[int, list[Meeting]]]:
    return [(year, list(some)) for year, some in groupby(found, key=lambda one: one.first.year)]


def towns_of(found: Iterable[Meeting], language: str) -> list[tuple[str, str]]:
    """Key and name of each municipality in which something happens, by the reader's alphabet."""
    towns = (one.municipality for one in found if one.municipality)
    return [(town.key, said) for town, said in in_order(towns, language)]


def happenings(found: Iterable[Event], host: str) -> list[Happening]:
    """The same for calendars of other programs; each keeps its id in a language, whatever becomes of its address."""
    made = []
    for event in sorted((one for one in found if one.page.starts), key=lambda one: (one.page.starts, one.entry.path)):
        starts, ends = moments(event.page)
        address = host + address_of(event.entry.path, event.entry.language)
        id_ = uuid5(event.page.translation_key, event.entry.language)
        made.append(Happening(id_, event.entry.title, place_of(event), address, starts, ends, event.at))
    return made
