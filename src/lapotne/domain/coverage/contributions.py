"""What each availability contributes to a need: for which profiles, in which state, at which steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lapotne.domain.coverage.admission import Admissions, Admitted
from lapotne.domain.coverage.packed import Stack
from lapotne.domain.mechanism.needs import Need
from lapotne.domain.mechanism.offers import Availability, Offer
from lapotne.domain.mechanism.standing import beyond_because, unconfirmed_because
from lapotne.domain.mechanism.states import Mode, State
from lapotne.domain.mechanism.timetables import timetable_of
from lapotne.domain.moments.clock import MINUTES_IN_HOUR
from lapotne.domain.moments.openings import Compiler, Openings
from lapotne.domain.moments.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Contribution:
    """An availability for a mask of profiles: its state while surely open, unconfirmed while perhaps open."""

    profiles: int
    state: State
    opening: int
    offer: Offer
    availability: Availability


class Calendar:
    """Openings by number, reaching back over the hours that a need can wait (rule 14)."""

    def __init__(self, compiler: Compiler) -> None:
        self.compiler = compiler
        self.period = compiler.period
        self.whole = (1 << self.period.steps) - 1
        self.stack = Stack(self.period.steps)
        self._numbers: dict[tuple[Timetable, int], int] = {}
        self._said: dict[tuple[object, ...], int] = {}
        self._openings: list[Openings] = []
        self.rows: list[tuple[int, int]] = []
        """By an opening's number the rows of the stack that hold its steps: open for certain, and perhaps open."""

    def number(self, timetable: Timetable, hours: int) -> int:
        """A small number that stands for when a timetable is open within so many hours."""
        key = (timetable, hours)
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self._openings)
            openings = self._reaching(self.compiler.openings(timetable), hours)
            self._openings.append(openings)
            self.rows.append((self.stack.add(openings.certain), self.stack.add(openings.uncertain)))
        return found

    def number_of(self, offer: Offer, availability: Availability, hours: int) -> int:
        """The number of an availability's timetable; most were asked for before, so it isn't made to find out."""
        valid = offer.valid
        said = (availability.hours, availability.on_holidays, availability.closures, valid.since, valid.until, hours)
        found = self._said.get(said)
        if found is None:
            found = self._said[said] = self.number(timetable_of(offer, availability), hours)
        return found

    def __getitem__(self, number: int) -> Openings:
        return self._openings[number]

    def _reaching(self, openings: Openings, hours: int) -> Openings:
        steps = hours * MINUTES_IN_HOUR // self.period.step
        certain = reach_back(openings.certain, steps) & self.whole
        uncertain = reach_back(openings.uncertain, steps) & self.whole
        return Openings(certain, uncertain & ~certain)


def reach_back(bits: int, steps: int) -> int:
    """Set each bit for which any of itself and the next `steps` bits is set."""
    width, wanted = 1, steps + 1
    while width * 2 <= wanted:
        bits |= bits >> width
        width *= 2
    return bits | bits >> (wanted - width)


def contributions(
    offers: Iterable[Offer], need: Need, admissions: Admissions, calendar: Calendar, asked_on: date
) -> Iterator[Contribution]:
    """All that a town's offers contribute to a need, in the order of the offers."""
    for offer in offers:
        admitted = admissions.of_offer(offer, need)
        if not admitted.yes | admitted.unknown:
            continue
        for availability in offer.availabilities:
            opening = calendar.number_of(offer, availability, need.within_hours)
            for profiles, state in _standings(offer, availability, need, admitted, asked_on):
                if profiles:
                    yield Contribution(profiles, state, opening, offer, availability)


def _standings(
    offer: Offer, availability: Availability, need: Need, admitted: Admitted, asked_on: date
) -> tuple[tuple[int, State], ...]:
    """Rules 8 to 12, the first that applies."""
    if unconfirmed_because(offer, availability, need, asked_on):
        return ((admitted.yes | admitted.unknown, State.UNCONFIRMED),)
    if beyond_because(offer, availability, need):
        surely = State.TOO_FAR
    else:
        surely = State.COVERED if availability.mode is Mode.IN_PERSON else State.BY_PHONE
    return (admitted.yes, surely), (admitted.unknown, State.DEPENDS)
