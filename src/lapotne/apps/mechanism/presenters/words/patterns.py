"""How gaps come back, in words: every night 22:00–06:00, every Sunday, Friday 17:00 – Monday 07:00."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from lapotne.apps.mechanism.presenters.words import clock
from lapotne.domain.coverage.patterns import DAYS_IN_WEEK, Pattern
from lapotne.domain.moments.clock import MINUTES_IN_DAY, MINUTES_IN_HOUR, MINUTES_IN_WEEK

EVENING, MORNING = 17 * MINUTES_IN_HOUR, 34 * MINUTES_IN_HOUR
"""Minutes after midnight: what begins after the first and ends before the second, next day at ten, is a night."""
NEARLY_ALL = 0.9
TOLD = 2


def when(patterns: Sequence[Pattern]) -> str:
    """What makes up nearly all of the gaps, at most two patterns, and whether there is more."""
    total, told, words = sum(pattern.minutes for pattern in patterns), 0, []
    for found in patterns[:TOLD]:
        words.append(pattern(found))
        told += found.minutes
        if told >= NEARLY_ALL * total:
            return "; ".join(words)
    return "; ".join([*words, _("and at other times")]) if words else ""


def pattern(found: Pattern) -> str:
    """One pattern."""
    if found.wall_minutes >= MINUTES_IN_WEEK:
        return _("at every hour") if found.times == 1 else _("for weeks on end")
    if found.wall_minutes > MINUTES_IN_DAY:
        return _from_to(found)
    ends = found.starts + found.wall_minutes
    return f"{_days(found, ends)} {clock.hours_between(found.starts, ends)}"


def _from_to(found: Pattern) -> str:
    days, ends = divmod(found.starts + found.wall_minutes, MINUTES_IN_DAY)
    spans = [
        f"{clock.weekday(first)} {clock.time_of_day(found.starts)} – "
        f"{clock.weekday((first + days) % DAYS_IN_WEEK)} {clock.time_of_day(ends)}"
        for first in found.weekdays
    ]
    return ", ".join(spans)


def _days(found: Pattern, ends: int) -> str:
    if found.is_daily:
        at_night = found.starts >= EVENING and ends <= MORNING
        return _("every night") if at_night else _("every day")
    if len(found.weekdays) == 1:
        return every(found.weekdays[0])
    return weekdays(found.weekdays)


def every(weekday: int) -> str:
    """`every Sunday` for 6."""
    return (
        _("every Monday"),
        _("every Tuesday"),
        _("every Wednesday"),
        _("every Thursday"),
        _("every Friday"),
        _("every Saturday"),
        _("every Sunday"),
    )[weekday]


def weekdays(numbers: Sequence[int]) -> str:
    """`Monday–Thursday, Saturday` for 0, 1, 2, 3, 5."""
    words = []
    for first, last in _runs(numbers):
        between = "–" if last - first > 1 else ", "
        words.append(clock.weekday(first) if first == last else f"{clock.weekday(first)}{between}{clock.weekday(last)}")
    return ", ".join(words)


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for at in sorted(numbers):
        if runs and at == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs
