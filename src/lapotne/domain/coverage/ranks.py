"""What contributions bring to a need as sets of rows of bits: for each state the rows that reach it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from lapotne.domain.coverage.contributions import Calendar, Contribution
from lapotne.domain.mechanism.states import State

BEST_FIRST = tuple(reversed(range(State.COVERED)))
"""The places of a contribution's sets, COVERED first."""


@dataclass(frozen=True, slots=True)
class Ranks:
    """Distinct rows of a stack, and for each contribution the sets of rows that it brings.

    A set is a bit mask over places in `rows`. The sets of the rows that reach at least UNCONFIRMED, DEPENDS, ...
    COVERED stand side by side in one number, the first lowest and each as wide as there are rows: whoever lays
    contributions over each other unites all of them at once.
    """

    rows: Sequence[int]
    brought: Sequence[int]

    @property
    def shifts(self) -> list[int]:
        """Where each set begins in what is brought, COVERED first."""
        return [len(self.rows) * place for place in BEST_FIRST]

    @property
    def every(self) -> int:
        """The set of all rows."""
        return (1 << len(self.rows)) - 1


def ranked(parts: Sequence[Contribution], calendar: Calendar) -> Ranks:
    """Rank what contributions bring: surely open in their own state, perhaps open unconfirmed."""
    opened = [calendar.rows[part.opening] for part in parts]
    reached: dict[int, int] = {}
    for part, rows in zip(parts, opened, strict=True):
        for row in rows:
            reached[row] = reached.get(row, 0) | part.profiles
    reached.pop(0, None)
    # Rows for most profiles come first: cells have the more of their sets' beginnings in common.
    ordered = sorted(reached, key=lambda row: -reached[row].bit_count())
    places = {0: 0, **{row: 1 << place for place, row in enumerate(ordered)}}
    repeated = _repeated(len(ordered))
    brought = [
        places[certain] * repeated[part.state] | places[uncertain]
        for part, (certain, uncertain) in zip(parts, opened, strict=True)
    ]
    return Ranks(ordered, brought)


@lru_cache(maxsize=256)
def _repeated(width: int) -> tuple[int, ...]:
    """By state the factor that repeats a set of so many rows for each state up to it."""
    return tuple(sum(1 << width * place for place in range(state)) for state in State)
