"""The same person in each country, on one day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lapotne.domain.entitlements.asking import ranked
from lapotne.domain.entitlements.facts import Facts
from lapotne.domain.entitlements.judging import Finding, find_unrefused, refuse_contradictions
from lapotne.domain.entitlements.rulebook import Rulebooks


@dataclass(frozen=True, slots=True)
class SamePerson:
    """Findings by country, by kind of entitlement.

    A country without an entitlement of a kind has an empty place there: its rulebook says nothing about it.
    """

    by_country: Mapping[str, tuple[Finding, ...]]

    def row(self, kind: str) -> Mapping[str, tuple[Finding, ...]]:
        """The findings of one kind by country."""
        return {
            country: tuple(found for found in findings if found.entitlement.kind == kind)
            for country, findings in self.by_country.items()
        }


def same_person(rulebooks: Rulebooks, facts: Facts, day: date) -> SamePerson:
    """One person's verdicts in every country; ContradictionError where the facts can't all be true."""
    # What can't be true together is mostly one list that all countries share, so it is gone through once.
    lists = {id(book.impossible): book for book in rulebooks.by_country.values()}
    for book in lists.values():
        refuse_contradictions(book, facts, day)
    return SamePerson({country: find_unrefused(book, facts, day) for country, book in rulebooks.by_country.items()})


def asked_next(rulebooks: Rulebooks, facts: Facts, day: date) -> tuple[str, ...]:
    """What to ask next of one person for every country whose law isn't history, what settles most first.

    It tries every answer to every question, which takes as long again as the verdicts.
    """
    found = same_person(rulebooks, facts, day)
    current = [
        (book, one)
        for country, book in rulebooks.by_country.items()
        if not book.is_history
        for one in found.by_country[country]
    ]
    return ranked(current, facts, day)
