"""The state of a cell step by step, and its picture in longer steps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from lapotne.domain.coverage.cells import Cell, Levels
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import Span
from lapotne.domain.moments.openings import Period

type Flags = NDArray[np.uint8]


def flags_of(bits: int, steps: int) -> Flags:
    """One number, 0 or 1, for each step of a bit set."""
    packed = np.frombuffer(bits.to_bytes(-(-steps // 8), "little"), np.uint8)
    return np.unpackbits(packed, count=steps, bitorder="little")


def states_of(levels: Levels, steps: int) -> Flags:
    """The State of each step as a number: how many levels hold in it."""
    states = np.zeros(steps, np.uint8)
    for level in levels:
        states += flags_of(level, steps)
    return states


def state_at(cell: Cell, period: Period, minute: int) -> State:
    """The state of a cell at a UTC minute inside the period."""
    step = (minute - period.start_minute) // period.step
    return State(sum(level >> step & 1 for level in cell.levels))


def picture(cell: Cell, period: Period, minutes: int = 60) -> list[State]:
    """The worst state of each stretch of so many minutes from the period's start (rule 19).

    The last stretch may be shorter. Raises ValueError when the period's step doesn't divide the minutes.
    """
    if minutes % period.step:
        raise ValueError(f"A picture in steps of {minutes} minutes can't be drawn from steps of {period.step}.")
    states = states_of(cell.levels, period.steps)
    starts = np.arange(0, period.steps, minutes // period.step)
    return [State(int(worst)) for worst in np.minimum.reduceat(states, starts)]


def runs(states: Flags, start: int, end: int, period: Period) -> Iterator[tuple[Span, State]]:
    """Stretches of one state among the steps from start to before end, as UTC spans."""
    inside = states[start:end]
    changes = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    bounds = [0, *changes.tolist(), len(inside)]
    for first, last in pairwise(bounds):
        yield span_of(start + first, start + last, period), State(int(inside[first]))


def span_of(start: int, end: int, period: Period) -> Span:
    """The UTC span of the steps from start to before end."""
    return Span(period.start_minute + start * period.step, period.start_minute + end * period.step)


def spans_of(bits: int, period: Period) -> list[Span]:
    """The maximal UTC spans of a bit set."""
    flags = flags_of(bits, period.steps).astype(np.int8)
    edges = np.flatnonzero(np.diff(flags, prepend=0, append=0)).tolist()
    return [span_of(start, end, period) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def bits_of(span: Span, period: Period) -> int:
    """The bit set of the steps of a UTC span inside the period."""
    first = (span.start - period.start_minute) // period.step
    length = span.minutes // period.step
    return ((1 << length) - 1) << first
