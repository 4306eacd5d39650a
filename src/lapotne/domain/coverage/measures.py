"""Many cells measured at once: minutes by state, the edges of gaps, and the gaps of each hour of the week.

A cell is five numbers of unions of rows, from COVERED down to UNCONFIRMED: where its state is at least that.
A row has its bits in 64-bit words, the first step in the lowest bit of the first word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lapotne.domain.coverage.packed import Rows, ones, shifted_up
from lapotne.domain.coverage.unions import Ints, Unions
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import MINUTES_IN_HOUR, MINUTES_IN_WEEK, clock_spans
from lapotne.domain.moments.openings import Period

HOURS_IN_WEEK = 168
BITS_IN_WORD = 64
THURSDAY_OFFSET = 3 * 24 * MINUTES_IN_HOUR
"""Minutes from a Monday to 1970-01-01, a Thursday: the epoch's place in the week."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Where some steps are bare: edges of gaps in steps, and gap minutes by hour of the local week."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    by_hour: NDArray[np.int32]

    def copied(self) -> Gaps:
        """The same in arrays of its own, which keep no others from being freed."""
        return Gaps(self.starts.copy(), self.ends.copy(), self.by_hour.copy())


@dataclass(frozen=True, slots=True)
class Measured:
    """Of one cell: minutes by state (State as index), and its gaps, which cells may share."""

    minutes: tuple[int, ...]
    gaps: Gaps

    @property
    def gap_starts(self) -> NDArray[np.int32]:
        """The steps at which gaps begin."""
        return self.gaps.starts

    @property
    def gap_ends(self) -> NDArray[np.int32]:
        """The steps before which they end."""
        return self.gaps.ends

    @property
    def by_hour(self) -> NDArray[np.int32]:
        """Gap minutes in each hour of the local week."""
        return self.gaps.by_hour

    @property
    def gap_count(self) -> int:
        """How many maximal gaps there are."""
        return len(self.gaps.starts)


class Measures:
    """Measures cells whose unions of rows stand in `unions`; what is met by one row alone is remembered."""

    def __init__(self, unions: Unions, period: Period) -> None:
        self._unions, self._period = unions, period
        self._of_rows: dict[int, Gaps] = {}

    def measure(self, reaching: Sequence[int], enough: Sequence[State]) -> list[Measured]:
        """Each cell measured; `reaching` has five numbers a cell, `enough` its worst state that isn't a gap."""
        numbers = np.array(reaching, np.int64).reshape(len(enough), State.COVERED)
        met = numbers[np.arange(len(enough)), State.COVERED - np.array(enough)].tolist()
        gaps = self._gaps(set(met))
        minutes = map(tuple, self._minutes(numbers).tolist())
        return [Measured(by_state, gaps[number]) for by_state, number in zip(minutes, met, strict=True)]

    def _minutes(self, numbers: Ints) -> Ints:
        """Minutes by state, worst first: steps that reach a state less those that reach a better one."""
        at_least = np.zeros((len(numbers), len(State) + 1), np.int64)
        at_least[:, 1:-1] = self._unions.counts(numbers)
        at_least[:, -1] = self._period.steps
        return np.diff(at_least, axis=1)[:, ::-1] * self._period.step

    def _gaps(self, met: set[int]) -> dict[int, Gaps]:
        """By number of a union the gaps that it leaves."""
        found = {number: self._of_rows[number] for number in met if number in self._of_rows}
        new = [number for number in met if number not in found]
        if new:
            bare = ~self._unions.rows(new) & ones(self._period.steps)
            found.update(zip(new, gaps_of_rows(bare, self._period), strict=True))
        for number in new:
            if number >= 0:
                self._of_rows[number] = found[number].copied()
        return found


