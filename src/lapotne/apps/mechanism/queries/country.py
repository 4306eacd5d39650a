"""Reads of a whole country: every municipality's coverage side by side, kept until somebody saves a version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.cache import caches

from lapotne.adapters.mechanism_yaml.library import Library
from lapotne.apps.accounts.models import User
from lapotne.apps.accounts.permissions import roles_of
from lapotne.apps.mechanism.models import Adoption, Layer
from lapotne.apps.mechanism.queries import documents
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.mechanism.queries.towns import library_of
from lapotne.apps.municipalities import queries as municipalities
from lapotne.apps.municipalities.models import Country, Municipality
from lapotne.domain.coverage.asking import Question, evaluator_for
from lapotne.domain.coverage.comparison import uncovered_everywhere
from lapotne.domain.coverage.countrywide import TownCover, countrywide
from lapotne.domain.coverage.evaluation import TownCoverage
from lapotne.domain.coverage.findings import to_confirm
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.moments.clock import Span

DAYS_IN_YEAR = 365
ALL = "all"
"""In place of a need or a profile: all of them together."""


@dataclass(frozen=True)
class Chosen:
    """What the country is asked: municipalities of which day, one need or all, one profile or all."""

    on: date
    need: str
    profile: str

    @property
    def profiles(self) -> tuple[Profile, ...]:
        known = reference().profiles
        return tuple(known.values()) if self.profile == ALL else (known[self.profile],)

    @property
    def needs(self) -> tuple[Need, ...]:
        """The needs meant; only those that somebody among the profiles may have."""
        profiles = self.profiles
        known = [need for need in reference().needs.values() if any(map(need.applies, profiles))]
        return tuple(need for need in known if self.need in (ALL, need.key))


@dataclass(frozen=True)
class Governance:
    """How a town's mechanism is governed, as its document says; empty words where it has none."""

    form: str = ""
    state: str = ""
    adopted_version: int | None = None
    adopted_on: date | None = None


@dataclass(frozen=True)
class TownOverview:
    """One municipality on the country's page."""

    cover: TownCover
    entries: int
    confirmed: int
    has_own: bool
    is_invented: bool
    governance: Governance

    @property
    def key(self) -> str:
        return self.cover.municipality.key


@dataclass(frozen=True)
class Overview:
    """The country for one question: its municipalities, and when no real one at all meets a need."""

    towns: tuple[TownOverview, ...]
    uncovered: Mapping[tuple[str, str], tuple[Span, ...]]
    minutes: int

    @property
    def counted(self) -> tuple[TownOverview, ...]:
        """The municipalities that figures speak of: invented ones only where there are no others."""
        real = tuple(town for town in self.towns if not town.is_invented)
        return real or self.towns


def year_from(today: date) -> tuple[date, date]:
    """The year that figures speak of: from which day to before which."""
    return today, today + timedelta(days=DAYS_IN_YEAR)


def country_of(user: User) -> Country | None:
    """The country that somebody's roles lie in."""
    for role in roles_of(user):
        return role.country or role.municipality.country
    return None


def known(country: Country, on: date) -> list[Municipality]:
    """The country's municipalities of a day."""
    return list(municipalities.on(on).filter(country=country))


def overview(country: Country, chosen: Chosen, today: date) -> Overview:
    """The whole country for a question, over the year that begins today; computed once for a set of versions."""
    key = f"country:{country.code}:{chosen.on}:{chosen.need}:{chosen.profile}:{today}:{documents.newest(country)}"
    found: Overview = caches["computed"].get_or_set(key, lambda: _computed(country, chosen, today))
    return found


def coverage(country: Country, keys: Iterable[str], chosen: Chosen, today: date) -> list[TownCoverage]:
    """The coverage of some municipalities over the year that begins today, for every need of the profiles."""
    library = _library(country, today)
    return _covered([library.mechanism(key) for key in keys], chosen, today)


def _library(country: Country, today: date) -> Library:
    return library_of(Layer.objects.filter(country=country), today)


def _covered(mechanisms: list[Mechanism], chosen: Chosen, today: date) -> list[TownCoverage]:
    needs = Chosen(chosen.on, ALL, chosen.profile).needs
    question = Question(needs, chosen.profiles, *year_from(today), today)
    return list(evaluator_for(mechanisms, question).towns(mechanisms)) if mechanisms else []


def _computed(country: Country, chosen: Chosen, today: date) -> Overview:
    keys = list(municipalities.on(chosen.on).filter(country=country).values_list("key", flat=True))
    library = _library(country, today)
    towns = _covered(list(library.mechanisms(keys)), chosen, today)
    adopted = _adopted(country)
    picked = {need.key for need in chosen.needs}
    shown = [
        _town(covered, town.mechanism, library, adopted, today)
        for covered, town in zip(countrywide(towns, picked), towns, strict=True)
    ]
    invented = {town.key for town in shown if town.is_invented}
    real = [town for town in towns if town.mechanism.municipality.key not in invented]
    uncovered = {key: tuple(spans) for key, spans in uncovered_everywhere(real or towns).items()}
    minutes = towns[0].period.end_minute - towns[0].period.start_minute if towns else 0
    return Overview(tuple(shown), uncovered, minutes)


def _town(
    covered: TownCover, mechanism: Mechanism, library: Library, adopted: Mapping[str, Any], today: date
) -> TownOverview:
    key = covered.municipality.key
    own = library.documents.get(key)
    said: Mapping[str, Any] = (own.raw.get("governance") or {}) if own else {}
    entries = sum(len(offer.availabilities) for offer in mechanism.offers)
    return TownOverview(
        covered,
        entries,
        entries - len(to_confirm(mechanism, today)),
        own is not None,
        own is not None and own.demo,
        Governance(said.get("form") or "", said.get("state") or "", *adopted.get(key, (None, None))),
    )


def _adopted(country: Country) -> dict[str, tuple[int, date]]:
    """By town the number of its latest adopted version and the day of the decision."""
    rows = Adoption.objects.filter(version__layer__country=country).order_by("version__layer_id", "-version__number")
    found = rows.distinct("version__layer_id").values_list("version__layer__key", "version__number", "on")
    return {key: (number, on) for key, number, on in found}
