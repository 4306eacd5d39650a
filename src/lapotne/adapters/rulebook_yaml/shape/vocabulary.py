"""The words that a rulebook file may use: facts, topics, and the keys of the country's other files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lapotne.adapters.shapes.kinds import Word
from lapotne.adapters.shapes.texts import KEY

KEY_OF_LAW = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"


@dataclass(frozen=True)
class FactWords:
    """A fact's kind and the words it may have as an answer."""

    kind: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class LawWords:
    """Keys known where a file is read; an empty list admits every well-formed key."""

    facts: Mapping[str, FactWords] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    entitlements: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    @property
    def fact(self) -> Word:
        return Word(tuple(self.facts), "a fact", "rules/facts.yaml", pattern="" if self.facts else KEY)

    @property
    def topic(self) -> Word:
        return _word(self.topics, "a topic", "rules/topics.yaml")

    @property
    def kind(self) -> Word:
        return _word(self.kinds, "a kind of entitlement", "rules/topics.yaml")

    @property
    def source(self) -> Word:
        return _word(self.sources, "the key of a source", "sources.yml of the country and rules/sources.yml", ".")

    @property
    def parameter(self) -> Word:
        return _word(self.parameters, "a parameter", "The folder parameters/")

    @property
    def entitlement(self) -> Word:
        return _word(self.entitlements, "an entitlement", "The folder entitlements/")

    @property
    def question(self) -> Word:
        return _word(self.questions, "an open question", "`open_questions:` in rulebook.yaml")


def _word(options: tuple[str, ...], named: str, where: str, more: str = "") -> Word:
    return Word(options, named, where, pattern="" if options else rf"[a-z0-9]+(?:[-_{more}][a-z0-9]+)*")
