"""Institutions, and what they offer: services and competences with their availabilities."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from lapotne.domain.dated import ALWAYS, Valid
from lapotne.domain.mechanism.conditions import Conditions
from lapotne.domain.mechanism.needs import Names
from lapotne.domain.mechanism.states import Mode

SOURCE_DUE_AFTER_YEARS = 1
"""A public source is a statement of its date, due again after a year (coverage.md rule 8)."""


class OnHolidays(StrEnum):
    """What a text that is silent on public holidays means by it (rule 4)."""

    AS_USUAL = "as_usual"
    CLOSED = "closed"


class OfferKind(StrEnum):
    """A service meets the needs it lists; a competence meets the need of its name."""

    SERVICE = "service"
    COMPETENCE = "competence"


class Level(StrEnum):
    """Where an institution stands; a mend by a local one comes before others (rule 18)."""

    LOCAL = "local"
    REGIONAL = "regional"
    NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """That somebody said on a day that an availability is right; a source's word falls due after a year."""

    on: date
    by: str = ""
    due: date | None = None
    source: str = ""

    def is_valid_on(self, day: date) -> bool:
        """Whether it still holds on the day of asking; the due day itself is valid, no due day never falls due."""
        due = self.due
        if due is None and self.source:
            due = _a_year_after(self.on)
        return due is None or day <= due


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which an availability doesn't begin, both included, with the reason told."""

    first: date
    last: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Availability:
    """One way and time to reach an offer: hours in opening_hours syntax (None: nobody said), mode, response."""

    hours: str | None = None
    mode: Mode = Mode.IN_PERSON
    minutes_to_respond: int | None = None
    on_holidays: OnHolidays | None = None
    confirmation: Confirmation | None = None
    closures: tuple[Closure, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """A number of places of one kind and whom the kind fits; None: nobody said how many."""

    count: int | None
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach: phone, email, web or text; `staff_only` is never shown in public or exported."""

    kind: str
    value: str
    staff_only: bool = False
    note: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Institution:
    """A body that acts. `layer` is the key of the file or mechanism that its entry comes from."""

    key: str
    type: str
    names: Names = field(default_factory=dict)
    level: Level = Level.LOCAL
    contacts: tuple[Contact, ...] = ()
    source: str = ""
    layer: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A service or a competence of an institution: what it meets, for whom, how far away and when.

    `kilometres` is the distance between seats from the municipality asked to the place of the offer:
    0 at home or everywhere, None when nobody said where.
    `languages` None: nobody listed them. `places` empty: places aren't asked.
    """

    key: str
    kind: OfferKind
    institution: Institution
    meets: frozenset[str]
    names: Names = field(default_factory=dict)
    what: Names = field(default_factory=dict)
    serves: bool = True
    place: str | None = None
    kilometres: float | None = None
    languages: frozenset[str] | None = None
    eligibility: Conditions = ()
    places: tuple[Places, ...] = ()
    availabilities: tuple[Availability, ...] = ()
    contacts: tuple[Contact, ...] = ()
    payer: str = ""
    legal_basis: str = ""
    confidential: bool = False
    valid: Valid = ALWAYS
    source: str = ""
    layer: str = ""


def _a_year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + SOURCE_DUE_AFTER_YEARS)
    except ValueError:
        # 29 February: the year after has no such day, so the last day of the month stands for it.
        return day.replace(year=day.year + SOURCE_DUE_AFTER_YEARS, day=28) + timedelta(0)
