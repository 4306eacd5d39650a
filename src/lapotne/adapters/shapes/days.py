"""Days of the calendar, years where a source gives no more, and days that a demo counts from today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lapotne.adapters.problems import Fault, Path, Said
from lapotne.adapters.shapes.compounds import Either
from lapotne.adapters.shapes.kinds import Number, Text

RELATIVE_DAY = r"today(?:[+-]\d{1,4}d)?"
ISO_DAY = r"\d{4}-\d{2}-\d{2}"
EARLIEST_YEAR, LATEST_YEAR = 1900, 2200

year = Number(Said("a year"), least=EARLIEST_YEAR, most=LATEST_YEAR)


def _is_day(value: str, path: Path) -> Iterator[Fault]:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        yield Fault(
            path, Said("`{value}` isn't a day of the calendar.", value=value), Said("Write it like 2026-11-24.")
        )
        return
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        mend = Said(
            "Write a year from {earliest_year} to {latest_year}.", earliest_year=EARLIEST_YEAR, latest_year=LATEST_YEAR
        )
        yield Fault(path, Said("The year {year} is out of range.", year=day.year), mend)


def _is_day_or_relative(value: str, path: Path) -> Iterator[Fault]:
    if not re.fullmatch(RELATIVE_DAY, value):
        yield from _is_day(value, path)


def _is_absolute(value: str, path: Path) -> Iterator[Fault]:
    if re.fullmatch(RELATIVE_DAY, value):
        mend = Said("Write the day like 2026-11-24; only a file with `demo: true` counts from today.")
        yield Fault(path, Said("`{value}` is a relative day in a file that isn't a demo.", value=value), mend)
    else:
        yield from _is_day(value, path)


def day(*, relative: bool) -> Text:
    """A day of the calendar; `relative` admits `today`, `today-14d` and `today+30d`."""
    pattern = rf"{ISO_DAY}|{RELATIVE_DAY}"
    check = _is_day_or_relative if relative else _is_absolute
    return Text(Said("a day"), pattern=pattern, sample="2026-11-24", further=check)


def day_or_year(*, relative: bool) -> Either:
    """A day or, where a source gives no more, a year."""
    return Either((day(relative=relative), year))
