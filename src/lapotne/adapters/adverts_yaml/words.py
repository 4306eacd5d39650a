"""What the folder holds once read: flags with their reasons, questions, checks, examples, and each language's rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lapotne.domain.adverts.findings import Strength
from lapotne.domain.adverts.rules import LanguageRules

type Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """A public page that says so, and the day it was read."""

    title: str
    publisher: str
    address: str
    read: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A red flag: what it is called, why it matters, what to check; without a source it says so."""

    key: str
    strength: Strength
    names: Names
    why: Names
    check: Names
    across: bool = False
    missing: Names = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question for who has no text to paste; the answer that worries raises its flags."""

    key: str
    names: Names
    raises: tuple[str, ...]
    worrying: str


@dataclass(frozen=True, slots=True)
class Check:
    """Something to look up or to do, and where; `country` is empty for everywhere.

    `is_general` where it is worth doing with every offer, whatever was found in it.
    """

    key: str
    country: str
    names: Names
    what: Names
    address: str = ""
    source: Source | None = None
    is_general: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """An invented advert, with the flags planted in it."""

    key: str
    honest: bool
    text: str
    planted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Adverts:
    """All of the folder."""

    flags: Mapping[str, Flag]
    questions: tuple[Question, ...]
    checks: tuple[Check, ...]
    good: tuple[Names, ...]
    rules: Mapping[str, LanguageRules]
    examples: Mapping[str, tuple[Example, ...]]

    @property
    def common(self) -> Mapping[str, frozenset[str]]:
        """The words that each language is known by."""
        return {language: rules.common for language, rules in self.rules.items()}
