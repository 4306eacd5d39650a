"""Many cells measured at once: minutes by state, the edges of gaps, and the gaps of each hour of the week.

A cell's steps are a row of bits in 64-bit words, the first step in the lowest bit of the first word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from lapotne.domain.coverage.packed import Rows, ones, shifted_up
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import MINUTES_IN_HOUR, MINUTES_IN_WEEK, clock_spans
from lapotne.domain.moments.openings import Period

HOURS_IN_WEEK = 168
BITS_IN_WORD = 64
THURSDAY_OFFSET = 3 * 24 * MINUTES_IN_HOUR
"""Minutes from a Monday to 1970-01-01, a Thursday: the epoch's place in the week."""

STATE_BITS = 3
STATE_MASK = (1 << STATE_BITS) - 1

type Ints = NDArray[np.int64]


def code_of(row: int, state: State) -> int:
    """A row that reaches a state, in one number."""
    return row << STATE_BITS | state


@dataclass(frozen=True, slots=True)
class ToMeasure:
    """A cell: codes of the rows that it is made of (see `code_of`), and the worst state that isn't a gap."""

    codes: Sequence[int]
    enough: State


@dataclass(frozen=True, slots=True)
class Measured:
    """Of one cell: minutes by state (State as index), gap edges in steps, gap minutes by hour of the local week."""

    minutes: tuple[int, ...]
    gap_starts: NDArray[np.int32]
    gap_ends: NDArray[np.int32]
    by_hour: NDArray[np.int32]

    @property
    def gap_count(self) -> int:
        """How many maximal gaps there are."""
        return len(self.gap_starts)


def measure(cells: Sequence[ToMeasure], rows: Rows, period: Period) -> list[Measured]:
    """Measure cells whose rows of bits stand in `rows`."""
    gaps, minutes = _gaps_and_minutes(cells, rows, period)
    edges, bounds = _edges(gaps)
    by_hour = _by_hour(gaps, edges, bounds, period)
    starts, ends, places = edges[::2], edges[1::2], (bounds // 2).tolist()
    each = zip(minutes.tolist(), places[:-1], places[1:], by_hour, strict=True)
    return [
        Measured(tuple(by_state), starts[first:last], ends[first:last], hours) for by_state, first, last, hours in each
    ]


def _gaps_and_minutes(cells: Sequence[ToMeasure], rows: Rows, period: Period) -> tuple[Rows, Ints]:
    """Each cell's row of gap bits, and its minutes by state: levels laid over each other from the best down."""
    reached = np.zeros((len(cells), rows.shape[1]), np.uint64)
    at_least = np.zeros((len(cells), len(State) + 1), np.int64)
    at_least[:, State.NOBODY] = period.steps
    enough = np.array([cell.enough for cell in cells])
    gaps = np.empty_like(reached)
    groups = _groups(cells)
    for state in range(State.COVERED, State.NOBODY, -1):
        at_least[:, state] = at_least[:, state + 1]
        places, numbers, starts, sizes = groups(state)
        if len(places):
            level = _either(numbers, starts, sizes, rows)
            level |= reached[places]
            reached[places] = level
            at_least[places, state] = np.bitwise_count(level).sum(axis=1, dtype=np.uint32)
        here = enough == state
        if here.any():
            gaps[here] = ~reached[here] & ones(period.steps)
    return gaps, (at_least[:, :-1] - at_least[:, 1:]) * period.step


def _groups(cells: Sequence[ToMeasure]) -> Callable[[int], tuple[Ints, Ints, Ints, Ints]]:
    """By state the cells that have rows of it, the most rows first; the row numbers, where a cell's begin, how many."""
    counts = [len(cell.codes) for cell in cells]
    codes = np.fromiter(chain.from_iterable(cell.codes for cell in cells), np.int64, sum(counts))
    places, states = np.repeat(np.arange(len(cells)), counts), codes & STATE_MASK
    order = np.lexsort((places, states))
    places, states, numbers = places[order], states[order], codes[order] >> STATE_BITS

    def of_state(state: int) -> tuple[Ints, Ints, Ints, Ints]:
        first, last = np.searchsorted(states, (state, state + 1))
        here = places[first:last]
        starts = np.flatnonzero(np.diff(here, prepend=-1))
        sizes = np.diff(starts, append=len(here))
        largest = np.argsort(-sizes, kind="stable")
        return here[starts[largest]], numbers[first:last], starts[largest], sizes[largest]

    return of_state


def _either(numbers: Ints, starts: Ints, sizes: Ints, rows: Rows) -> Rows:
    """For each group of row numbers, the largest group first, the bits that stand in any of its rows."""
    either = rows[numbers[starts]]
    for place in range(1, int(sizes[0])):
        further = int(np.searchsorted(-sizes, -place))
        either[:further] |= rows[numbers[starts[:further] + place]]
    return either


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
