"""Since when a value holds: the act's own day, the day a source said so, the day of adoption, never one for another."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

_YEAR, _MONTH = 1, 2
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


@dataclass(frozen=True, slots=True)
class SourceDay:
    """A day as exactly as its source gives it: `first` and `last` differ for a month or a year."""

    first: date
    last: date
    text: str

    @classmethod
    def of(cls, text: str) -> SourceDay:
        """The day, month or year of an ISO text such as 2017-02-01, 2017-02 or 2017; ValueError for others."""
        if not _ISO.fullmatch(text):
            raise ValueError(f"{text!r} isn't a day, month or year; write it as 2017-02-28, 2017-02 or 2017.")
        parts = text.split("-")
        if len(parts) == _YEAR:
            return cls(date(int(text), 1, 1), date(int(text), 12, 31), text)
        if len(parts) == _MONTH:
            year, month = int(parts[0]), int(parts[1])
            return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), text)
        day = date.fromisoformat(text)
        return cls(day, day, text)

    @property
    def said_by(self) -> date:
        """The day by which a source had spoken: a month counts from its first day, a year only once it is over."""
        return self.last if "-" not in self.text else self.first


class Basis(StrEnum):
    """What the day of a value is the day of."""

    IN_FORCE = "in_force"
    STATED = "stated_on"
    ADOPTED = "adopted_on"
    UNDATED = "read_by"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Dating:
    """The days of one value.

    `in_force` is the act's own day; `stated_on` the day of a source that says so; `adopted_on` the day of adoption,
    while the day of entry into force isn't known; `read_by` a day on which an undated source had been read.
    `speaks_of` is the day a source looks back to; `until` the last day; `beside` doesn't replace the value before.
    """

    in_force: SourceDay | None = None
    stated_on: SourceDay | None = None
    adopted_on: SourceDay | None = None
    read_by: SourceDay | None = None
    speaks_of: SourceDay | None = None
    until: SourceDay | None = None
    beside: bool = False

    @property
    def basis(self) -> Basis:
        """What a reader must be told about the day: the strongest thing known."""
        known = (
            (self.in_force, Basis.IN_FORCE),
            (self.adopted_on, Basis.ADOPTED),
            (self.stated_on, Basis.STATED),
            (self.read_by, Basis.UNDATED),
        )
        return next((basis for day, basis in known if day), Basis.ALWAYS)

    @property
    def day(self) -> SourceDay | None:
        """The day that belongs to the basis."""
        return self.in_force or self.adopted_on or self.stated_on or self.read_by

    @property
    def sure_from(self) -> date | None:
        """The first day on which it surely held; None where no source says so."""
        if self.in_force:
            return self.in_force.last
        said = self.stated_on or self.read_by
        if said:
            return (self.speaks_of or said).said_by
        return None if self.adopted_on else date.min

    @property
    def possible_from(self) -> date | None:
        """The first day on which it may have held by the act's own words; None where only a source speaks."""
        begun = self.in_force or self.adopted_on
        return begun.first if begun else None

    def ended_on(self, day: date) -> bool:
        """Whether its last day has passed."""
        return self.until is not None and self.until.last < day


class Dated(Protocol):
    """Anything with days."""

    @property
    def dating(self) -> Dating:
        """Its days."""
        ...


@dataclass(frozen=True, slots=True)
class Standing[T]:
    """What stands on a day: `sure` holds (several where sources stand side by side), `possible` may hold instead.

    `gap` says that perhaps none of them holds; `later` is the next that will be sure.
    """

    sure: tuple[T, ...] = ()
    possible: tuple[T, ...] = ()
    gap: bool = True
    later: T | None = None

    @property
    def readings(self) -> tuple[T, ...]:
        """All that may hold."""
        return (*self.sure, *self.possible)


def standing[T: Dated](entries: Sequence[T], day: date) -> Standing[T]:
    """What stands of entries in the order of their days; what was stated last stands until something else is known."""
    last = _last_sure(entries, day)
    sure = _with_those_beside(entries, last, day)
    if last == len(entries) - 1:
        return Standing(sure, gap=not sure)
    later_ones = range(last + 1, len(entries))
    possible = tuple(entries[at] for at in later_ones if _is_possible(entries, at, day))
    later = next((entries[at] for at in later_ones if entries[at] not in possible), None)
    return Standing(sure, possible, not sure, later)


def _last_sure(entries: Sequence[Dated], day: date) -> int:
    """Sought from the end, where it is found at once on most days."""
    for at in range(len(entries) - 1, -1, -1):
        if _is_sure(entries[at], day):
            return at
    return -1


def _is_sure(entry: Dated, day: date) -> bool:
    begun = entry.dating.sure_from
    return begun is not None and begun <= day


def _with_those_beside[T: Dated](entries: Sequence[T], last: int, day: date) -> tuple[T, ...]:
    found: list[T] = []
    for at in range(last, -1, -1):
        if not entries[at].dating.ended_on(day):
            found.insert(0, entries[at])
        if not entries[at].dating.beside:
            break
    return tuple(found)


def _is_possible(entries: Sequence[Dated], at: int, day: date) -> bool:
    dating = entries[at].dating
    if dating.ended_on(day):
        return False
    begins = dating.possible_from
    if begins is not None or dating.beside or at == 0:
        return begins is not None and begins <= day
    # What only a source states may have begun on any day after the one before it was last certain.
    before = _may_begin(entries, at - 1)
    return before is not None and before < day


def _may_begin(entries: Sequence[Dated], at: int) -> date | None:
    dating = entries[at].dating
    return dating.sure_from or dating.possible_from
