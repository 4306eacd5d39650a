"""Opening hours in a file: whether their text can be read, and whether a rule in it can never count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from lapotne.adapters.problems import Fault, Path, Said, Severity
from lapotne.domain.moments.clock import day_number
from lapotne.domain.moments.hours import HoursError, read_hours
from lapotne.domain.moments.rules import Join, Rule, days_named

UNKNOWN = "unknown"
_FIRST, _LAST = day_number(date(2024, 1, 1)), day_number(date(2031, 12, 31))
_HOLIDAYS = -1
"""Stands for all public holidays in a set of day numbers."""

_SYNTAX = Said('The syntax is OpenStreetMap\'s opening_hours: "Mo-Fr 08:00-17:00; PH off", "24/7", or `unknown`.')


@lru_cache(maxsize=16384)
def trouble_with(text: str) -> str:
    """Why a text of hours can't be used; empty when it can."""
    if text == UNKNOWN:
        return ""
    try:
        hidden_rule(text)
    except HoursError as error:
        return Said(error.pattern, **error.values)
    except Exception:
        # What the parser takes and the evaluation doesn't must be told here, where somebody can mend it.
        return Said("{text!r} names days that can't be counted.", text=text)
    return ""


def hours_faults(text: str, path: Path) -> Iterator[Fault]:
    """What is wrong with a text of hours: an error where it can't be read, a warning where a rule never counts."""
    if trouble := trouble_with(text):
        yield Fault(path, trouble, _SYNTAX)
    elif text != UNKNOWN and (hidden := hidden_rule(text)):
        earlier, later = hidden
        message = Said(
            "Rule {earlier} of `{text}` never counts: rule {later} after it holds on all of its days.",
            earlier=earlier,
            text=text,
            later=later,
        )
        mend = Said("A rule after `;` replaces the whole day. To add to it, join them with a comma.")
        yield Fault(path, message, mend, Severity.WARNING)


@lru_cache(maxsize=16384)
def hidden_rule(text: str) -> tuple[int, int] | None:
    """The numbers of a rule that later rules hide altogether and of the last that hides it (coverage.md rule 1)."""
    rules = read_hours(text).rules
    days = [_days(rule) for rule in rules]
    for number, named in enumerate(days):
        hiding = [at for at in range(number + 1, len(rules)) if rules[at].join is Join.REPLACES and days[at] & named]
        if named and named <= frozenset().union(*(days[at] for at in hiding)):
            return number + 1, hiding[-1] + 1
    return None


def _days(rule: Rule) -> frozenset[int]:
    ordinary = frozenset() if rule.selector is None else days_named(rule.selector, _FIRST, _LAST)
    return ordinary | {_HOLIDAYS} if rule.holiday_offsets else ordinary
