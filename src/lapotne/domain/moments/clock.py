"""UTC minutes and wall clocks: which local time a minute shows, and which minutes a local time names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

MINUTES_IN_HOUR = 60
MINUTES_IN_DAY = 24 * MINUTES_IN_HOUR
MINUTES_IN_WEEK = 7 * MINUTES_IN_DAY
EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
LONGEST_OFFSET = 26 * MINUTES_IN_HOUR
"""Minutes; no zone is further from UTC than 14 hours, so a day holds everything with room to spare."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Minutes from start to end, end exclusive: UTC since 1970 unless its user says otherwise."""

    start: int
    end: int

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class ClockSpan:
    """UTC minutes during which a zone keeps one offset (minutes to add to UTC for the wall clock)."""

    start: int
    end: int
    offset: int


def utc_minute(moment: datetime) -> int:
    """The UTC minute since 1970 that holds an aware moment."""
    return int(moment.timestamp() // MINUTES_IN_HOUR)


def moment_of(minute: int) -> datetime:
    """The aware UTC moment at which a minute begins."""
    return datetime.fromtimestamp(minute * 60, UTC)


def wall_time(minute: int, zone: str) -> datetime:
    """What the wall clock of a zone shows at a UTC minute."""
    return moment_of(minute).astimezone(ZoneInfo(zone))


def minute_shown(wall: datetime, zone: str) -> int | None:
    """The UTC minute at which a zone's wall clock first shows a naive time; None: it skips that time."""
    minute = utc_minute(wall.replace(tzinfo=ZoneInfo(zone)))
    return minute if wall_time(minute, zone).replace(tzinfo=None) == wall.replace(second=0, microsecond=0) else None


def local_midnight(day: date, zone: str) -> int:
    """The UTC minute at which a local day begins."""
    return utc_minute(datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)))


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - EPOCH_ORDINAL


def day_of_number(number: int) -> date:
    """The date of a day number."""
    return date.fromordinal(number + EPOCH_ORDINAL)


@lru_cache(maxsize=4096)
def offset_at(minute: int, zone: str) -> int:
    """Minutes to add to UTC for the wall clock at a minute."""
    offset = wall_time(minute, zone).utcoffset()
    return int((offset or timedelta()) / timedelta(minutes=1))


@lru_cache(maxsize=4096)
def clock_spans(start: int, end: int, zone: str) -> tuple[ClockSpan, ...]:
    """The stretches of [start, end) with one offset each; a clock change stands between two."""
    spans, at = [], start
    while at < end:
        offset = offset_at(at, zone)
        until = _next_change(at, end, offset, zone)
        spans.append(ClockSpan(at, until, offset))
        at = until
    return tuple(spans)


def _next_change(start: int, end: int, offset: int, zone: str) -> int:
    """The first minute after start with another offset, or the end; zones change at most once in a week."""
    at = start
    while at < end and offset_at(min(at + MINUTES_IN_WEEK, end), zone) == offset:
        at += MINUTES_IN_WEEK
    if at >= end:
        return end
    same, other = at, min(at + MINUTES_IN_WEEK, end)
    while other - same > 1:
        middle = (same + other) // 2
        same, other = (middle, other) if offset_at(middle, zone) == offset else (same, middle)
    return other
