"""Whom to call by day, by night, on Sundays and on holidays: what a printed card can promise."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from lapotne.domain.mechanism.helping import Helper, helpers_now
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.opening import OpenAt
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.moments.clock import minute_shown

MIDWEEK, SUNDAY = (1, 2, 3), 6
A_YEAR = 366


class Part(StrEnum):
    """A part of the week that people ask about."""

    DAY = "day"
    NIGHT = "night"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"


HOURS = {
    Part.DAY: (time(10), time(14)),
    Part.NIGHT: (time(23, 30), time(3)),
    Part.SUNDAY: (time(11), time(15)),
    Part.HOLIDAY: (time(11), time(15)),
}
"""The hours looked at: whoever is there at all of them is there "by day", "by night" and so on."""

type Minutes = Mapping[Part, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class OnHand:
    """A helper, and the parts of the week in which they can act."""

    helper: Helper
    parts: tuple[Part, ...]


def minutes_looked_at(first: date, zone: str, holidays: Collection[date]) -> Minutes:
    """The UTC minutes of the next ordinary weekday and its night, ordinary Sunday and weekday holiday."""
    coming = [first + timedelta(days=at) for at in range(A_YEAR)]
    days = {
        Part.DAY: _first(day for day in coming if day.weekday() in MIDWEEK and not _near(day, holidays)),
        Part.SUNDAY: _first(day for day in coming if day.weekday() == SUNDAY and day not in holidays),
        Part.HOLIDAY: _first(day for day in coming if day in holidays and day.weekday() < SUNDAY - 1),
    }
    days[Part.NIGHT] = days[Part.DAY]
    return {part: tuple(_minutes(days[part], part, zone)) for part in Part if days[part]}


def on_hand(
    mechanism: Mechanism, need: Need, profile: Profile, open_at: OpenAt, asked_on: date, minutes: Minutes
) -> list[OnHand]:
    """Who can act for a profile in which parts of the week, best first, each body once."""
    found: dict[str, OnHand] = {}
    for part, looked_at in minutes.items():
        there = [helpers_now(mechanism, need, profile, minute, open_at, asked_on).now for minute in looked_at]
        always = set.intersection(*({helper.offer.key for helper in helpers} for helpers in there))
        for helper in there[0]:
            if helper.offer.key in always:
                known = found.setdefault(helper.institution.key, OnHand(helper, ()))
                if part not in known.parts:
                    found[helper.institution.key] = OnHand(known.helper, (*known.parts, part))
    return sorted(found.values(), key=lambda one: (one.helper.is_unconfirmed, -len(one.parts)))


def _minutes(day: date | None, part: Part, zone: str) -> Iterator[int]:
    for hour in HOURS[part]:
        # A night begins on its day and goes on after midnight.
        on = day + timedelta(days=1) if day and part is Part.NIGHT and hour < time(12) else day
        minute = minute_shown(datetime.combine(on, hour), zone) if on else None
        if minute is not None:
            yield minute


def _near(day: date, holidays: Collection[date]) -> bool:
    return any(day + timedelta(days=away) in holidays for away in (-1, 0, 1))


def _first(days: Iterator[date]) -> date | None:
    return next(days, None)
