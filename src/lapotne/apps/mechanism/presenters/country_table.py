"""The table of a country's municipalities: one row each, sorted on the server by any column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from lapotne.apps.mechanism.presenters.shares import MINUTES_IN_HOUR, hours, percent
from lapotne.apps.mechanism.presenters.words import clock
from lapotne.apps.mechanism.queries.country import Chosen, Governance, Overview, TownOverview
from lapotne.apps.municipalities.presenters import alphabetical, called, name_in

DEFAULT_SORT = "-gap"


@dataclass(frozen=True)
class Row:
    """One municipality as its row shows it, and what the row is sorted by."""

    key: str
    name: str
    address: str
    met: float
    met_words: str
    gap_hours: str
    worst: str
    worst_met: str
    others_never: int
    confirmed: int
    entries: int
    has_own: bool
    governance: str
    version: str
    is_invented: bool
    town: TownOverview


@dataclass(frozen=True)
class Column:
    """A heading that sorts: where it leads, and how the table is sorted now."""

    key: str
    label: str
    order: str
    direction: str
    is_numeric: bool


def rows(overview: Overview, language: str, address_of: Callable[[str], str]) -> list[Row]:
    return [_row(town, overview.minutes, language, address_of) for town in overview.towns]


def _row(town: TownOverview, minutes: int, language: str, address_of: Callable[[str], str]) -> Row:
    cover, worst = town.cover, town.cover.worst
    return Row(
        town.key,
        called(cover.municipality.names, language, cover.municipality.country),
        address_of(town.key),
        cover.chosen.met,
        percent(cover.chosen.met),
        hours((1 - cover.chosen.met) * minutes),
        name_in(worst[0].names, language) if worst else "",
        percent(worst[1].met) if worst else "",
        max(0, len(cover.never_met) - 1),
        town.confirmed,
        town.entries,
        town.has_own,
        governance_words(town.governance) if town.has_own else "",
        version_words(town.governance),
        town.is_invented,
        town,
    )


def governance_words(governance: Governance) -> str:
    form = {"informal_group": _("informal group"), "council_decision": _("council decision")}.get(governance.form, "")
    if form and governance.state == "planned":
        return _("%(form)s, planned") % {"form": form}
    return form


def version_words(governance: Governance) -> str:
    if governance.adopted_version is None or governance.adopted_on is None:
        return ""
    return _("version %(number)s, %(day)s") % {
        "number": governance.adopted_version,
        "day": clock.full_day(governance.adopted_on),
    }


type Value = Any

SORTS: dict[str, Callable[[Row], Value]] = {
    "met": lambda row: row.met,
    "gap": lambda row: -row.met,
    "worst": lambda row: row.town.cover.worst[1].met if row.town.cover.worst else 1.0,
    "confirmed": lambda row: row.confirmed / row.entries if row.entries else 0.0,
    "own": lambda row: row.has_own,
    "governance": lambda row: row.governance,
    "version": lambda row: row.town.governance.adopted_on or date.min,
}


def in_order(found: Iterable[Row], sort: str, language: str) -> list[Row]:
    """Rows by a column, `-` before its key from the greatest; equals by name."""
    place = alphabetical(language)
    named = sorted(found, key=lambda row: place(row.name))
    key = sort.removeprefix("-")
    if key == "name":
        return named[::-1] if sort.startswith("-") else named
    chosen = SORTS.get(key) or SORTS[DEFAULT_SORT.removeprefix("-")]
    return sorted(named, key=chosen, reverse=sort.startswith("-"))


def columns(sort: str) -> list[Column]:
    labels = [
        ("name", _("Municipality"), "", False),
        ("met", _("Hours met"), "", True),
        ("gap", _("Hours a year in a gap"), "-", True),
        ("worst", _("Worst need"), "", False),
        ("confirmed", _("Confirmed entries"), "", True),
        ("own", _("Own mechanism"), "-", False),
        ("governance", _("Governance"), "", False),
        ("version", _("Adopted"), "-", False),
    ]
    return [_column(*label, sort) for label in labels]


def _column(key: str, label: str, first: str, is_numeric: bool, sort: str) -> Column:  # noqa: FBT001
    is_current = sort.removeprefix("-") == key
    other = key if sort.startswith("-") else f"-{key}"
    direction = ("descending" if sort.startswith("-") else "ascending") if is_current else ""
    return Column(key, label, other if is_current else f"{first}{key}", direction, is_numeric)


def as_records(overview: Overview, chosen: Chosen, language: str) -> Iterator[list[Any]]:
    """The table for a file: a heading, then plain numbers, by name."""
    yield [
        "key", "code", "name", "need", "profile", "share_met", "gap_hours_a_year", "worst_need", "worst_need_share_met",
        "entries_confirmed", "entries", "own_mechanism", "governance", "governance_state", "adopted_version",
        "adopted_on", "invented",
    ]  # fmt: skip
    for row in in_order(rows(overview, language, lambda _key: ""), "name", language):
        yield [row.key, row.town.cover.municipality.code, _harmless(row.name), chosen.need, chosen.profile,
               *_numbers(row, overview.minutes)]  # fmt: skip


def _numbers(row: Row, minutes: int) -> list[Any]:
    worst, governance = row.town.cover.worst, row.town.governance
    return [
        round(row.met, 6),
        round((1 - row.met) * minutes / MINUTES_IN_HOUR, 2),
        worst[0].key if worst else "",
        round(worst[1].met, 6) if worst else "",
        row.confirmed,
        row.entries,
        int(row.has_own),
        governance.form,
        governance.state,
        governance.adopted_version or "",
        governance.adopted_on or "",
        int(row.is_invented),
    ]


def _harmless(text: str) -> str:
    """A spreadsheet takes a cell that begins so for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
