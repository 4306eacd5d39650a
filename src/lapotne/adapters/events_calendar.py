"""Events for calendars: one, some or all, in iCalendar.

A calendar on a phone is read by others too, so it says no more than title, place and where to read on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from icalendar import Calendar, Event, vDuration, vUri

PRODUCT = "-//Lapotne//events//EN"
ASK_AGAIN = timedelta(hours=12)


@dataclass(frozen=True)
class Happening:
    """An event in one language: days where no hours are known, the last included, else moments with their zones."""

    id: UUID
    title: str
    place: str
    address: str
    starts: date | datetime
    ends: date | datetime | None
    changed: datetime


def events_calendar(happenings: Iterable[Happening], title: str, language: str) -> bytes:
    """The same events make the same bytes: its times are those at which the words changed."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("name", title, {"language": language})
    calendar.add("x-wr-calname", title)
    calendar.add("refresh-interval", vDuration(ASK_AGAIN), {"value": "DURATION"})
    for happening in happenings:
        calendar.add_component(_event(happening, language))
    written: bytes = calendar.to_ical()
    return written


def _event(happening: Happening, language: str) -> Event:
    event = Event()
    event.add("uid", str(happening.id))
    event.add("dtstamp", happening.changed.astimezone(UTC))
    event.add("last-modified", happening.changed.astimezone(UTC))
    event.add("summary", happening.title, {"language": language})
    event.add("url", vUri(happening.address))
    if happening.place:
        event.add("location", happening.place, {"language": language})
    event.add("dtstart", _from(happening.starts))
    if happening.ends or not isinstance(happening.starts, datetime):
        event.add("dtend", _until(happening.ends or happening.starts))
    event.add("transp", "TRANSPARENT")
    return event


def _from(moment: date | datetime) -> date | datetime:
    """In universal time, so that no zone has to be described in the file."""
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def _until(moment: date | datetime) -> date | datetime:
    """The end of whole days is the day after the last."""
    return _from(moment) if isinstance(moment, datetime) else moment + timedelta(days=1)
