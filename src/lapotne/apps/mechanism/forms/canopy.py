"""What the canopy is asked in its address: for whom, which week or year, as what, which hour of which need.

Whatever an address says wrongly is answered as if it hadn't been said: the page is read, nothing can be lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lapotne.apps.mechanism.queries.canopy_chosen import HOUR_FORMAT, VIEWS, Chosen
from lapotne.domain.moments.clock import utc_minute, wall_time

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)
"""Beyond these nobody keeps a calendar of public holidays."""


def chosen_in(query: Mapping[str, str], zone: str, now: datetime) -> Chosen:
    """What an address chooses, for a town's time zone and the moment of asking."""
    today = wall_time(utc_minute(now), zone).date()
    hour = _hour(query, zone)
    day = wall_time(hour, zone).date() if hour is not None else _day(query.get("week", ""), today)
    return Chosen(
        today=today,
        day=day,
        zone=zone,
        profile=query.get("profile", ""),
        group=query.get("group", ""),
        view=query.get("view", "") if query.get("view") in VIEWS else VIEWS[0],
        year=_year(query.get("year", "")),
        need=query.get("need", ""),
        hour=hour,
    )


def _day(said: str, today: date) -> date:
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return today
    return day if EARLIEST <= day < LATEST else today


def _year(said: str) -> int:
    year = int(said) if said.isdecimal() and said.isascii() else 0
    return year if EARLIEST.year <= year < LATEST.year else 0


def _hour(query: Mapping[str, str], zone: str) -> int | None:
    try:
        wall = datetime.strptime(query.get("hour", ""), HOUR_FORMAT)  # noqa: DTZ007 -- the zone is the town's
    except ValueError:
        return None
    if not EARLIEST <= wall.date() < LATEST:
        return None
    return utc_minute(wall.replace(tzinfo=ZoneInfo(zone), fold=int(query.get("fold") == "1")))
