"""Days of a value: the key says whose day it is; a month or a year may stand where a source gives no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lapotne.adapters.problems import Fault, Path
from lapotne.adapters.rulebook_yaml.decoding.dating import dating_of
from lapotne.adapters.shapes.compounds import Either, Field
from lapotne.adapters.shapes.days import EARLIEST_YEAR, LATEST_YEAR, year
from lapotne.adapters.shapes.kinds import Flag, Text
from lapotne.domain.entitlements.dating import SourceDay

MONTH_OR_DAY = r"\d{4}-\d{2}(?:-\d{2})?"
BEGINNINGS = ("in_force", "stated_on", "adopted_on", "read_by")


def _is_source_day(value: str, path: Path) -> Iterator[Fault]:
    try:
        found = SourceDay.of(value)
    except ValueError:
        yield Fault(path, f"`{value}` isn't a day or month of the calendar.", "Write it like 2017-02-28 or 2017-02.")
        return
    if not EARLIEST_YEAR <= found.first.year <= LATEST_YEAR:
        mend = f"Write a year from {EARLIEST_YEAR} to {LATEST_YEAR}."
        yield Fault(path, f"The year {found.first.year} is out of range.", mend)


source_day = Either((year, Text("a day", MONTH_OR_DAY, "2017-02-28, 2017-02 or 2017", further=_is_source_day)))
"""A day, a month or a year, as exactly as the source gives it."""

dating_fields: Mapping[str, Field] = {
    "in_force": Field(source_day, about="the act's own day of entry into force"),
    "stated_on": Field(source_day, about="the day of a source that says so; since when isn't known"),
    "adopted_on": Field(source_day, about="the day of adoption, where that of entry into force isn't known"),
    "read_by": Field(source_day, about="the source has no day; it had been read by this one"),
    "speaks_of": Field(source_day, about="with stated_on or read_by: the day the source looks back to"),
    "until": Field(source_day, about="the last day on which it holds"),
    "beside": Field(Flag(), about="true: stands beside the value before it and doesn't replace it"),
}


def dating_faults(value: Mapping[str, object], path: Path, *, may_be_undated: bool) -> Iterator[Fault]:
    """What is wrong with the days of one value taken together."""
    given = [key for key in BEGINNINGS if value.get(key) is not None]
    if not given and not may_be_undated:
        mend = "Write `in_force:` (the act's own day), `stated_on:` (the source's), `adopted_on:` or `read_by:`."
        yield Fault(path, "Nothing says since when this holds.", mend)
    if len(given) > 1 and "adopted_on" not in given:
        mend = "An act's own day goes before a source's: keep the one that you have read."
        yield Fault((*path, given[1]), f"`{given[0]}` and `{given[1]}` can't both be the day of a value.", mend)
    if value.get("speaks_of") is not None and not {"stated_on", "read_by"} & set(given):
        mend = "Add `stated_on:` with the day on which the source said it."
        yield Fault((*path, "speaks_of"), "`speaks_of` belongs to the day of a source, which isn't here.", mend)
    dating = dating_of(value)
    begun = dating.possible_from or dating.sure_from
    if dating.until and begun and dating.until.last < begun:
        yield Fault((*path, "until"), f"`until` ({dating.until.text}) comes before it begins.", "Mend one of the days.")


def order_faults(values: object, path: Path) -> Iterator[Fault]:
    """Values that don't stand in the order of their days."""
    before = None
    for index, value in enumerate(values if isinstance(values, list) else ()):
        dating = dating_of(value)
        begun = dating.sure_from or dating.possible_from
        if before and begun and begun < before:
            mend = "Put the values in the order of their days, earliest first."
            yield Fault((*path, index), f"This value begins ({begun}) before the one above it ({before}).", mend)
        before = begun or before
