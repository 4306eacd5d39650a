"""The canopy's cells: one need, the profiles that all offers answer alike, and what was measured of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from lapotne.domain.coverage.contributions import Calendar, Contribution
from lapotne.domain.coverage.measures import Measured
from lapotne.domain.mechanism.needs import Need
from lapotne.domain.mechanism.states import State

type Levels = tuple[int, ...]
"""Bit sets by rising demand: the steps whose state is at least UNCONFIRMED, DEPENDS, ... COVERED."""


@dataclass(slots=True)
class Cell:
    """A need for a mask of profiles whom all offers answer alike."""

    need: Need
    profiles: int
    parts: tuple[Contribution, ...]
    levels: Levels = ()
    _measured: list[Measured] = field(default_factory=list)

    @property
    def measured(self) -> Measured:
        """What was measured of the cell."""
        return self._measured[0]


def enough_for(need: Need) -> State:
    """The worst state that still meets a need: by phone where a call meets it, else covered (rule 15)."""
    return State.BY_PHONE if need.call_meets else State.COVERED


def classes(applying: int, parts: list[Contribution]) -> list[tuple[int, tuple[Contribution, ...]]]:
    """Profiles parted by the contributions that reach them: each class once, with its contributions."""
    found: dict[int, tuple[Contribution, ...]] = {applying: ()} if applying else {}
    for part in parts:
        parted: dict[int, tuple[Contribution, ...]] = {}
        for profiles, reached in found.items():
            inside = profiles & part.profiles
            if inside:
                parted[inside] = (*reached, part)
            if inside != profiles:
                parted[profiles & ~inside] = reached
        found = parted
    return list(found.items())


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


def codes_of(parts: tuple[Contribution, ...]) -> list[int]:
    """What decides a cell's levels, whoever gives it: rows of bits, each with a state."""
    return [code for part in parts for code in part.codes]
