"""Unions of rows of bits: what sets of rows begin with alike is united once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from lapotne.domain.coverage.packed import Row, Rows, Stack, words_for

ROWS_IN_BLOCK = 64

type Ints = NDArray[np.int64]


class Unions:
    """Unions of the rows of a stack, until they are dropped.

    Each has a number: a row's own where the set is empty or one row, below zero where rows were united here.
    """

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self._blocks: list[Rows] = []
        self._rows: list[Row] = []
        self._used = 0

    def __len__(self) -> int:
        return self._used

    def drop(self, keep: int) -> None:
        """Forget all unions, with the room for all but so many."""
        self._used = 0
        blocks = -(-keep // ROWS_IN_BLOCK)
        del self._blocks[blocks:], self._rows[blocks * ROWS_IN_BLOCK :]

    def united(self, number: int, row: int) -> int:
        """The union of an earlier one and a row of the stack."""
        if not number:
            return row
        if self._used == len(self._rows):
            self._add_block()
        before = self.stack.rows[number] if number > 0 else self._rows[~number]
        np.bitwise_or(before, self.stack.rows[row], self._rows[self._used])
        self._used += 1
        return -self._used

    def rows(self, numbers: Iterable[int]) -> Rows:
        """The bits of unions, a row each."""
        return np.array([self.stack.rows[number] if number >= 0 else self._rows[~number] for number in numbers])

    def counts(self, numbers: Ints) -> Ints:
        """How many bits are set in each of the numbered unions."""
        parts = [np.bitwise_count(block).sum(axis=1, dtype=np.uint32) for block in self._filled()]
        here = numbers < 0
        found = self.stack.counts[np.where(here, 0, numbers)]
        if parts:
            found[here] = np.concatenate(parts)[~numbers[here]]
        return found

    def _filled(self) -> Iterable[Rows]:
        for at, block in enumerate(self._blocks):
            filled = min(self._used - at * ROWS_IN_BLOCK, ROWS_IN_BLOCK)
            if filled > 0:
                yield block[:filled]

    def _add_block(self) -> None:
        block = np.empty((ROWS_IN_BLOCK, words_for(self.stack.steps)), np.uint64)
        self._blocks.append(block)
        self._rows.extend(block)


class Beginnings(dict[int, int]):
    """By a set of rows the number of their union; each beginning of a set is united once.

    A set is a bit mask over places in `rows`, and begins with its lowest places.
    """

    def __init__(self, unions: Unions, rows: Sequence[int]) -> None:
        super().__init__({0: 0})
        self._unions = unions
        self._rows = rows

    def __missing__(self, places: int) -> int:
        missing = []
        while (number := self.get(places)) is None:
            missing.append(places)
            places ^= 1 << (places.bit_length() - 1)
        for longer in reversed(missing):
            number = self[longer] = self._unions.united(number, self._rows[longer.bit_length() - 1])
        return number
