"""How gaps come back: the same hours of the local day, on some days of the week or on all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lapotne.domain.moments.clock import MINUTES_IN_DAY, Span, wall_time

DAYS_IN_WEEK = 7


@dataclass(frozen=True, slots=True)
class Pattern:
    """Gaps that begin at one time of the local day and last as long by the wall clock.

    `weekdays`: 0 is Monday. `starts` is in minutes after local midnight, `wall_minutes` the length by the wall
    clock, `times` how often it came, `minutes` how long it lasted in all.
    """

    weekdays: tuple[int, ...]
    starts: int
    wall_minutes: int
    times: int
    minutes: int

    @property
    def is_daily(self) -> bool:
        """Whether it came on every day of the week."""
        return len(self.weekdays) == DAYS_IN_WEEK


def patterns(gaps: Iterable[Span], zone: str) -> list[Pattern]:
    """Gaps grouped by when they begin and how long they last, the longest in all first.

    Those longer than a day are grouped by the day they begin on too: a long weekend isn't an ordinary one.
    """
    grouped: dict[tuple[int, int, int | None], list[tuple[int, Span]]] = defaultdict(list)
    for gap in gaps:
        start, end = wall_time(gap.start, zone), wall_time(gap.end, zone)
        lasting = int((end.replace(tzinfo=None) - start.replace(tzinfo=None)).total_seconds() // 60)
        weekday = start.weekday()
        first_day = weekday if lasting > MINUTES_IN_DAY else None
        grouped[start.hour * 60 + start.minute, lasting, first_day].append((weekday, gap))
    found = [
        Pattern(
            tuple(sorted({weekday for weekday, _ in group})),
            starts,
            lasting,
            len(group),
            sum(gap.minutes for _, gap in group),
        )
        for (starts, lasting, _first_day), group in grouped.items()
    ]
    return sorted(found, key=lambda pattern: (-pattern.minutes, pattern.starts, pattern.wall_minutes))
