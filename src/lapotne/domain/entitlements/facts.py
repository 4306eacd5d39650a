"""Facts about a person: what may be asked, the values an answer has, and answers that can't be true together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lapotne.domain.mechanism.conditions import AgeRange

type Words = Mapping[str, str]
"""A text by language."""

type Fact = bool | str | int | float | date | AgeRange
"""An answer; a missing one is unknown."""

type Facts = Mapping[str, Fact]

NEVER, SOMETIME = "never", "sometime"
"""Answers to "on what day?": it hasn't happened; it has, and nobody knows the day."""


class FactKind(StrEnum):
    """What an answer looks like."""

    YES_NO = "yes_no"
    ONE_OF = "one_of"
    NUMBER = "number"
    DATE = "date"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class FactValue:
    """One of the values of a fact: its name, and the whole sentence where a name alone would mislead."""

    names: Words
    says: Words = field(default_factory=dict)
    says_not: Words = field(default_factory=dict)
    ages: AgeRange | None = None


@dataclass(frozen=True, slots=True)
class FactDefinition:
    """Something that may be asked: `says` and `says_not` are the sentences for yes and no, `fixed` can't change."""

    key: str
    kind: FactKind
    names: Words
    question: Words
    why: Words
    says: Words = field(default_factory=dict)
    says_not: Words = field(default_factory=dict)
    values: Mapping[str, FactValue] = field(default_factory=dict)
    fixed: bool = False


class ContradictionError(ValueError):
    """Facts that can't be true together, so that no verdict is given; `said` tells each in words."""

    def __init__(self, said: tuple[Words, ...], facts: tuple[str, ...]) -> None:
        self.said, self.facts = said, facts
        super().__init__(" ".join(words.get("en") or next(iter(words.values())) for words in said))


class FactError(ValueError):
    """An answer that isn't one of those that the question has."""
