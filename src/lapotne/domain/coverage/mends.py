"""The nearest mend: the single change that would close a gap with the least added opening (rule 18)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from lapotne.domain.coverage.cells import enough_for
from lapotne.domain.coverage.contributions import Calendar
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Availability, Confirmation, Level, Offer
from lapotne.domain.mechanism.standing import standing
from lapotne.domain.mechanism.timetables import timetable_of
from lapotne.domain.moments.clock import MINUTES_IN_HOUR

HOURS_IN_YEAR = 8760


class MendKind(StrEnum):
    """What a single change may be."""

    CONFIRM = "confirm"
    ADMIT = "admit"
    AGREE = "agree"
    LENGTHEN = "lengthen"


@dataclass(frozen=True, slots=True)
class Mend:
    """A change to one availability of one offer that closes the gap, and the open hours a year it adds."""

    kind: MendKind
    offer: Offer
    place: int
    added_hours_a_year: float

    @property
    def availability(self) -> Availability:
        """The availability that is changed."""
        return self.offer.availabilities[self.place]

    @property
    def change(self) -> tuple[MendKind, str, int]:
        """What tells one change from another."""
        return self.kind, self.offer.key, self.place

    @property
    def order(self) -> tuple[float, bool, bool, str, str]:
        """Fewest added hours, then a confirmation, then a local institution, then by name."""
        name = min(self.offer.institution.names.values(), default=self.offer.institution.key)
        is_other = self.offer.institution.level is not Level.LOCAL
        return self.added_hours_a_year, self.kind is not MendKind.CONFIRM, is_other, name, self.offer.key


@dataclass(frozen=True, slots=True)
class Hole:
    """What is to be closed: the steps of one gap or of several, of a need for a profile."""

    need: Need
    profile: Profile
    bits: int


def nearest_mend(holes: Sequence[Hole], offers: Sequence[Offer], calendar: Calendar, asked_on: date) -> Mend | None:
    """The first of all single changes that close every hole, each whole; None when no single change does.

    `holes`: one need's, for profiles that are answered differently. `offers` may hold services of neighbours
    that don't serve the town yet: an agreement is a change too.
    """
    closing = [{mend.change: mend for mend in mends(hole, offers, calendar, asked_on)} for hole in holes]
    common = [mend for change, mend in closing[0].items() if all(change in other for other in closing[1:])]
    return min(common, key=lambda mend: mend.order, default=None)


def mends(hole: Hole, offers: Iterable[Offer], calendar: Calendar, asked_on: date) -> Iterator[Mend]:
    """Every single change that closes the whole hole."""
    for offer in offers:
        if hole.need.key not in offer.meets:
            continue
        for place, availability in enumerate(offer.availabilities):
            for kind, changed_offer, changed in _changes(offer, availability, asked_on):
                if _would_do(changed_offer, changed, hole, calendar, asked_on, kind):
                    yield Mend(kind, offer, place, _added_hours(kind, offer, availability, hole, calendar))


def _changes(
    offer: Offer, availability: Availability, asked_on: date
) -> Iterator[tuple[MendKind, Offer, Availability]]:
    confirmed = replace(availability, confirmation=Confirmation(asked_on))
    yield MendKind.CONFIRM, offer, confirmed
    yield MendKind.LENGTHEN, offer, availability
    if offer.serves:
        yield MendKind.ADMIT, replace(offer, eligibility=(), places=(), languages=None), availability
    else:
        yield MendKind.AGREE, replace(offer, serves=True), availability


def _would_do(
    offer: Offer, availability: Availability, hole: Hole, calendar: Calendar, asked_on: date, kind: MendKind
) -> bool:
    need = replace(hole.need, in_language=False) if kind is MendKind.ADMIT else hole.need
    state = standing(offer, availability, need, hole.profile, asked_on).state
    if state is None or state < enough_for(hole.need):
        return False
    return _reaches[kind](offer, availability, hole, calendar)


def _is_open(offer: Offer, availability: Availability, hole: Hole, calendar: Calendar) -> bool:
    opening = calendar[calendar.number(timetable_of(offer, availability), hole.need.within_hours)]
    return not hole.bits & ~opening.certain


def _may_be_open(offer: Offer, availability: Availability, hole: Hole, calendar: Calendar) -> bool:
    opening = calendar[calendar.number(timetable_of(offer, availability), hole.need.within_hours)]
    return not hole.bits & ~(opening.certain | opening.uncertain)


def _has_hours(_offer: Offer, availability: Availability, _hole: Hole, _calendar: Calendar) -> bool:
    return availability.hours is not None


_reaches: dict[MendKind, Callable[[Offer, Availability, Hole, Calendar], bool]] = {
    MendKind.CONFIRM: _may_be_open,
    MendKind.ADMIT: _is_open,
    MendKind.AGREE: _is_open,
    MendKind.LENGTHEN: _has_hours,
}


def _added_hours(kind: MendKind, offer: Offer, availability: Availability, hole: Hole, calendar: Calendar) -> float:
    """Open hours a year that a change brings to the hole's profile, so that the smallest change comes first.

    A confirmation brings none; longer hours bring the hole's own, or for a need that can wait one hour in every
    H; an admission and an agreement bring all the hours of the service. A period that isn't a year is scaled.
    """
    period = calendar.period
    if kind is MendKind.CONFIRM:
        return 0.0
    if kind is MendKind.LENGTHEN:
        hours = hole.bits.bit_count() * period.step / MINUTES_IN_HOUR / max(hole.need.within_hours, 1)
    else:
        opening = calendar[calendar.number(timetable_of(offer, availability), 0)]
        hours = opening.certain.bit_count() * period.step / MINUTES_IN_HOUR
    return hours * HOURS_IN_YEAR / (period.steps * period.step / MINUTES_IN_HOUR)
