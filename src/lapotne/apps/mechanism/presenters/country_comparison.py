"""Some municipalities side by side, need by need: the share met, the holes, and when they come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from lapotne.adapters.country_picture import sample
from lapotne.apps.mechanism.presenters.shares import hours, percent
from lapotne.apps.mechanism.presenters.words import patterns as pattern_words
from lapotne.apps.mechanism.presenters.words import states
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.municipalities.presenters import alphabetical, called, name, name_in
from lapotne.domain.coverage.cells import Cell
from lapotne.domain.coverage.countrywide import Cover, cover_of
from lapotne.domain.coverage.evaluation import TownCoverage
from lapotne.domain.coverage.gaps import gap_bits
from lapotne.domain.coverage.patterns import patterns
from lapotne.domain.coverage.states import spans_of
from lapotne.domain.mechanism.needs import Need


@dataclass(frozen=True)
class Compared:
    """One need in one municipality; `when` says when nobody surely can, for every profile asked."""

    met: str
    gap_hours: str
    when: str
    picture: str
    state: str
    is_best: bool


@dataclass(frozen=True)
class NeedRow:
    need: str
    cells: tuple[Compared, ...]
    differs: bool


def names(towns: Sequence[TownCoverage], language: str) -> list[tuple[str, str]]:
    """Key and name of each municipality, in the order asked."""
    found = [town.mechanism.municipality for town in towns]
    return [(town.key, called(town.names, language, town.country)) for town in found]


def in_order(towns: Sequence[Municipality], language: str) -> list[tuple[str, str]]:
    """Key and name of municipalities, by the reader's alphabet."""
    place = alphabetical(language)
    return sorted(((town.key, name(town, language)) for town in towns), key=lambda found: place(found[1]))


def need_rows(towns: Sequence[TownCoverage], needs: Sequence[Need], language: str) -> list[NeedRow]:
    return [_row(need, towns, language) for need in needs]


def _row(need: Need, towns: Sequence[TownCoverage], language: str) -> NeedRow:
    cells = [[cell for cell in town.cells if cell.need.key == need.key] for town in towns]
    covers = [cover_of(found) for found in cells]
    best = max(cover.met for cover in covers)
    differs = best > min(cover.met for cover in covers)
    compared = tuple(
        _compared(found, cover, town, is_best=differs and cover.met == best)
        for found, cover, town in zip(cells, covers, towns, strict=True)
    )
    return NeedRow(name_in(need.names, language), compared, differs)


def _compared(cells: Sequence[Cell], cover: Cover, town: TownCoverage, *, is_best: bool) -> Compared:
    minutes = (town.period.end_minute - town.period.start_minute) * (1 - cover.met)
    rest = cover.rest
    gaps = reduce(lambda one, other: one | other, (gap_bits(cell, town.period) for cell in cells), 0)
    found = patterns(spans_of(gaps, town.period), town.period.zone)
    return Compared(
        percent(cover.met),
        hours(minutes) if cover.gap_minutes else "",
        pattern_words.when(found),
        sample(rest, cover.met),
        states.state(rest),
        is_best,
    )


def best(towns: Sequence[TownCoverage], language: str) -> str:
    """The municipality with the greatest share met over all needs; empty where none is ahead."""
    met = [cover_of(town.cells).met for town in towns]
    if not met or met.count(max(met)) > 1:
        return ""
    found = towns[met.index(max(met))].mechanism.municipality
    return called(found.names, language, found.country)


def differing(rows: Sequence[NeedRow]) -> int:
    """How many needs are met unequally."""
    return sum(row.differs for row in rows)
