"""Open, unknown or closed at a minute by docs/coverage.md: every local day is a list of minutes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from lapotne.domain.dated import Valid
from lapotne.domain.mechanism.offers import Closure, OnHolidays
from tests.oracle.texts import MINUTES_IN_DAY, Rule, has_word, rules_of

CLOSED, UNKNOWN, OPEN = 0, 1, 2
"""In this order, so that the greater wins where two spans say different things of one minute."""

WORDS = {CLOSED: "closed", UNKNOWN: "unknown", OPEN: "open"}
ALWAYS = Valid()

type Minutes = NDArray[np.uint8]


@dataclass(frozen=True)
class Hours:
    """When an availability is said to be there: a text, what stands beside it, and the offer's validity."""

    text: str | None
    on_holidays: OnHolidays | None = None
    closures: tuple[Closure, ...] = ()
    valid: Valid = ALWAYS

    def begins_nothing_on(self, day: date) -> bool:
        """Whether no span can begin on this day: a closure, or an offer that doesn't exist on it."""
        return not self.valid.holds_on(day) or any(one.first <= day <= one.last for one in self.closures)


def state_at_minute(
    text: str | None,
    on_holidays: OnHolidays | None,
    closures: Iterable[Closure],
    utc_minute: int,
    zone: str,
    holidays: Collection[date],
    valid: Valid = ALWAYS,
) -> str:
    """'open', 'unknown' or 'closed' at a minute since the Unix epoch."""
    hours = Hours(text, on_holidays, tuple(closures), valid)
    day, minute = local_clock(utc_minute, zone)
    yesterday = day - timedelta(days=1)
    begun_today = _begun_on(hours, day, is_holiday=day in holidays)[minute]
    begun_yesterday = _begun_on(hours, yesterday, is_holiday=yesterday in holidays)[minute + MINUTES_IN_DAY]
    return WORDS[max(begun_today, begun_yesterday)]


def hours_by_minute(hours: Hours, start: int, end: int, zone: str, holidays: Collection[date]) -> Minutes:
    """Say CLOSED, UNKNOWN or OPEN for every UTC minute of [start, end)."""
    ordinals, minutes = _clocks(start, end, zone)
    found = np.zeros(end - start, dtype=np.uint8)
    for ordinal in range(ordinals.min(), ordinals.max() + 1):
        day = date.fromordinal(ordinal)
        yesterday = day - timedelta(days=1)
        begun_today = np.frombuffer(_begun_on(hours, day, is_holiday=day in holidays), np.uint8)
        begun_yesterday = np.frombuffer(_begun_on(hours, yesterday, is_holiday=yesterday in holidays), np.uint8)
        here = ordinals == ordinal
        clock = minutes[here]
        found[here] = np.maximum(begun_today[clock], begun_yesterday[clock + MINUTES_IN_DAY])
    return found


def local_clock(utc_minute: int, zone: str) -> tuple[date, int]:
    """Read the wall clock: the local day and its minute, alike in both passes of a repeated hour."""
    day, minute = _clock_at_quarter(utc_minute // 15, zone)
    return day, minute + utc_minute % 15


def utc_minute_of(day: date, zone: str, hour: int = 0, minute: int = 0) -> int:
    """Turn a wall clock time into UTC minutes, a repeated hour into its first pass."""
    return int(datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(zone)).timestamp()) // 60


@lru_cache(maxsize=20_000)
def _clock_at_quarter(quarter: int, zone: str) -> tuple[date, int]:
    """Read the wall clock at the start of a quarter of an hour, within which no clock is changed."""
    moment = datetime.fromtimestamp(quarter * 15 * 60, UTC).astimezone(ZoneInfo(zone))
    return moment.date(), moment.hour * 60 + moment.minute


@lru_cache(maxsize=20_000)
def _begun_on(hours: Hours, day: date, *, is_holiday: bool) -> bytes:
    """Say what the spans that begin on this day alone make of each minute of 48 hours from its midnight."""
    if hours.begins_nothing_on(day):
        return bytes(2 * MINUTES_IN_DAY)
    if hours.text is None:
        unsaid = bytes([UNKNOWN]) * MINUTES_IN_DAY + bytes(MINUTES_IN_DAY)
        closed = is_holiday and hours.on_holidays is OnHolidays.CLOSED
        return bytes(2 * MINUTES_IN_DAY) if closed else unsaid
    rules = rules_of(hours.text)
    ordinary = _painted(rules, day, is_holiday=is_holiday)
    if not is_holiday or _text_settles(hours.text, rules, day) or hours.on_holidays is OnHolidays.AS_USUAL:
        return bytes(ordinary)
    if hours.on_holidays is OnHolidays.CLOSED:
        return bytes(2 * MINUTES_IN_DAY)
    spans_after_midnight = bytes(UNKNOWN if said else CLOSED for said in ordinary[MINUTES_IN_DAY:])
    return bytes([UNKNOWN]) * MINUTES_IN_DAY + spans_after_midnight


def _text_settles(text: str, rules: tuple[Rule, ...], day: date) -> bool:
    """Whether the text itself says what happens on this holiday (rule 4)."""
    if has_word(text, "PH") or has_word(text, "24/7"):
        return True
    return any(rule.names_the_date(day, is_holiday=True) for rule in rules)


def _painted(rules: tuple[Rule, ...], day: date, *, is_holiday: bool) -> bytearray:
    """Paint one rule over the other, then the fallbacks where the day is still closed."""
    matching = [rule for rule in rules if rule.matches(day, is_holiday=is_holiday)]
    board = bytearray(2 * MINUTES_IN_DAY)
    for rule in matching:
        if rule.kind == "off":
            _wipe(board, rule)
        elif rule.joiner != "||":
            _paint(board, rule)
    for rule in matching:
        if rule.joiner == "||" and rule.kind != "off":
            for minute in _minutes_of(rule):
                board[minute] = board[minute] or _colour(rule)
    return board


def _wipe(board: bytearray, rule: Rule) -> None:
    """Take an off rule's times away, or the whole day with its night."""
    for minute in _minutes_of(rule) if rule.times else range(2 * MINUTES_IN_DAY):
        board[minute] = CLOSED


def _paint(board: bytearray, rule: Rule) -> None:
    """Add a rule's times, after `;` on an empty board."""
    if rule.joiner == ";":
        board[:] = bytes(2 * MINUTES_IN_DAY)
    colour = _colour(rule)
    for minute in _minutes_of(rule):
        board[minute] = max(board[minute], colour)


def _minutes_of(rule: Rule) -> list[int]:
    times = rule.times or ((0, MINUTES_IN_DAY),)
    return [minute for start, end in times for minute in range(start, end)]


def _colour(rule: Rule) -> int:
    return OPEN if rule.kind == "open" else UNKNOWN


@lru_cache(maxsize=64)
def _clocks(start: int, end: int, zone: str) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    clocks = [local_clock(utc_minute, zone) for utc_minute in range(start, end)]
    ordinals = np.array([day.toordinal() for day, _ in clocks], dtype=np.int32)
    return ordinals, np.array([minute for _, minute in clocks], dtype=np.int32)
