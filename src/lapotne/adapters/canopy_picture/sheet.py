"""What a picture is made of, and where things stand on its sheet; lengths are pixels at 16 to the em."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lapotne.domain.mechanism.states import State

EM = 16
LEFT, NARROW = 226, 134
"""Width of the names of needs, and on a phone."""
HOUR, DAY_GAP = 5.4, 5
TOP, PITCH, STRIP = 74, 26, 20
"""Where rows begin, from row to row, height of the sky behind the leaves."""
GROUP = 28
"""Height of a group's heading."""
ABOVE_STRIP = (PITCH - STRIP) / 2


@dataclass(frozen=True, slots=True)
class Title:
    """What the picture shows, in a line and in a sentence, for whoever can't see it."""

    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour's state, its words ("A bed for tonight, Wednesday 03:00: nobody") and where a click leads."""

    state: State
    words: str = ""
    address: str = ""
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A need: its name, the group it stands in, and its hours in order of time."""

    label: str
    hours: Sequence[Hour]
    group: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day's heading, what is special about it, and the wall clock's hour (0 to 23) of each column."""

    label: str
    clock: Sequence[int]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Now:
    """Where the present stands: hours since the first column, and what is written beside it."""

    hours: float
    label: str


@dataclass(frozen=True, slots=True)
class Place:
    """How far down a row or a group's heading begins."""

    top: float
    text: str
    row: int | None = None


def places(groups: Sequence[tuple[str, str]]) -> Iterator[Place]:
    """Rows, given as group and label, with a heading where the group changes."""
    top, last = float(TOP), ""
    for number, (group, label) in enumerate(groups):
        if group and group != last:
            yield Place(top, group)
            top += GROUP
        last = group
        yield Place(top, label, number)
        top += PITCH


def height(groups: Sequence[tuple[str, str]]) -> float:
    """Where the last row ends."""
    found = list(places(groups))
    return found[-1].top + PITCH if found else float(TOP)


def width(days: Sequence[Day]) -> float:
    """Of the hours alone."""
    return across(sum(len(day.clock) for day in days), days)


def across(hours: float, days: Sequence[Day]) -> float:
    """How far to the right so many hours after the beginning stand."""
    passed, gaps = 0, 0
    for day in days[:-1]:
        passed += len(day.clock)
        if hours < passed:
            break
        gaps += 1
    return hours * HOUR + gaps * DAY_GAP
