"""The canopy's cells: one need, the profiles that all offers answer alike, and what was measured of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lapotne.domain.coverage.contributions import Calendar, Contribution
from lapotne.domain.coverage.measures import Measured
from lapotne.domain.mechanism.needs import Need
from lapotne.domain.mechanism.states import State

type Levels = tuple[int, ...]
"""Bit sets by rising demand: the steps whose state is at least UNCONFIRMED, DEPENDS, ... COVERED."""


@dataclass(slots=True)
class Cell:
    """A need for a mask of profiles whom all offers answer alike; `offered` is all that the town has for the need."""

    need: Need
    profiles: int
    offered: Sequence[Contribution]
    levels: Levels = ()
    measured: Measured = field(init=False)

    @property
    def parts(self) -> tuple[Contribution, ...]:
        """The contributions that reach its profiles, in the order of the offers."""
        # Profiles answered alike are reached together, so one of them stands for all.
        return tuple(part for part in self.offered if part.profiles & self.profiles)


def enough_for(need: Need) -> State:
    """The worst state that still meets a need: by phone where a call meets it, else covered (rule 15)."""
    return State.BY_PHONE if need.call_meets else State.COVERED


def classes(applying: int, parts: Sequence[Contribution], brought: Sequence[int]) -> list[tuple[int, int]]:
    """Profiles parted by the contributions that reach them: each class once, with all that it is brought.

    `brought`: a bit mask for each contribution.
    """
    found = [(applying, 0)] if applying else []
    for part, more in zip(parts, brought, strict=True):
        reached = part.profiles
        parted = []
        for profiles, had in found:
            inside = profiles & reached
            if inside:
                parted.append((inside, had | more))
            if inside != profiles:
                parted.append((profiles ^ inside, had))
        found = parted
    return found


def levels_of(parts: tuple[Contribution, ...], calendar: Calendar) -> Levels:
    """The levels of a cell: a state holds where any contribution reaches it."""
    by_state = [0] * (State.COVERED + 1)
    for part in parts:
        openings = calendar[part.opening]
        by_state[part.state] |= openings.certain
        if openings.uncertain:
            by_state[State.UNCONFIRMED] |= openings.uncertain
    levels = []
    reached = 0
    for state in range(State.COVERED, State.NOBODY, -1):
        if by_state[state]:
            reached |= by_state[state]
        levels.append(reached)
    return tuple(reversed(levels))
