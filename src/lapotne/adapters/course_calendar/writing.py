"""The days of a course as all-day events in iCalendar; nothing in it says whose course it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from lapotne.adapters.hsds.identifiers import identifier

PRODUCT = "-//Lapotne//course//EN"


@dataclass(frozen=True, slots=True)
class Entry:
    """One day, what is on it, and in full what to know; `key` keeps it the same when it is written again."""

    key: str
    day: date
    summary: str
    description: str = ""


def course_calendar(entries: Iterable[Entry], *, at: datetime) -> bytes:
    """The entries as a calendar; `at` is the moment of writing, with its zone."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        calendar.add_component(_event(entry, at))
    found: bytes = calendar.to_ical()
    return found


def _event(entry: Entry, at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{identifier('course', entry.key, entry.day)}@lapotne")
    event.add("dtstamp", at.astimezone(UTC))
    event.add("summary", entry.summary)
    if entry.description:
        event.add("description", entry.description)
    event.add("dtstart", entry.day)
    # The end of an all-day event is the day after its last.
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event
