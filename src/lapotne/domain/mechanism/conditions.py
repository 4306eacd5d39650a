"""Conditions on a profile: who a service is for, told as yes, no or unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lapotne.domain.verdict import Answer, Reason, Verdict, all_of

ADULT_FROM = 18
"""Years; a child is everyone below 18 (Convention on the Rights of the Child, Art. 1)."""


@dataclass(frozen=True, slots=True)
class AgeRange:
    """Ages in whole years, start included and `below` excluded; None leaves an end open."""

    start: int = 0
    below: int | None = None

    def contains(self, other: AgeRange) -> bool:
        """Whether every age of the other lies in this one."""
        upper_fits = self.below is None or (other.below is not None and other.below <= self.below)
        return self.start <= other.start and upper_fits

    def meets(self, other: AgeRange) -> bool:
        """Whether some age lies in both."""
        starts_before_end = other.below is None or self.start < other.below
        return starts_before_end and (self.below is None or other.start < self.below)

    def __str__(self) -> str:
        return f"{self.start}+" if self.below is None else f"{self.start}-{self.below - 1}"


CHILD = AgeRange(0, ADULT_FROM)
ADULT = AgeRange(ADULT_FROM, None)

type Fact = str | AgeRange | frozenset[str]
"""What is known of one attribute: a code, an age, or the set of languages spoken."""

type Allowed = frozenset[str] | AgeRange | None
"""What a condition admits of one attribute; None says that nobody has said."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What one attribute must be: a code of those allowed, an age in the range, or one language of those listed."""

    attribute: str
    allowed: Allowed

    def judge(self, fact: Fact | None) -> Answer:
        """Yes, no, or unknown when the fact or the condition itself is missing."""
        if self.allowed is None or fact is None:
            return Answer.UNKNOWN
        if isinstance(self.allowed, AgeRange):
            return self._judge_age(fact, self.allowed)
        if isinstance(fact, frozenset):
            return Answer.YES if fact & self.allowed else Answer.NO
        return Answer.YES if fact in self.allowed else Answer.NO

    @staticmethod
    def _judge_age(fact: Fact, allowed: AgeRange) -> Answer:
        if not isinstance(fact, AgeRange):
            return Answer.UNKNOWN
        if allowed.contains(fact):
            return Answer.YES
        return Answer.UNKNOWN if allowed.meets(fact) else Answer.NO

    def reason(self, fact: Fact | None) -> Reason:
        """The judgement with the words it rests on."""
        return Reason(self.attribute, self.judge(fact), _said(self.allowed), _said(fact))


type Conditions = tuple[Condition, ...]
"""All must hold; none at all admits everybody (rule 7)."""


def judge(conditions: Iterable[Condition], facts: Mapping[str, Fact]) -> Verdict:
    """Whether a profile is admitted, with the reasons and what to ask."""
    return all_of(condition.reason(facts.get(condition.attribute)) for condition in conditions)


def _said(value: Allowed | Fact) -> str:
    if value is None:
        return ""
    if isinstance(value, frozenset):
        return ", ".join(sorted(value))
    return str(value)
