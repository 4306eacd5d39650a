"""Bit sets packed in rows of 64-bit words: what numpy combines and counts many of at once."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

BITS_IN_WORD = 64

type Rows = NDArray[np.uint64]
type Row = NDArray[np.uint64]


def words_for(steps: int) -> int:
    """How many words hold so many steps and one bit more, so that a gap's end always has its place."""
    return steps // BITS_IN_WORD + 1


@lru_cache(maxsize=8)
def ones(steps: int) -> Row:
    """A row with the first `steps` bits set."""
    return packed((1 << steps) - 1, steps)


def packed(bits: int, steps: int) -> Row:
    """A bit set as a row of words."""
    return np.frombuffer(bits.to_bytes(words_for(steps) * 8, "little"), np.uint64)


def shifted_up(rows: Rows) -> Rows:
    """Every row with each bit moved one step later; the last bit of a row falls off."""
    moved = rows << np.uint64(1)
    moved[:, 1:] |= rows[:, :-1] >> np.uint64(BITS_IN_WORD - 1)
    return moved


class Stack:
    """Rows of words by number, growing as they are added, and how many bits each has; row 0 is empty."""

    def __init__(self, steps: int) -> None:
        self.steps = steps
        self.rows: list[Row] = [packed(0, steps)]
        self._counts = np.zeros(64, np.int64)

    @property
    def counts(self) -> NDArray[np.int64]:
        """How many bits are set in each row added so far."""
        return self._counts[: len(self.rows)]

    def add(self, bits: int) -> int:
        """The number of a new row; 0 for an empty bit set."""
        if not bits:
            return 0
        number = len(self.rows)
        if number == len(self._counts):
            self._counts = np.concatenate([self._counts, np.zeros_like(self._counts)])
        self.rows.append(packed(bits, self.steps))
        self._counts[number] = bits.bit_count()
        return number
