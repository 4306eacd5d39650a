"""What each availability contributes to a need: for which profiles, in which state, at which steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from lapotne.domain.coverage.admission import Admissions, Admitted
from lapotne.domain.coverage.packed import Stack
from lapotne.domain.mechanism.needs import Need
from lapotne.domain.mechanism.offers import Availability, Offer
from lapotne.domain.mechanism.standing import is_confirmed, worth
from lapotne.domain.mechanism.states import State
from lapotne.domain.mechanism.timetables import timetable_of
from lapotne.domain.moments.clock import MINUTES_IN_HOUR
from lapotne.domain.moments.openings import Compiler, Openings
from lapotne.domain.moments.timetable import Timetable


class Contribution(NamedTuple):
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
        self._said: dict[tuple[object, ...], _Numbers] = {}
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

    def numbers_of(self, offer: Offer, availability: Availability) -> Mapping[int, int]:
        """By hours the number of an availability's timetable; most were asked for before, so none is made to look."""
        valid = offer.valid
        said = availability.hours, availability.on_holidays, availability.closures, valid.since, valid.until
        found = self._said.get(said)
        if found is None:
            found = self._said[said] = _Numbers(self, timetable_of(offer, availability))
        return found

    def __getitem__(self, number: int) -> Openings:
        return self._openings[number]

    def _reaching(self, openings: Openings, hours: int) -> Openings:
        steps = hours * MINUTES_IN_HOUR // self.period.step
        certain = reach_back(openings.certain, steps) & self.whole
        uncertain = reach_back(openings.uncertain, steps) & self.whole
        return Openings(certain, uncertain & ~certain)


class _Numbers(dict[int, int]):
    """By hours the number of one timetable."""

    def __init__(self, calendar: Calendar, timetable: Timetable) -> None:
        super().__init__()
        self._calendar, self._timetable = calendar, timetable

    def __missing__(self, hours: int) -> int:
        number = self[hours] = self._calendar.number(self._timetable, hours)
        return number


def reach_back(bits: int, steps: int) -> int:
    """Set each bit for which any of itself and the next `steps` bits is set."""
    width, wanted = 1, steps + 1
    while width * 2 <= wanted:
        bits |= bits >> width
        width *= 2
    return bits | bits >> (wanted - width)


def contributions(
    offers: Iterable[Offer], needs: Mapping[str, Need], admissions: Admissions, calendar: Calendar, asked_on: date
) -> dict[str, list[Contribution]]:
    """By the key of each need all that a town's offers contribute to it, in the order of the offers."""
    found: dict[str, list[Contribution]] = {key: [] for key in needs}
    for offer in offers:
        asked = admissions.of_offer(offer, [needs[key] for key in offer.meets if key in needs])
        if not asked:
            continue
        for availability in offer.availabilities:
            numbers = calendar.numbers_of(offer, availability)
            confirmed = is_confirmed(availability, asked_on)
            for need, admitted in asked:
                surely = worth(offer, availability, need, confirmed=confirmed)
                opening = numbers[need.within_hours]
                for profiles, state in _standings(admitted, surely):
                    if profiles:
                        found[need.key].append(Contribution(profiles, state, opening, offer, availability))
    return found


def _standings(admitted: Admitted, surely: State) -> tuple[tuple[int, State], ...]:
    """Rules 8 and 9: what leaves open hours unconfirmed goes before what is unknown of a profile."""
    if surely is State.UNCONFIRMED:
        return ((admitted.yes | admitted.unknown, surely),)
    return (admitted.yes, surely), (admitted.unknown, State.DEPENDS)
