"""Everything that the canopy's page says, put together once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lapotne.adapters.canopy_picture import Title, leaf_svg
from lapotne.apps.mechanism.presenters.canopy import finding, holes, table, who
from lapotne.apps.mechanism.presenters.canopy.week import SHOWN, Week
from lapotne.apps.mechanism.presenters.canopy.year import Year
from lapotne.apps.mechanism.presenters.words import clock, states
from lapotne.apps.mechanism.presenters.words.offers import named
from lapotne.apps.mechanism.queries.canopy import Canopy, plainest
from lapotne.apps.mechanism.queries.canopy_chosen import VIEWS, Chosen
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities import presenters as municipalities
from lapotne.domain.mechanism.states import State

A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Choice:
    """One of several things to look at."""

    key: str
    words: str
    address: str
    is_current: bool


@dataclass(frozen=True)
class Reader:
    """What whoever reads the page may do and see: try a mend, read staff-only contacts."""

    may_mend: holes.MayMend
    is_at_home: bool


def page(canopy: Canopy, chosen: Chosen, now: int, reader: Reader) -> dict[str, Any]:
    waiting = holes.unconfirmed(canopy, staff=reader.is_at_home)
    town = municipalities.name(canopy.municipality, get_language() or "en")
    return {
        "town_name": town,
        "municipality": canopy.municipality,
        "headline": finding.headline(canopy),
        "nothing_confirmed": finding.nothing_is_confirmed(canopy),
        "person": named(canopy.profile.names, canopy.profile.key),
        "days": clock.days(*chosen.week),
        "days_of_year": clock.days(*chosen.days_of_year),
        "numbers": finding.numbers(canopy),
        "holes": holes.holes(canopy, chosen, reader.may_mend),
        "holes_of_others": holes.holes_of_others(canopy, chosen),
        "hanging": holes.hanging(canopy),
        "waiting": waiting,
        "first_calls": holes.first_calls(waiting),
        "chosen": chosen,
        "legend": legend(),
        **_choices(canopy, chosen),
        **_shown(canopy, chosen, now, town),
        **panel(canopy, chosen, reader),
    }


def panel(canopy: Canopy, chosen: Chosen, reader: Reader) -> dict[str, Any]:
    """Who stands behind the hour chosen, and the words for choosing another."""
    hour = chosen.hour
    return {
        "panel": who.panel(canopy, chosen, staff=reader.is_at_home),
        "hour_said": "" if hour is None else clock.form_moment(hour, chosen.zone),
        "needs": [(need.key, named(need.names, need.key)) for need in canopy.needs],
        "chosen": chosen,
    }


def title(canopy: Canopy, chosen: Chosen, town: str) -> Title:
    """What a picture shows, for whoever can't see it: the finding is in it."""
    days = clock.days(*(chosen.days_of_year if chosen.view == "year" else chosen.week))
    line = _("The canopy of %(town)s for “%(person)s”, %(days)s") % {
        "town": town,
        "person": named(canopy.profile.names, canopy.profile.key),
        "days": days,
    }
    return Title(line, _("%(finding)s. The table says the same in words.") % {"finding": finding.headline(canopy)})


def legend() -> list[tuple[SafeString, str]]:
    return [(leaf(state), states.state(state)) for state in SHOWN]


def leaf(state: State) -> SafeString:
    return mark_safe(leaf_svg(state))  # noqa: S308 -- drawn by ourselves, no words in it


def _shown(canopy: Canopy, chosen: Chosen, now: int, town: str) -> dict[str, Any]:
    """The picture or the table; SVG comes with its words escaped."""
    words = title(canopy, chosen, town)
    if chosen.view == "year":
        year = Year(canopy, chosen, words)
        return {"year": year, "labels": mark_safe(year.labels()), "picture": mark_safe(year.days())}  # noqa: S308
    week = Week(canopy, chosen, words, now)
    holidays = {"holidays": week.holidays()}
    if chosen.view == "table":
        return {"table_days": table.days(canopy), "table": table.needs(canopy, chosen), **holidays}
    return {"labels": mark_safe(week.labels()), "picture": mark_safe(week.hours()), **holidays}  # noqa: S308


def _choices(canopy: Canopy, chosen: Chosen) -> dict[str, Any]:
    today = chosen.but(day=chosen.today, hour=None, need="")
    offered = _offered(canopy)
    return {
        "people": [_person(profile, canopy, chosen) for profile in offered],
        "more": len(reference().profiles) - len(offered),
        "all_people": _alphabetical(canopy, chosen),
        "groups": _groups(canopy, chosen),
        "views": [
            Choice(view, words, chosen.but(view=view, hour=None, need="").query, view == chosen.view)
            for view, words in zip(VIEWS, (_("Week"), _("Year"), _("Table")), strict=True)
        ],
        "previous_week": chosen.but(day=chosen.day - A_WEEK, hour=None, need="").query,
        "next_week": chosen.but(day=chosen.day + A_WEEK, hour=None, need="").query,
        "this_week": "" if today.week == chosen.week else today.query,
        "years": _years(chosen),
    }


def _offered(canopy: Canopy) -> list[Any]:
    offered = list(plainest())
    return offered if canopy.profile in offered else [canopy.profile, *offered[:-1]]


def _person(profile: Any, canopy: Canopy, chosen: Chosen) -> Choice:
    address = chosen.but(profile=profile.key, need="", hour=None).query
    return Choice(profile.key, named(profile.names, profile.key), address, profile == canopy.profile)


def _alphabetical(canopy: Canopy, chosen: Chosen) -> list[Choice]:
    order = municipalities.alphabetical(get_language() or "en")
    people = [_person(profile, canopy, chosen) for profile in reference().profiles.values()]
    return sorted(people, key=lambda person: order(person.words))


def _groups(canopy: Canopy, chosen: Chosen) -> list[Choice]:
    keys = ["", *dict.fromkeys(need.group for need in canopy.needs)]
    known = set(keys)
    current = chosen.group if chosen.group in known else ""
    return [
        Choice(key, states.group(key) if key else _("All needs"), chosen.but(group=key).query, key == current)
        for key in keys
    ]


def _years(chosen: Chosen) -> list[Choice]:
    here = chosen.today.year
    return [
        Choice(str(year), str(year) if year else _("from today"), chosen.but(year=year).query, year == chosen.year)
        for year in (0, here, here + 1)
    ]
