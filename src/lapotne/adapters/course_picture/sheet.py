"""What a picture of a course is made of, every text already in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Days:
    """The earliest and the latest day on which something may be; equal where there is no doubt."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Mark:
    """A day with what is written beside it."""

    day: date
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing that runs: without `ends` nobody says when it ends. `reminders` are days before an end."""

    label: str
    says: str
    begins: Days
    ends: Days | None
    reminders: Sequence[date] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole picture; `key` keeps its ids apart from those of another picture on the page."""

    key: str
    title: str
    description: str
    bars: Sequence[Bar]
    ticks: Sequence[Mark]
    today: Mark | None = None

    @property
    def first(self) -> date:
        return min(bar.begins.first for bar in self.bars)

    @property
    def last(self) -> date:
        """The latest day that anything is known of."""
        return max((bar.ends or bar.begins).last for bar in self.bars)
