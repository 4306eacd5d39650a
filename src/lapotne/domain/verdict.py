"""Yes, no or unknown: an answer that carries its reasons and what to ask next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """The three answers; unknown is never counted as no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an answer is what it is: the attribute it rests on, what was required and what is the case."""

    attribute: str
    answer: Answer
    required: str
    found: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer with the reasons that settled it and the attributes to ask about."""

    answer: Answer
    reasons: tuple[Reason, ...] = ()
    ask: tuple[str, ...] = ()


def all_of(reasons: Iterable[Reason]) -> Verdict:
    """One no is no, whatever else is unknown; one unknown is unknown; else yes."""
    given = tuple(reasons)
    for answer in (Answer.NO, Answer.UNKNOWN):
        deciding = tuple([reason for reason in given if reason.answer is answer])
        if deciding:
            ask = tuple([reason.attribute for reason in deciding]) if answer is Answer.UNKNOWN else ()
            return Verdict(answer, deciding, ask)
    return Verdict(Answer.YES, given)
