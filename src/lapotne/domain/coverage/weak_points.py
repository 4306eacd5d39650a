"""Single points of failure: moments at which one institution alone stands behind the best help there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from lapotne.domain.coverage.cells import Cell, enough_for
from lapotne.domain.coverage.contributions import Calendar, Contribution
from lapotne.domain.mechanism.states import State


def single_points(cell: Cell, calendar: Calendar) -> dict[str, int]:
    """For each institution's key the bit set of steps at which it stands alone (rule 16).

    Needs that can wait count whoever reaches the best state anywhere in [t, t+H].
    """
    found: dict[str, int] = defaultdict(int)
    for state in range(enough_for(cell.need), State.COVERED + 1):
        better = cell.levels[state] if state < State.COVERED else 0
        best_here = cell.levels[state - 1] & ~better
        if best_here:
            for institution, bits in _alone(_reaching(cell.parts, State(state), calendar)):
                found[institution] |= bits & best_here
    return {institution: bits for institution, bits in found.items() if bits}


def _reaching(parts: Iterable[Contribution], state: State, calendar: Calendar) -> dict[str, int]:
    """For each institution the steps at which it reaches at least a state."""
    reaching: dict[str, int] = defaultdict(int)
    for part in parts:
        if part.state >= state:
            reaching[part.offer.institution.key] |= calendar[part.opening].certain
    return reaching


def _alone(reaching: dict[str, int]) -> list[tuple[str, int]]:
    once = twice = 0
    for bits in reaching.values():
        twice |= once & bits
        once |= bits
    return [(institution, bits & ~twice) for institution, bits in reaching.items()]
