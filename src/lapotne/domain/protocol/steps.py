"""The words of a protocol: who acts and decides in a step, by when, what goes to whom, and what differs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lapotne.domain.mechanism.conditions import Fact
from lapotne.domain.mechanism.needs import Names
from lapotne.domain.protocol.references import Reference
from lapotne.domain.protocol.situations import Note, Situation, When

type References = tuple[Reference, ...]


class Status(StrEnum):
    """A protocol holds when the group or the council adopts it; until then it is a proposal."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"


class Reach(StrEnum):
    """Whether one answer from the list is enough, or every line of the list must be reached."""

    FIRST = "first"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands; `date` as the source gives it: a day, a month or a year."""

    key: str
    title: str
    publisher: str = ""
    date: str = ""
    address: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """Minutes from the start of a step within which it must be done.

    `proposed`: nobody has said so yet; it ends with the protocol's adoption.
    """

    minutes: int
    proposed: bool = True
    source: str = ""


@dataclass(frozen=True, slots=True)
class Pass:
    """What goes to whom, and on what basis; a recipient only gets what its line lists."""

    what: Names
    to: References = ()
    basis: Names = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """After how many minutes without an answer whom else to turn to."""

    after_minutes: int
    then: References = ()
    proposed: bool = True
    source: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """What a step does otherwise in a situation; None leaves the step's own, `first` goes before `acts`."""

    situation: str
    first: References = ()
    acts: References | None = None
    decides: References | None = None
    what: Names | None = None
    rule: Names | None = None
    within: Limit | None = None
    passes: tuple[Pass, ...] | None = None
    reach: Reach | None = None
    unanswered: Unanswered | None = None
    law: tuple[Note, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: who acts, in order; who decides; what must be so.

    `when`: whom the step is for at all (None: everybody). `assumes`: facts that hold once the protocol has
    come this far, such as that the person is identified. A step without a `source` is a proposal.
    """

    key: str
    order: int = 0
    names: Names = field(default_factory=dict)
    what: Names = field(default_factory=dict)
    rule: Names = field(default_factory=dict)
    acts: References = ()
    decides: References = ()
    reach: Reach = Reach.FIRST
    within: Limit | None = None
    passes: tuple[Pass, ...] = ()
    unanswered: Unanswered | None = None
    when: When | None = None
    assumes: Mapping[str, Fact] = field(default_factory=dict)
    law: tuple[Note, ...] = ()
    variants: tuple[Variant, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Adoption:
    """The decision by which a protocol holds: its day, its number, and who decided."""

    on: date | None = None
    number: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Protocol:
    """The steps in their order, and the situations in order of precedence: the one listed first wins."""

    steps: tuple[Step, ...] = ()
    situations: tuple[Situation, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    status: Status = Status.PROPOSED
    adoption: Adoption | None = None

    @property
    def is_adopted(self) -> bool:
        """Whether a decision made it binding, its times included."""
        return self.status is Status.ADOPTED

    def step(self, key: str) -> Step:
        """The step of a key. Raises UnknownStepError, which names those there are."""
        for step in self.steps:
            if step.key == key:
                return step
        raise UnknownStepError(key, [step.key for step in self.steps])


class UnknownStepError(KeyError):
    """A step that the protocol doesn't have."""

    def __init__(self, key: str, known: list[str]) -> None:
        super().__init__(f"The protocol has no step {key!r}; its steps are: {', '.join(known)}.")
