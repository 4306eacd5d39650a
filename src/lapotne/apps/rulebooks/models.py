"""What somebody answered, for as long as one page takes: plain values, and no table keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lapotne.domain.entitlements.facts import Facts

YES, NO, UNKNOWN, ON = "yes", "no", "unknown", "on"
"""Choices beside a fact's own values; `on` has its day in the field beside."""

SAID = "_said"
"""The ending of the field beside a choice: the day, the years or the number."""


@dataclass(frozen=True, slots=True)
class Written:
    """An answer as it was written: the choice, and what was written beside it."""

    choice: str = ""
    said: str = ""


NOTHING = Written()


@dataclass(frozen=True)
class Answers:
    """What was said, in the order in which it was said; `errors` tells by fact how to mend an answer."""

    facts: Facts = field(default_factory=dict)
    not_known: tuple[str, ...] = ()
    written: Mapping[str, Written] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """Where somebody stands in the guided way: the answers, and about which kinds of help by the law of which day.

    `again` is a question to be asked once more, as `kept` was answered to it; `error` says how to mend an answer.
    `left` says that somebody went back from the first question.
    """

    answers: Answers
    only: tuple[str, ...]
    day: date
    again: str = ""
    kept: Written = NOTHING
    error: str = ""
    left: bool = False
