"""States, gaps, worst hour and single points of failure by docs/coverage.md, one minute at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Availability, Offer
from lapotne.domain.mechanism.states import State
from lapotne.domain.mechanism.towns import Mechanism
from tests.oracle.availabilities import NO, answer_of_all, state_of_availability
from tests.oracle.hours import WORDS, Hours, hours_by_minute, local_clock, state_at_minute, utc_minute_of

HOURS_IN_WEEK = 168

type States = NDArray[np.uint8]


@dataclass(frozen=True)
class Asked:
    """What is known beside the mechanism: the day of asking, and the public holidays of the country."""

    on: date
    holidays: frozenset[date] = frozenset()


@dataclass(frozen=True)
class Period:
    """Local days, `first` included and `until` not, as UTC minutes since the epoch: [start, end)."""

    first: date
    until: date
    zone: str

    @property
    def start(self) -> int:
        """The first local midnight."""
        return utc_minute_of(self.first, self.zone)

    @property
    def end(self) -> int:
        """The local midnight that ends it."""
        return utc_minute_of(self.until, self.zone)


@dataclass(frozen=True)
class Gap:
    """A maximal gap [start, end) in UTC minutes; pieces (start, end, state), cut where the state changes."""

    start: int
    end: int
    pieces: tuple[tuple[int, int, State], ...]


@dataclass(frozen=True)
class Help:
    """One availability that is in at a moment, and how far."""

    institution: str
    offer: str
    availability: int
    state: State


def who(mechanism: Mechanism, need: Need, profile: Profile, utc_minute: int, asked: Asked) -> list[Help]:
    """Every availability that is in at this very minute, best first, then in the order of the mechanism."""
    zone = mechanism.municipality.time_zone
    found = []
    for offer, place, availability in _ways(mechanism, need):
        said = _hours(offer, availability)
        hours = state_at_minute(
            said.text, said.on_holidays, said.closures, utc_minute, zone, asked.holidays, said.valid
        )
        state_now = state_of_availability(offer, availability, need, profile, hours, asked.on)
        if state_now is not State.NOBODY:
            found.append(Help(offer.institution.key, offer.key, place, state_now))
    return sorted(found, key=lambda one: -one.state)


def state(mechanism: Mechanism, need: Need, profile: Profile, utc_minute: int, asked: Asked) -> State:
    """Say how a need stands at a moment: the best of the hours it can wait, their last minute included."""
    best = State.NOBODY
    for minute in range(utc_minute, utc_minute + 60 * need.within_hours + 1):
        for one in who(mechanism, need, profile, minute, asked):
            best = max(best, one.state)
    return best


def states_by_minute(mechanism: Mechanism, need: Need, profile: Profile, period: Period, asked: Asked) -> States:
    """Say the same as `state` for every minute of the period."""
    best = np.zeros(period.end - period.start, dtype=np.uint8)
    for states in _by_institution(mechanism, need, profile, period, asked).values():
        best = np.maximum(best, states)
    return best


def minutes_by_state(
    mechanism: Mechanism, need: Need, profile: Profile, period: Period, asked: Asked
) -> dict[State, int]:
    """How many minutes of the period each state lasts, all six named."""
    counted = Counter(states_by_minute(mechanism, need, profile, period, asked).tolist())
    return {one: counted[one] for one in State}


def is_gap(found: State, need: Need) -> bool:
    """Whether a moment in this state is a moment of a gap (rule 15)."""
    return not (found is State.COVERED or (need.call_meets and found is State.BY_PHONE))


def gaps(mechanism: Mechanism, need: Need, profile: Profile, period: Period, asked: Asked) -> list[Gap]:
    """Find the maximal gaps of the period; one that reaches over an end of it is cut there."""
    found = [State(value) for value in states_by_minute(mechanism, need, profile, period, asked).tolist()]
    numbered = list(enumerate(found, start=period.start))
    gaps_found = []
    for in_gap, minutes in groupby(numbered, key=lambda pair: is_gap(pair[1], need)):
        if in_gap:
            pieces = tuple(_pieces(minutes))
            gaps_found.append(Gap(pieces[0][0], pieces[-1][1], pieces))
    return gaps_found


def gap_minutes_by_hour(
    mechanism: Mechanism, needs: Iterable[Need], profiles: Iterable[Profile], period: Period, asked: Asked
) -> list[int]:
    """Count gap minutes in the 168 hours of the local week, Monday 00:00 first, where a need applies."""
    counted = [0] * HOURS_IN_WEEK
    everyone = list(profiles)
    for need in needs:
        for profile in everyone:
            if answer_of_all(need.applies_to, profile.facts) == NO:
                continue
            for gap in gaps(mechanism, need, profile, period, asked):
                for utc_minute in range(gap.start, gap.end):
                    day, minute = local_clock(utc_minute, period.zone)
                    counted[day.weekday() * 24 + minute // 60] += 1
    return counted


def worst_hour(
    mechanism: Mechanism, needs: Iterable[Need], profiles: Iterable[Profile], period: Period, asked: Asked
) -> tuple[int, int] | None:
    """Find the hour of the local week with most gap minutes, and how many; None without gaps."""
    counted = gap_minutes_by_hour(mechanism, needs, profiles, period, asked)
    most = max(counted)
    return (counted.index(most), most) if most else None


def single_points_of_failure(
    mechanism: Mechanism, need: Need, profile: Profile, period: Period, asked: Asked
) -> dict[str, int]:
    """Count by institution the minutes outside gaps whose best state it alone brings, waiting included."""
    by_institution = _by_institution(mechanism, need, profile, period, asked)
    alone: Counter[str] = Counter()
    for states in zip(*(found.tolist() for found in by_institution.values()), strict=True):
        best = max(states)
        behind = [key for key, found in zip(by_institution, states, strict=True) if found == best]
        if len(behind) == 1 and not is_gap(State(best), need):
            alone[behind[0]] += 1
    return dict(alone)


def _by_institution(
    mechanism: Mechanism, need: Need, profile: Profile, period: Period, asked: Asked
) -> dict[str, States]:
    """Say what each institution brings at each minute; a wait looks beyond the end of the period."""
    wait = 60 * need.within_hours
    start, end = period.start, period.end + wait
    found: dict[str, States] = {}
    for offer, _, availability in _ways(mechanism, need):
        state_for_hours = [
            state_of_availability(offer, availability, need, profile, WORDS[value], asked.on) for value in sorted(WORDS)
        ]
        hours = hours_by_minute(_hours(offer, availability), start, end, period.zone, asked.holidays)
        states = np.array(state_for_hours, dtype=np.uint8)[hours]
        before = found.get(offer.institution.key, np.zeros(end - start, dtype=np.uint8))
        found[offer.institution.key] = np.maximum(before, states)
    windows = np.lib.stride_tricks.sliding_window_view
    return {key: windows(states, wait + 1).max(axis=1) for key, states in found.items()}


def _ways(mechanism: Mechanism, need: Need) -> Iterator[tuple[Offer, int, Availability]]:
    for offer in mechanism.offers:
        if need.key in offer.meets:
            for place, availability in enumerate(offer.availabilities):
                yield offer, place, availability


def _hours(offer: Offer, availability: Availability) -> Hours:
    return Hours(availability.hours, availability.on_holidays, availability.closures, offer.valid)


def _pieces(minutes: Iterable[tuple[int, State]]) -> Iterator[tuple[int, int, State]]:
    for found, run in groupby(minutes, key=lambda pair: pair[1]):
        numbers: Collection[int] = [utc_minute for utc_minute, _ in run]
        yield min(numbers), max(numbers) + 1, found
