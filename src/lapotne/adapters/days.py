"""Days and times as a language writes them, for every page alike."""

from datetime import date, datetime
from functools import lru_cache

from babel import dates

BRITISH = {"en": "en_GB"}
"""English pages write the day before the month, as the rest of the region does."""

DOTTED = "%d.%m.%Y"
TYPED = {"en": "%d/%m/%Y", "lt": "%Y-%m-%d", "sv": "%Y-%m-%d"}
"""How a day is typed where not with full stops."""


def typed(language: str) -> str:
    """As `strptime` reads it."""
    return TYPED.get(language, DOTTED)


def local(language: str) -> str:
    return BRITISH.get(language, language)


@lru_cache(maxsize=4096)
def full_day(day: date, language: str) -> str:
    """18 November 2026."""
    return dates.format_date(day, "long", locale=local(language))


@lru_cache(maxsize=4096)
def day_month_or_year(text: str, language: str) -> str:
    """18 November 2026, November 2026 or 2026, of `2026-11-18`, `2026-11` or `2026`; other texts as they stand."""
    match text.split("-"):
        case [year, month, day] if _are_numbers(year, month, day):
            return full_day(date(int(year), int(month), int(day)), language)
        case [year, month] if _are_numbers(year, month):
            return str(dates.format_skeleton("yMMMM", date(int(year), int(month), 1), locale=local(language)))
    return text


def _are_numbers(*parts: str) -> bool:
    return all(part.isascii() and part.isdecimal() for part in parts)


@lru_cache(maxsize=4096)
def time(moment: datetime, language: str) -> str:
    """10:00 of the moment's own clock."""
    return dates.format_time(moment.replace(tzinfo=None), "short", locale=local(language))


def day_of(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def when(starts: date | datetime, ends: date | datetime | None, language: str) -> str:
    """13–18 October 2017; 18 October 2017, 10:00–12:00."""
    first, last = day_of(starts), day_of(ends or starts)
    if first != last:
        return str(dates.format_interval(first, last, "yMMMMd", locale=local(language)))
    if not isinstance(starts, datetime):
        return full_day(first, language)
    hours = "–".join(time(one, language) for one in (starts, ends) if isinstance(one, datetime))
    return f"{full_day(first, language)}, {hours}"
