"""A rulebook: one country's law as dated data, with the sources of every value and the questions left open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lapotne.domain.entitlements.clock_rules import ClockRule
from lapotne.domain.entitlements.conditions import Condition
from lapotne.domain.entitlements.dating import Dating, SourceDay, Standing, standing
from lapotne.domain.entitlements.facts import FactDefinition, Words

AT_LEAST, AT_MOST, EXACTLY = "at_least", "at_most", "exactly"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value comes from, and how sure we are of it."""

    key: str
    title: str
    confidence: str
    publisher: str = ""
    date: SourceDay | None = None
    address: str = ""
    note: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LastChecked:
    """When somebody last compared a value with its source, and how sure that made us."""

    date: date
    confidence: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question of law that no source answers."""

    key: str
    question: Words
    why: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Amount:
    """So many days, hours or consultations; `every` says of which unit of time, as 150 hours a year.

    `bound` says whether it is the least or the most that may be given.
    """

    number: int
    unit: str
    every: str = ""
    bound: str = EXACTLY


@dataclass(frozen=True, slots=True)
class Contact:
    """A public number or address to turn to."""

    names: Words
    phone: str = ""
    web: str = ""
    hours: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Text:
    """Something said in words."""

    words: Words


@dataclass(frozen=True, slots=True)
class Listed:
    """Several things said in words."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom to turn to."""

    items: tuple[Contact, ...]


type Content = Amount | Text | Listed | Contacts | OpenQuestion
"""What a value says; a question where no source says it."""


@dataclass(frozen=True, slots=True)
class Value:
    """One dated statement of a parameter, with where it comes from."""

    content: Content
    dating: Dating
    sources: tuple[str, ...] = ()
    article: str = ""
    note: Words = field(default_factory=dict)
    checked: LastChecked | None = None


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing a country's law says, with its values in the order of their days."""

    key: str
    topic: str
    names: Words
    values: tuple[Value, ...]
    description: Words = field(default_factory=dict)

    def on(self, day: date) -> Standing[Value]:
        """What stands on a day."""
        return standing(self.values, day)


@dataclass(frozen=True, slots=True)
class Version:
    """The rule of an entitlement as it was from a day; `when` is a question where no source says it."""

    when: Condition
    dating: Dating
    sources: tuple[str, ...] = ()
    article: str = ""
    note: Words = field(default_factory=dict)
    checked: LastChecked | None = None


@dataclass(frozen=True, slots=True)
class Entitlement:
    """Something the law gives a person.

    `gives`, `decides` and `ask_anyway` are keys of parameters, `then` keys of what opens after it.
    """

    key: str
    kind: str
    names: Words
    what: Words
    versions: tuple[Version, ...]
    gives: tuple[str, ...] = ()
    decides: str = ""
    ask_anyway: str = ""
    clock: ClockRule | None = None
    then: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    def on(self, day: date) -> Standing[Version]:
        """Which rule stands on a day."""
        return standing(self.versions, day)


@dataclass(frozen=True, slots=True)
class Statement:
    """One side of a contradiction, as its source has it."""

    says: Words
    sources: tuple[str, ...]
    day: SourceDay | None = None


@dataclass(frozen=True, slots=True)
class SourcesDiffer:
    """Sources that contradict each other, side by side, with what we make of it."""

    key: str
    names: Words
    statements: tuple[Statement, ...]
    resolution: Words
    concerns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A country's law by key; `is_history` means that it is shown and nobody is sent there."""

    country: str
    names: Words
    parameters: Mapping[str, Parameter]
    entitlements: Mapping[str, Entitlement]
    questions: Mapping[str, OpenQuestion]
    sources: Mapping[str, Source]
    facts: Mapping[str, FactDefinition]
    impossible: tuple[Impossible, ...] = ()
    differences: tuple[SourcesDiffer, ...] = ()
    note: Words = field(default_factory=dict)
    is_history: bool = False


@dataclass(frozen=True, slots=True)
class Impossible:
    """Answers that can't be true together."""

    when: Condition
    says: Words


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading under which parameters or entitlements of all countries stand."""

    key: str
    names: Words


@dataclass(frozen=True, slots=True)
class Rulebooks:
    """All countries, the rules above them, and the words they share."""

    by_country: Mapping[str, Rulebook]
    facts: Mapping[str, FactDefinition]
    topics: Mapping[str, Topic]
    kinds: Mapping[str, Topic]
    supranational: Rulebook | None = None

    @property
    def everything(self) -> tuple[Rulebook, ...]:
        """The countries, and the rules above them."""
        return (*self.by_country.values(), *([self.supranational] if self.supranational else []))
