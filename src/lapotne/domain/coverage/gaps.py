"""Gaps: the maximal spans in which a need isn't met, each cut by the states it runs through (rule 15)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lapotne.domain.coverage.cells import Cell, enough_for
from lapotne.domain.coverage.states import runs, span_of, states_of
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import Span
from lapotne.domain.moments.openings import Period


@dataclass(frozen=True)
class Gap:
    """A maximal span of UTC minutes without enough help, and the pieces of one state each that make it up."""

    span: Span
    pieces: tuple[tuple[Span, State], ...]

    @cached_property
    def minutes_by_state(self) -> dict[State, int]:
        """How long each state lasts in it, in minutes."""
        lasting: dict[State, int] = {}
        for span, state in self.pieces:
            lasting[state] = lasting.get(state, 0) + span.minutes
        return lasting


def gaps_of(cell: Cell, period: Period) -> list[Gap]:
    """The gaps of a cell that kept its levels, in order of time."""
    states = states_of(cell.levels, period.steps)
    measured = cell.measured
    return [
        Gap(span_of(start, end, period), tuple(runs(states, start, end, period)))
        for start, end in zip(measured.gap_starts.tolist(), measured.gap_ends.tolist(), strict=True)
    ]


def gap_bits(cell: Cell, period: Period) -> int:
    """The bit set of the steps that lie in a gap."""
    return ((1 << period.steps) - 1) & ~cell.levels[enough_for(cell.need) - 1]
