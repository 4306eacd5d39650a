"""The clock of a finding to plain values: from which day it runs, what is used and left, and when it ends."""

from __future__ import annotations

from datetime import date
from typing import Any

from lapotne.domain.entitlements.clocks import Clock, ClockState, Span, running
from lapotne.domain.entitlements.facts import NEVER, Facts
from lapotne.domain.entitlements.judging import Finding
from lapotne.domain.entitlements.sentences import Speaker


def clock_document(found: Finding, facts: Facts, speaker: Speaker) -> dict[str, Any] | None:
    """The clock that runs for the person; None where none does, or nobody told from which day."""
    clock = running(speaker.rulebook, found.entitlement, facts, found.day)
    if clock is None:
        return None
    now, is_over = clock.on(found.day), _is_over(clock, facts, found.day)
    is_known = bool(clock.last_days) and not is_over
    return {
        "runs_from": clock.start.isoformat(),
        "state": str(ClockState.ENDED if is_over else now.state),
        "lasts": [speaker.amount(amount) for amount in clock.amounts],
        "last_days": [last.isoformat() for last in clock.last_days],
        "used": None if is_over else _span(now.used),
        "left": _span(now.left) if is_known else None,
        "reminders": [
            {"day": one.day.isoformat(), "before": one.before, "last_day": one.last_day.isoformat()}
            for one in clock.reminders()
            if is_known and one.day >= found.day
        ],
        "open_questions": [{"key": key, "question": speaker.question(key)} for key in clock.questions],
    }


def _is_over(clock: Clock, facts: Facts, day: date) -> bool:
    """Whether somebody said that it ended before its time had run out."""
    over = facts.get(clock.rule.over)
    return over not in (None, NEVER) and not (isinstance(over, date) and over > day)


def _span(span: Span) -> dict[str, int]:
    return {"least": span.least, "most": span.most}
