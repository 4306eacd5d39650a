"""Situations in which a step goes otherwise: plain all and any over named facts and hours of the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lapotne.domain.mechanism.conditions import Condition, Fact
from lapotne.domain.mechanism.needs import Names
from lapotne.domain.protocol.references import Reference
from lapotne.domain.verdict import Answer, Reason, Verdict, all_of

MINUTES_IN_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class FactIs:
    """A fact that must hold; `or_unknown`: it counts while nobody knows too (age unknown: a child's path)."""

    condition: Condition
    or_unknown: bool = False


@dataclass(frozen=True, slots=True)
class HoursAre:
    """Wall-clock time of day: minutes from midnight, end excluded; start after end runs over midnight."""

    start: int
    end: int

    def holds(self, minute_of_day: int) -> bool:
        """Whether a minute of the day lies inside."""
        if self.start < self.end:
            return self.start <= minute_of_day < self.end
        return minute_of_day >= self.start or minute_of_day < self.end


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must hold; without parts it always does."""

    parts: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part is enough."""

    parts: tuple[When, ...] = ()


type When = FactIs | HoursAre | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Note:
    """What the law or a rule says, with the key of its source; without a source it is a proposal."""

    text: Names
    source: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """A named case (child, night, danger to life, ...) that steps may answer with a variant.

    `first`: turned to before anybody else, in every step. `law`: shown whenever the situation applies.
    """

    key: str
    when: When
    names: Names = field(default_factory=dict)
    first: tuple[Reference, ...] = ()
    law: tuple[Note, ...] = ()


def judged(when: When, facts: Mapping[str, Fact], minute_of_day: int) -> Verdict:
    """Whether a situation is the case: yes, no, or unknown with what to ask."""
    match when:
        case FactIs(condition, or_unknown):
            reason = condition.reason(facts.get(condition.attribute))
            if or_unknown and reason.answer is Answer.UNKNOWN:
                reason = Reason(reason.attribute, Answer.YES, reason.required, reason.found)
            return all_of((reason,))
        case HoursAre():
            answer = Answer.YES if when.holds(minute_of_day) else Answer.NO
            return all_of((Reason("hours", answer, _clock(when), _time(minute_of_day)),))
        case AllOf(parts):
            verdicts = [judged(part, facts, minute_of_day) for part in parts]
            return _combined(verdicts, (Answer.NO, Answer.UNKNOWN, Answer.YES))
        case AnyOf(parts):
            verdicts = [judged(part, facts, minute_of_day) for part in parts]
            return _combined(verdicts, (Answer.YES, Answer.UNKNOWN, Answer.NO))


def hours_in(when: When) -> frozenset[int]:
    """The minutes of the day at which the answer may change by the clock alone."""
    match when:
        case HoursAre(start, end):
            return frozenset({start, end % MINUTES_IN_DAY})
        case AllOf(parts) | AnyOf(parts):
            return frozenset().union(*(hours_in(part) for part in parts))
        case _:
            return frozenset()


def _combined(verdicts: list[Verdict], order: tuple[Answer, ...]) -> Verdict:
    """The first answer of the order that occurs, with its reasons; the last one where there are no parts."""
    answer = next((answer for answer in order if answer in {one.answer for one in verdicts}), order[-1])
    deciding = [verdict for verdict in verdicts if verdict.answer is answer]
    ask = dict.fromkeys(fact for verdict in deciding for fact in verdict.ask)
    return Verdict(answer, tuple(reason for verdict in deciding for reason in verdict.reasons), tuple(ask))


def _clock(hours: HoursAre) -> str:
    return f"{_time(hours.start)}-{_time(hours.end)}"


def _time(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
