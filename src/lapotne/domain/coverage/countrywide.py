"""The towns of a country side by side for chosen needs: how far each is met, its worst need, and its nights."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from lapotne.domain.coverage.cells import Cell
from lapotne.domain.coverage.evaluation import TownCoverage
from lapotne.domain.coverage.gaps import gap_bits
from lapotne.domain.coverage.states import bits_of
from lapotne.domain.mechanism.needs import Need
from lapotne.domain.mechanism.states import State
from lapotne.domain.mechanism.towns import Municipality
from lapotne.domain.moments.clock import MINUTES_IN_DAY, MINUTES_IN_HOUR, Span, clock_spans
from lapotne.domain.moments.openings import Period

NIGHT = (22 * MINUTES_IN_HOUR, 6 * MINUTES_IN_HOUR)
"""Wall-clock minutes at which a night begins and ends."""


@dataclass(frozen=True, slots=True)
class Cover:
    """How far needs are met over a period: minutes by state (State as index), and those that lie in a gap."""

    minutes: tuple[int, ...]
    gap_minutes: int

    @property
    def asked_minutes(self) -> int:
        """All minutes asked about: the period, once for each need and profile."""
        return sum(self.minutes)

    @property
    def met(self) -> float:
        """The share of the minutes asked in which a need is met, from 0 to 1; 0 when nothing was asked."""
        asked = self.asked_minutes
        return (asked - self.gap_minutes) / asked if asked else 0.0

    @property
    def is_never_met(self) -> bool:
        """Whether not one minute is met."""
        return self.gap_minutes == self.asked_minutes

    @property
    def rest(self) -> State:
        """The state in which most of what isn't met lies, equals to the worse; covered where all is met."""
        if not self.gap_minutes:
            return State.COVERED
        unmet = list(self.minutes)
        # By phone is enough for some needs: what is met and not covered is met by phone.
        unmet[State.BY_PHONE] -= self.asked_minutes - self.gap_minutes - self.minutes[State.COVERED]
        unmet[State.COVERED] = 0
        return State(max(range(len(unmet)), key=lambda state: (unmet[state], -state)))


@dataclass(frozen=True, slots=True)
class TownCover:
    """One municipality: the needs chosen taken together, each need alone, and whether a whole night is bare.

    `needs`: every need asked, also those that weren't chosen, in the order asked.
    `is_bare_at_night`: no minute of any night is met, for any profile and chosen need.
    """

    municipality: Municipality
    chosen: Cover
    needs: tuple[tuple[Need, Cover], ...]
    is_bare_at_night: bool

    @property
    def worst(self) -> tuple[Need, Cover] | None:
        """The need with the greatest share in a gap, the first of equals; None where no need has a gap."""
        worst = min(self.needs, key=lambda found: found[1].met, default=None)
        return worst if worst and worst[1].gap_minutes else None

    @property
    def never_met(self) -> tuple[Need, ...]:
        """The needs that aren't met in a single minute."""
        return tuple(need for need, cover in self.needs if cover.is_never_met)


def countrywide(towns: Iterable[TownCoverage], chosen: Collection[str]) -> Iterator[TownCover]:
    """Each town in turn; `chosen` are keys of needs. Towns keep their levels."""
    for town in towns:
        period = town.period
        night = night_bits(period)
        cells: dict[str, list[Cell]] = defaultdict(list)
        for cell in town.cells:
            cells[cell.need.key].append(cell)
        picked = [cell for key, found in cells.items() if key in chosen for cell in found]
        bare = all(gap_bits(cell, period) & night == night for cell in picked)
        needs = tuple((found[0].need, cover_of(found)) for found in cells.values())
        yield TownCover(town.mechanism.municipality, cover_of(picked), needs, bool(picked) and bare)


def cover_of(cells: Iterable[Cell]) -> Cover:
    """The sums over cells, each weighed by its profiles."""
    minutes = [0] * len(State)
    gap_minutes = 0
    for cell in cells:
        weight = cell.profiles.bit_count()
        for state, lasting in enumerate(cell.measured.minutes):
            minutes[state] += lasting * weight
        gap_minutes += int(cell.measured.by_hour.sum()) * weight
    return Cover(tuple(minutes), gap_minutes)


@lru_cache(maxsize=8)
def night_bits(period: Period) -> int:
    """The bit set of the steps that lie in a night by the wall clock."""
    begins, ends = NIGHT
    lasting = (ends - begins) % MINUTES_IN_DAY
    bits = 0
    for clock in clock_spans(period.start_minute, period.end_minute, period.zone):
        first = clock.start + (begins - clock.start - clock.offset) % MINUTES_IN_DAY - MINUTES_IN_DAY
        for night in range(first, clock.end, MINUTES_IN_DAY):
            span = Span(max(night, clock.start), min(night + lasting, clock.end))
            if span.minutes > 0:
                bits |= bits_of(span, period)
    return bits
