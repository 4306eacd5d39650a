"""States over time: the best of many spans at every minute, and the stretches in which it isn't good enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A state from a UTC minute to another, end excluded; `is_met`: whether it is no gap."""

    start: int
    end: int
    state: State
    is_met: bool

    @property
    def worth(self) -> tuple[bool, State]:
        """What orders stretches: what is no gap before what is, then the state."""
        return self.is_met, self.state


def best_over(stretches: Iterable[Stretch], start: int, end: int) -> list[Stretch]:
    """The best of the stretches at every minute of [start, end), nobody where there is none; neighbours differ."""
    given = cut(stretches, start, end)
    edges = sorted({start, end, *_edges(given)})
    begins = sorted(given, key=lambda stretch: stretch.start)
    active: list[Stretch] = []
    found: list[Stretch] = []
    at = 0
    for left, right in pairwise(edges):
        active = [stretch for stretch in active if stretch.end > left]
        while at < len(begins) and begins[at].start <= left:
            active.append(begins[at])
            at += 1
        best = max(active, key=_worth, default=None)
        state, is_met = (State.NOBODY, False) if best is None else (best.state, best.is_met)
        _append(found, Stretch(left, right, state, is_met))
    return found


def worst_over(timelines: list[list[Stretch]]) -> list[Stretch]:
    """The worst of several timelines at every minute; each covers the same period without holes."""
    edges = sorted({edge for timeline in timelines for edge in _edges(timeline)})
    at = [0] * len(timelines)
    found: list[Stretch] = []
    for left, right in pairwise(edges):
        for line, timeline in enumerate(timelines):
            while timeline[at[line]].end <= left:
                at[line] += 1
        worst = min((timeline[at[line]] for line, timeline in enumerate(timelines)), key=_worth)
        _append(found, replace(worst, start=left, end=right))
    return found


def unmet(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """The maximal runs of neighbouring stretches that are gaps; a run goes on when its state changes."""
    run: list[Stretch] = []
    for stretch in stretches:
        if run and (stretch.is_met or run[-1].end != stretch.start):
            yield run
            run = []
        if not stretch.is_met:
            run.append(stretch)
    if run:
        yield run


def cut(stretches: Iterable[Stretch], start: int, end: int) -> list[Stretch]:
    """The parts of stretches that lie in [start, end)."""
    clipped = (replace(one, start=max(one.start, start), end=min(one.end, end)) for one in stretches)
    return [one for one in clipped if one.start < one.end]


def cut_to(stretches: list[Stretch], spans: Iterable[Span]) -> list[Stretch]:
    """The parts of stretches that lie in the spans; both in order and without overlap."""
    found: list[Stretch] = []
    at = 0
    for span in spans:
        while at < len(stretches) and stretches[at].end <= span.start:
            at += 1
        last = at
        while last < len(stretches) and stretches[last].start < span.end:
            last += 1
        found += cut(stretches[at:last], span.start, span.end)
    return found


def _worth(stretch: Stretch) -> tuple[bool, State]:
    return stretch.worth


def _edges(stretches: list[Stretch]) -> Iterator[int]:
    for stretch in stretches:
        yield stretch.start
        yield stretch.end


def _append(found: list[Stretch], stretch: Stretch) -> None:
    if found and found[-1].worth == stretch.worth and found[-1].end == stretch.start:
        stretch = replace(stretch, start=found.pop().start)
    found.append(stretch)
