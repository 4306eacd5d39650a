"""The rules of a language, compiled: what to look for, for which flag, and how the language denies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lapotne.domain.adverts.findings import Strength
from lapotne.domain.adverts.lexicon import Forms, Lexicon
from lapotne.domain.adverts.negation import Negation
from lapotne.domain.adverts.phrases import Phrase

HIGH_PAY, EMPLOYER, CONTACT, PLACE, TERMS, LICENCE = (
    "high_pay_no_skill",
    "employer_unnamed",
    "contact_untraceable",
    "place_or_job_vague",
    "terms_unstated",
    "no_licence",
)
"""Flags that more than phrases raise."""


@dataclass(frozen=True, slots=True)
class FlagRules:
    """What raises a flag.

    `says` can be denied; `denies` denies by itself ("without a contract"); `hints` raise it weakly; `unless` in the
    same sentence clears it.
    """

    says: tuple[Phrase, ...] = ()
    denies: tuple[Phrase, ...] = ()
    hints: tuple[Phrase, ...] = ()
    unless: tuple[Phrase, ...] = ()

    @property
    def phrases(self) -> Iterator[Phrase]:
        """All phrases."""
        return (phrase for group in (self.says, self.denies, self.hints, self.unless) for phrase in group)


@dataclass(frozen=True, slots=True)
class Pay:
    """What is called high pay in a currency for work without skills, by period.

    `also_in` are languages in which a sum without a currency may mean this one, where it is too much of their own.
    """

    currency: str
    written: tuple[str, ...]
    above: Mapping[str, float]
    also_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """What all languages share: currencies, free mail, legal forms of companies.

    `pieces` are words of pay by the piece; `wages` stand before a sum that is pay, `net` behind it, and `asides` before
    one that isn't. `days` are weekdays, clocks and parts of a day, of which one alone is no hours of work.
    """

    pay: tuple[Pay, ...] = ()
    pieces: tuple[Phrase, ...] = ()
    wages: tuple[Phrase, ...] = ()
    net: tuple[Phrase, ...] = ()
    asides: tuple[Phrase, ...] = ()
    days: tuple[Phrase, ...] = ()
    free_mail: frozenset[str] = frozenset()
    legal_forms: tuple[str, ...] = ()
    councils: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class LanguageRules:
    """All rules of a language.

    `parts` holds what absences and pay are told by, each by its name: `unskilled`, `skilled`, `big_pay`, `hours`,
    `pay`, `duties`, `organisations`, `streets`, `registry`, `messengers`, `messengers_only`, `agency`, `licence`,
    `places`; `periods` are words for a month, a week and so on; `home` is the currency meant by "kr"; `common` are
    words that tell the language; `across` are flags that are also looked for over two neighbouring sentences.
    """

    language: str
    flags: Mapping[str, FlagRules]
    strengths: Mapping[str, Strength]
    negation: Negation
    parts: Mapping[str, tuple[Phrase, ...]]
    periods: Mapping[str, tuple[Phrase, ...]]
    warnings: tuple[Phrase, ...] = ()
    common: frozenset[str] = frozenset()
    home: str = ""
    across: frozenset[str] = frozenset()
    shared: Shared = field(default_factory=Shared)
    forms: Forms = field(default_factory=dict)

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Every phrase there is."""
        negation = self.negation
        found = [phrase for rules in self.flags.values() for phrase in rules.phrases]
        found += [phrase for group in (*self.parts.values(), *self.periods.values()) for phrase in group]
        found += [*negation.before, *negation.after, *negation.idle, *negation.stops, *negation.joins]
        shared = self.shared
        return (
            *found,
            *self.warnings,
            *shared.pieces,
            *shared.wages,
            *shared.net,
            *shared.asides,
            *shared.days,
            *shared.councils,
        )

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of all phrases, and of the currencies."""
        words = [word for phrase in self.phrases for word in phrase.words]
        return Lexicon([*words, *(word for pay in self.shared.pay for word in pay.written)], self.forms, self.common)
