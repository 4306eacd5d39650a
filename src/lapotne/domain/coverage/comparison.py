"""Municipalities side by side: who is covered best, and when the country has no cover at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lapotne.domain.coverage.evaluation import TownCoverage
from lapotne.domain.coverage.gaps import gap_bits
from lapotne.domain.coverage.states import spans_of
from lapotne.domain.mechanism.states import State
from lapotne.domain.mechanism.towns import Municipality
from lapotne.domain.moments.clock import Span


@dataclass(frozen=True, slots=True)
class TownStanding:
    """A municipality's minutes by state, over all needs and profiles asked, and those that lie in a gap."""

    municipality: Municipality
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


def standing_of(town: TownCoverage) -> TownStanding:
    """One municipality's sums."""
    minutes = [0] * len(State)
    gap_minutes = 0
    for cell in town.cells:
        weight = cell.profiles.bit_count()
        for state, lasting in enumerate(cell.measured.minutes):
            minutes[state] += lasting * weight
        gap_minutes += int(cell.measured.by_hour.sum()) * weight
    return TownStanding(town.mechanism.municipality, tuple(minutes), gap_minutes)


def by_coverage(towns: Iterable[TownCoverage]) -> list[TownStanding]:
    """Municipalities, the best covered first; equals by key."""
    return sorted(map(standing_of, towns), key=lambda standing: (-standing.met, standing.municipality.key))


def uncovered_everywhere(towns: Iterable[TownCoverage]) -> dict[tuple[str, str], list[Span]]:
    """By need and profile the spans in which no municipality at all meets the need; towns keep their levels."""
    holes: dict[tuple[str, str], int] = {}
    period = None
    for town in towns:
        period = town.period
        for need, profile, cell in town.each():
            key = (need.key, profile.key)
            here = gap_bits(cell, period)
            holes[key] = holes[key] & here if key in holes else here
    if period is None:
        return {}
    return {key: spans_of(bits, period) for key, bits in holes.items() if bits}
