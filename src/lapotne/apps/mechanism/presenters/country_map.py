"""The leaves of the country's map: what each says, and whose name is written first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lapotne.adapters.country_picture import MapLeaf, Sheet, draw, sample
from lapotne.apps.mechanism.presenters.country_table import Row
from lapotne.apps.mechanism.presenters.words import states
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.domain.mechanism.states import State

DESK, CROWDED = Sheet(leaf=46), Sheet(leaf=32)
MANY = 60
PHONE = Sheet(width=374, leaf=22, letter=15, margin=16)
SHORTENED = {" novads": " nov.", " Municipality": ""}
"""How a long name ends, and what a map writes instead."""
NOT_MET = (State.BY_PHONE, State.TOO_FAR, State.DEPENDS, State.UNCONFIRMED, State.NOBODY)
CITIES = ("state_city", "city")


def picture(rows: Iterable[Row], title: str, sheet: Sheet | None = None, *, is_alone: bool = False) -> str:
    """The map as SVG; municipalities without a known seat are left to the table."""
    found, cities = list(rows), _cities()
    labels = _labels(found)
    leaves = [leaf for row in found if (leaf := _leaf(row, labels[row.key], cities))]
    chosen = sheet or (CROWDED if len(leaves) > MANY else DESK)
    return draw(leaves, chosen, title=title, is_alone=is_alone)


def unplaced(rows: Iterable[Row]) -> list[str]:
    """The names of those whose seat isn't known, so that they can't stand on the map."""
    return [row.name for row in rows if row.town.cover.municipality.latitude is None]


@dataclass(frozen=True)
class Sample:
    picture: str
    words: str


def legend() -> list[Sample]:
    """Every look of a leaf with its meaning."""
    looks = [
        (State.COVERED, 1.0, _("all hours met")),
        (State.UNCONFIRMED, 0.5, _("half of the hours met")),
        *((state, 0.0, states.state(state)) for state in NOT_MET),
    ]
    return [Sample(sample(state, share), words) for state, share, words in looks]


def _leaf(row: Row, label: str, cities: frozenset[str]) -> MapLeaf | None:
    town = row.town.cover.municipality
    if town.latitude is None or town.longitude is None:
        return None
    rank = 0 if row.has_own else 1 if row.key in cities else 2
    return MapLeaf(
        key=row.key,
        label=label,
        words=_words(row),
        latitude=town.latitude,
        longitude=town.longitude,
        share=row.met,
        state=row.town.cover.chosen.rest,
        address=row.address,
        rank=rank,
        is_marked=row.is_invented,
    )


def _words(row: Row) -> str:
    state = row.town.cover.chosen.rest
    words = {"name": row.name, "met": row.met_words, "rest": states.state(state)}
    if state is State.COVERED:
        return _("%(name)s: %(met)s of the hours met") % words
    return _("%(name)s: %(met)s of the hours met; the rest: %(rest)s") % words


def _labels(rows: list[Row]) -> dict[str, str]:
    """Names as short as the map may write them; a city and the land around it must stay apart."""
    short = {row.key: _short(row.name) for row in rows}
    often = Counter(short.values())
    return {row.key: row.name if often[short[row.key]] > 1 else short[row.key] for row in rows}


def _short(name: str) -> str:
    for ending, instead in SHORTENED.items():
        if name.endswith(ending):
            return name.removesuffix(ending) + instead
    return name


def _cities() -> frozenset[str]:
    """The keys of state cities: the largest towns, as the reference says."""
    found = []
    for name, raw in reference().raw.items():
        if name.startswith("municipalities/"):
            towns = raw["municipalities"]
            found += [key for key, town in towns.items() if town.get("kind") in CITIES]  # type: ignore[attr-defined]
    return frozenset(found)
