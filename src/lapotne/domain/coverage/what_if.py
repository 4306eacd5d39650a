"""What a change does to the canopy before it is saved: the gaps it closes and the gaps it opens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lapotne.domain.coverage.cells import Cell
from lapotne.domain.coverage.evaluation import TownCoverage
from lapotne.domain.coverage.gaps import gap_bits
from lapotne.domain.coverage.states import spans_of
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.moments.clock import Span


@dataclass(frozen=True, slots=True)
class Change:
    """For a need and a profile the UTC spans that stop being a gap and those that become one."""

    need: Need
    profile: Profile
    closed: tuple[Span, ...]
    opened: tuple[Span, ...]

    @property
    def closed_minutes(self) -> int:
        """How many gap minutes the change takes away."""
        return sum(span.minutes for span in self.closed)

    @property
    def opened_minutes(self) -> int:
        """How many gap minutes the change adds."""
        return sum(span.minutes for span in self.opened)


def difference(before: TownCoverage, after: TownCoverage) -> list[Change]:
    """Every need and profile whose gaps differ, evaluated over the same period and with levels kept."""
    later = {(need.key, profile.key): cell for need, profile, cell in after.each()}
    return [
        change
        for need, profile, cell in before.each()
        for change in _changes(need, profile, cell, later[need.key, profile.key], before)
    ]


def _changes(need: Need, profile: Profile, before: Cell, after: Cell, town: TownCoverage) -> Iterator[Change]:
    was, will_be = gap_bits(before, town.period), gap_bits(after, town.period)
    if was != will_be:
        closed, opened = was & ~will_be, will_be & ~was
        yield Change(need, profile, tuple(spans_of(closed, town.period)), tuple(spans_of(opened, town.period)))
