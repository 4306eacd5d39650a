"""A long list a sheet at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

ON_A_SHEET = 20


@dataclass(frozen=True)
class Sheet[T]:
    """What stands on one sheet, its number and how many sheets there are."""

    shown: Sequence[T]
    number: int
    count: int

    @property
    def newer(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def older(self) -> int | None:
        return self.number + 1 if self.number < self.count else None


def sheet[T](found: Sequence[T], number: int) -> Sheet[T] | None:
    """None where there is no such sheet; the first is there even when it is empty."""
    count = max(1, -(-len(found) // ON_A_SHEET))
    if not 1 <= number <= count:
        return None
    return Sheet(found[(number - 1) * ON_A_SHEET : number * ON_A_SHEET], number, count)