def gaps_of_rows(bare: Rows, period: Period) -> list[Gaps]:
    """The gaps of each row of bare steps."""
    edges, bounds = _edges(bare)
    by_hour = _by_hour(bare, edges, bounds, period)
    starts, ends, places = edges[::2], edges[1::2], (bounds // 2).tolist()
    return [
        Gaps(starts[first:last], ends[first:last], hours)
        for first, last, hours in zip(places[:-1], places[1:], by_hour, strict=True)
    ]


def _edges(gaps: Rows) -> tuple[NDArray[np.int32], Ints]:
    """The steps at which gaps begin and end, alternating, all cells in one row; and where each cell's begin."""
    width = gaps.shape[1] * BITS_IN_WORD
    flat = (gaps ^ shifted_up(gaps)).reshape(-1).view(np.uint8)
    filled = np.flatnonzero(flat != 0)
    found = np.flatnonzero(np.unpackbits(flat[filled], bitorder="little").view(bool))
    places = filled[found >> 3] * 8 + (found & 7)
    bounds = np.searchsorted(places, np.arange(len(gaps) + 1) * width)
    return (places % width).astype(np.int32), bounds


def _by_hour(gaps: Rows, edges: NDArray[np.int32], bounds: Ints, period: Period) -> NDArray[np.int32]:
    """Gap minutes in each hour of the local week: edges laid on the week, then added up along it."""
    hour = MINUTES_IN_HOUR // period.step
    places, rows, signs = _edges_in_week(gaps, edges, bounds, period)
    bins = rows * HOURS_IN_WEEK + places // hour
    size = len(gaps) * HOURS_IN_WEEK
    begun = np.bincount(bins, signs, size).reshape(len(gaps), HOURS_IN_WEEK)
    late = np.bincount(bins, signs * (places % hour), size).reshape(len(gaps), HOURS_IN_WEEK)
    # In the hour of an edge only the steps after it count; in all later hours every step does.
    running = np.cumsum(begun, axis=1) * hour - late
    whole_weeks = (_lengths(edges, bounds) - running.sum(axis=1)) / HOURS_IN_WEEK
    return np.rint((running + whole_weeks[:, None]) * period.step).astype(np.int32)


def _edges_in_week(gaps: Rows, edges: NDArray[np.int32], bounds: Ints, period: Period) -> tuple[Ints, Ints, Ints]:
    """Each edge's step in the local week, its cell, and 1 for a beginning or -1 for an end.

    A gap that runs across a change of the clock ends and begins there, since the wall clock jumps.
    """
    week = MINUTES_IN_WEEK // period.step
    clocks = clock_spans(period.start_minute, period.end_minute, period.zone)
    starts = [(clock.start - period.start_minute) // period.step for clock in clocks]
    shifts = np.array([_place_in_week(period, clock.offset) for clock in clocks])
    signs = np.tile(np.array([1, -1]), len(edges) // 2)
    # An end at a clock change still belongs to the time before it.
    clock_of = np.searchsorted(starts, edges - (signs < 0), side="right") - 1
    places, rows = [(edges + shifts[clock_of]) % week], [np.repeat(np.arange(len(gaps)), np.diff(bounds))]
    all_signs = [signs]
    for at, start in enumerate(starts[1:], start=1):
        across = np.flatnonzero(_bit(gaps, start - 1) & _bit(gaps, start))
        for shift, sign in ((shifts[at - 1], -1), (shifts[at], 1)):
            places.append(np.full(len(across), (start + shift) % week))
            rows.append(across)
            all_signs.append(np.full(len(across), sign))
    return np.concatenate(places), np.concatenate(rows), np.concatenate(all_signs)


def _lengths(edges: NDArray[np.int32], bounds: Ints) -> Ints:
    """How many steps of each cell lie in a gap: ends less beginnings."""
    signed = np.concatenate([[0], np.cumsum(np.where(np.arange(len(edges)) % 2, edges, -edges), dtype=np.int64)])
    lengths: Ints = signed[bounds[1:]] - signed[bounds[:-1]]
    return lengths


def _bit(rows: Rows, place: int) -> NDArray[np.bool_]:
    """One bit of every row."""
    return (rows[:, place // BITS_IN_WORD] >> np.uint64(place % BITS_IN_WORD) & np.uint64(1)).astype(bool)


def _place_in_week(period: Period, offset: int) -> int:
    """Where the period's first step would stand in the local week under a clock's offset, in steps."""
    minute = period.start_minute + offset + THURSDAY_OFFSET
    return minute % MINUTES_IN_WEEK // period.step
