"""One rule of an opening_hours text: on which days it holds and which minutes it opens or closes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from opening_hours import OpeningHours

from lapotne.domain.moments.clock import EPOCH_ORDINAL, MINUTES_IN_DAY, Span

_WEEKDAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)"
_WEEKDAYS = re.compile(rf"(?:^|(?<= ))({_WEEKDAY}(?![a-z])[^ ]*(?: [+-]\d+ days?(?:,[^ ]*)?)*)$")
_HOLIDAY = re.compile(r"^PH(?: ([+-]\d+) days?)?$")
_SINGLE_DATE = re.compile(r"^(?:\d{4} )?(?:[A-Z][a-z]{2} \d{1,2}|easter)(?: [+-]\d+ days?)?$")
_SAMPLE_DAY = "Mo"
_SAMPLE = datetime(2001, 1, 1)  # noqa: DTZ001 -- a Monday by the wall clock, as the parser counts


class Join(StrEnum):
    """How a rule joins those before it: `;` replaces the day, `, ` adds to it, `||` fills what is left."""

    REPLACES = ";"
    ADDS = ","
    FILLS = "||"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule split into what the evaluation needs.

    `selector` names days without public holidays (None: none), `holiday_selector` the dates on which
    `PH` counts (None: it doesn't stand in the rule), `single_dates` the selector of its single dates.
    `spans` are minutes from the local midnight of the day they begin on.
    """

    join: Join
    selector: str | None
    holiday_selector: str | None
    holiday_offsets: tuple[int, ...]
    single_dates: str | None
    spans: tuple[Span, ...]
    is_timed: bool
    closes: bool
    is_certain: bool


def rule_of(join: Join, days: str, times: str, *, closes: bool, is_certain: bool) -> Rule:
    """A rule from the parts of its text, each in the parser's canonical writing."""
    weekdays = _WEEKDAYS.search(days)
    dates = days[: weekdays.start()].strip() if weekdays else days
    tokens = weekdays.group(1).split(",") if weekdays else []
    ordinary = [token for token in tokens if not _HOLIDAY.match(token)]
    offsets = tuple(int(found.group(1) or 0) for token in tokens if (found := _HOLIDAY.match(token)))
    return Rule(
        join=join,
        selector=None if offsets and not ordinary else _joined(dates, ",".join(ordinary)),
        holiday_selector=dates if offsets else None,
        holiday_offsets=offsets,
        single_dates=_single_dates(dates, ",".join(ordinary)),
        spans=_spans(times) if times else (Span(0, MINUTES_IN_DAY),),
        is_timed=bool(times),
        closes=closes,
        is_certain=is_certain,
    )


def _joined(dates: str, weekdays: str) -> str:
    return f"{dates} {weekdays}".strip()


def _single_dates(dates: str, weekdays: str) -> str | None:
    singles = [token for token in dates.split(",") if _SINGLE_DATE.match(token)]
    return _joined(",".join(singles), weekdays) if singles else None


@lru_cache(maxsize=16384)
def _spans(times: str) -> tuple[Span, ...]:
    """The minutes that a list of times opens on the day it begins, and on into the days after."""
    found = OpeningHours(f"{_SAMPLE_DAY} {times}").intervals(_SAMPLE, _SAMPLE + timedelta(days=4))
    return tuple(
        Span(int((start - _SAMPLE).total_seconds() // 60), int((end - _SAMPLE).total_seconds() // 60))
        for start, end, state, _ in found
        if str(state) == "open"
    )


@lru_cache(maxsize=16384)
def days_named(selector: str, first: int, last: int) -> frozenset[int]:
    """The day numbers from first to last, both included, that a selector of days names."""
    if not selector:
        return frozenset(range(first, last + 1))
    start, end = (
        datetime.combine(date.fromordinal(day + EPOCH_ORDINAL), datetime.min.time()) for day in (first, last + 1)
    )
    named: set[int] = set()
    for opens, closes, state, _ in OpeningHours(selector).intervals(start, end):
        if str(state) == "open":
            named.update(range((opens - start).days + first, (closes - start).days + first))
    return frozenset(named)
