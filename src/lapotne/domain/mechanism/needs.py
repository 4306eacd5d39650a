"""Needs and profiles: what must be met how soon, and the imagined people it must be met for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lapotne.domain.mechanism.conditions import Conditions, Fact, judge
from lapotne.domain.verdict import Answer

type Names = Mapping[str, str]
"""A name in several languages, by language code."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An imagined person's relevant attributes, never a real person; an attribute left out is unknown."""

    key: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    names: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Need:
    """What a person needs met, within how many hours, how near and by which means (coverage.md rule 13).

    `kilometres` and `minutes` are the most that is tolerated; None leaves them unasked.
    `lacking` says in words that nobody meets it: "No bed". `what` says what it is, in a sentence.
    """

    key: str
    names: Names = field(default_factory=dict)
    within_hours: int = 0
    kilometres: float | None = None
    minutes: int | None = None
    call_meets: bool = False
    in_language: bool = False
    applies_to: Conditions = ()
    group: str = ""
    source: str = ""
    proposed: bool = True
    lacking: Names = field(default_factory=dict)
    what: Names = field(default_factory=dict)

    def applies(self, profile: Profile) -> bool:
        """Whether this profile may have the need; an unknown attribute doesn't take it away."""
        return judge(self.applies_to, profile.facts).answer is not Answer.NO
