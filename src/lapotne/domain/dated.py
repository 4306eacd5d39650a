"""Values valid by date: which statement stood on a given day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Valid:
    """A period of days in which something holds; None leaves an end open, `until` is its last day."""

    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the day lies inside, both ends included."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


ALWAYS = Valid()
"""Open at both ends."""


def holding[T](entries: Iterable[tuple[Valid, T]], day: date) -> list[T]:
    """The entries that hold on a day, in the order given."""
    return [entry for valid, entry in entries if valid.holds_on(day)]
