"""Bit sets packed in rows of 64-bit words: what numpy combines and counts many of at once."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

BITS_IN_WORD = 64

type Rows = NDArray[np.uint64]


def words_for(steps: int) -> int:
    """How many words hold so many steps and one bit more, so that a gap's end always has its place."""
    return steps // BITS_IN_WORD + 1


@lru_cache(maxsize=8)
def ones(steps: int) -> Rows:
    """A row with the first `steps` bits set."""
    return packed((1 << steps) - 1, steps)


def packed(bits: int, steps: int) -> Rows:
    """A bit set as a row of words."""
    return np.frombuffer(bits.to_bytes(words_for(steps) * 8, "little"), np.uint64)


def shifted_up(rows: Rows) -> Rows:
    """Every row with each bit moved one step later; the last bit of a row falls off."""
    moved = rows << np.uint64(1)
    moved[:, 1:] |= rows[:, :-1] >> np.uint64(BITS_IN_WORD - 1)
    return moved


class Stack:
    """Rows of words by number, growing as they are added; row 0 is empty."""

    def __init__(self, steps: int) -> None:
        self.steps = steps
        self._rows: Rows = np.zeros((64, words_for(steps)), np.uint64)
        self._count = 1

    @property
    def rows(self) -> Rows:
        """All rows added so far."""
        return self._rows[: self._count]

    def add(self, bits: int) -> int:
        """The number of a new row; 0 for an empty bit set."""
        if not bits:
            return 0
        if self._count == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[self._count] = packed(bits, self.steps)
        self._count += 1
        return self._count - 1
