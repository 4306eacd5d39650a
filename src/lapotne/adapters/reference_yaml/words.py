"""What the reference files hold, once read: the words that every mechanism of every town shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from lapotne.adapters.shapes.vocabulary import Vocabulary
from lapotne.domain.mechanism.needs import Names, Need, Profile
from lapotne.domain.mechanism.towns import Municipality


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something about a person that may matter for who can help, how to ask for it and why."""

    key: str
    names: Names
    question: Names = field(default_factory=dict)
    why: Names = field(default_factory=dict)
    values: Mapping[str, Names] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InstitutionType:
    """A kind of institution and what it does."""

    key: str
    names: Names
    what: Names = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Reference:
    """All reference words by key; read once, so each is itself and no other, and what is made of it can be kept.

    `protocols` are the countries' steps as written, by country, for layers to be laid over.
    `raw` holds the files as written, by their stem, for what has no type.
    """

    needs: Mapping[str, Need] = field(default_factory=dict)
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    institution_types: Mapping[str, InstitutionType] = field(default_factory=dict)
    municipalities: Mapping[str, Municipality] = field(default_factory=dict)
    protocols: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    raw: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    @cached_property
    def by_code(self) -> Mapping[str, tuple[Municipality, ...]]:
        """Municipalities by official code: more than one where a reform kept the code, latest last."""
        found: dict[str, tuple[Municipality, ...]] = {}
        for town in sorted(self.municipalities.values(), key=lambda town: town.valid.since or date.min):
            found[town.code] = (*found.get(town.code, ()), town)
        return found

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that a mechanism file may use."""
        return Vocabulary(
            needs=tuple(self.needs),
            types=tuple(self.institution_types),
            attributes={key: tuple(attribute.values) for key, attribute in self.attributes.items()},
            codes=tuple(self.by_code),
            countries=tuple(sorted({town.country for town in self.municipalities.values()})),
        )

    def municipality_of(self, code: str, on: date) -> Municipality | None:
        """The municipality that has a code on a day, or else the last that had it."""
        towns = self.by_code.get(code, ())
        return next((town for town in towns if town.valid.holds_on(on)), towns[-1] if towns else None)

    def municipalities_on(self, day: date, country: str = "") -> list[Municipality]:
        """The municipalities that exist on a day, of one country or of all."""
        towns = self.municipalities.values()
        return [town for town in towns if town.valid.holds_on(day) and country in ("", town.country)]
