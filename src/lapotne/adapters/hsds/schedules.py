"""Opening hours as HSDS schedules where a week can say them, else as a description alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lapotne.adapters.hsds.identifiers import identifier
from lapotne.domain.mechanism.offers import Availability, Offer, OnHolidays
from lapotne.domain.moments.clock import MINUTES_IN_DAY, Span
from lapotne.domain.moments.weekly import Week, clock, week_of_text

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST_MINUTE = "23:59"
"""HSDS has no 24:00; its documentation writes a whole day as 00:00-23:59."""

type Schedule = dict[str, object]


def schedules_of(offer: Offer, time_zone: str, today: date) -> list[Schedule]:
    """A schedule for every distinct span of the week of every availability whose hours somebody has said."""
    return [
        schedule
        for number, availability in enumerate(offer.availabilities)
        if availability.hours
        for schedule in _of_availability(offer, number, availability, time_zone, today)
    ]


def _of_availability(
    offer: Offer, number: int, availability: Availability, time_zone: str, today: date
) -> Iterator[Schedule]:
    hours = availability.hours or ""
    about: Schedule = {"description": hours, "attending_type": availability.mode.value}
    about |= {key: day.isoformat() for key, day in _validity(offer) if day}
    week = week_of_text(hours)
    if week is None:
        yield {"id": identifier("schedule", offer.key, number), **about}
        return
    about |= {"freq": "WEEKLY", "interval": 1, "wkst": "MO", "timezone": _offset(time_zone, today)}
    about["notes"] = f"Local time of {time_zone}, summer time included. {_on_holidays(week, availability)}"
    for span, days in _by_span(week).items():
        times = {"byday": ",".join(days), "opens_at": clock(span.start), "closes_at": _closing(span)}
        yield {"id": identifier("schedule", offer.key, number, span.start, span.end), **about, **times}


def _validity(offer: Offer) -> tuple[tuple[str, date | None], ...]:
    return ("valid_from", offer.valid.since), ("valid_to", offer.valid.until)


def _by_span(week: Week) -> dict[Span, list[str]]:
    found: dict[Span, list[str]] = {}
    for name, spans in zip(DAYS, week.days, strict=True):
        for span in spans:
            found.setdefault(span, []).append(name)
    return found


def _closing(span: Span) -> str:
    return clock(span.end % MINUTES_IN_DAY) if span.end % MINUTES_IN_DAY else LAST_MINUTE


def _on_holidays(week: Week, availability: Availability) -> str:
    if week.as_usual or (week.holidays is None and availability.on_holidays is OnHolidays.AS_USUAL):
        return "On public holidays as usual."
    if week.holidays:
        times = ", ".join(f"{clock(span.start)}-{_closing(span)}" for span in week.holidays)
        return f"On public holidays: {times}."
    if week.holidays == () or availability.on_holidays is OnHolidays.CLOSED:
        return "Closed on public holidays."
    return "Public holidays: unknown."


def _offset(time_zone: str, today: date) -> float:
    """Hours ahead of UTC on the day of the export, which is all that HSDS can say of a time zone."""
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=ZoneInfo(time_zone))
    offset = noon.utcoffset()
    return offset.total_seconds() / 3600 if offset else 0
