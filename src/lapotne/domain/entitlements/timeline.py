"""A course from its first day on: what runs, what may be used, what opens after, with every possible day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lapotne.domain.entitlements.clocks import Clock, Reminder, clock
from lapotne.domain.entitlements.counting import TIMES
from lapotne.domain.entitlements.rulebook import Amount, Entitlement, Rulebook
from lapotne.domain.entitlements.times import time_of


@dataclass(frozen=True, slots=True)
class Stage:
    """One entitlement in a course: the days on which it may begin and end, earliest first; no end where none is said.

    `amounts` is what may be used in it, `reminders` the days on which somebody should be told that an end is near.
    """

    entitlement: Entitlement
    begins: tuple[date, ...]
    ends: tuple[date, ...]
    amounts: tuple[Amount, ...]
    questions: tuple[str, ...]
    reminders: tuple[Reminder, ...] = ()


def timeline(rulebook: Rulebook, entitlement: Entitlement, start: date) -> tuple[Stage, ...]:
    """The stages of a course that begins on a day, and of all that opens once it has ended."""
    return tuple(_stages(rulebook, entitlement, start))


def _stages(rulebook: Rulebook, entitlement: Entitlement, start: date) -> Iterator[Stage]:
    running = clock(rulebook, entitlement, start)
    ends = running.last_days if running else ()
    yield _stage(rulebook, entitlement, (start,), [running] if running else [])
    met = {entitlement.key}
    for key in entitlement.then:
        if key not in met:
            met.add(key)
            yield _after(rulebook, rulebook.entitlements[key], ends)


def _after(rulebook: Rulebook, entitlement: Entitlement, ended: tuple[date, ...]) -> Stage:
    """A stage that opens on the day after; its time is counted from each possible last day of the stage before."""
    clocks = [running for last in ended if (running := clock(rulebook, entitlement, last))]
    begins = tuple(min(last, date.max - timedelta(days=1)) + timedelta(days=1) for last in ended)
    return _stage(rulebook, entitlement, begins, clocks)


def _stage(rulebook: Rulebook, entitlement: Entitlement, begins: tuple[date, ...], clocks: list[Clock]) -> Stage:
    ends = tuple(sorted({last for running in clocks for last in running.last_days}))
    reminders = {reminder for running in clocks for reminder in running.reminders()}
    questions = dict.fromkeys(
        [*(question for running in clocks for question in running.questions), *entitlement.questions]
    )
    return Stage(
        entitlement,
        begins,
        ends,
        _amounts(rulebook, entitlement, begins),
        tuple(questions),
        tuple(sorted(reminders, key=lambda one: (one.day, one.last_day))),
    )


def _amounts(rulebook: Rulebook, entitlement: Entitlement, begins: tuple[date, ...]) -> tuple[Amount, ...]:
    if entitlement.clock is None or not begins:
        return ()
    key = entitlement.clock.amount
    found = (amount for day in begins for amount in time_of(rulebook.parameters[key], day).amounts)
    is_time = entitlement.clock.within == ""
    return tuple(dict.fromkeys(amount for amount in found if is_time or amount.unit not in TIMES))
