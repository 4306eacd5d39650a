"""What would close the holes, which needs hang on one institution, and whose word is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lapotne.apps.mechanism.presenters.canopy import addresses
from lapotne.apps.mechanism.presenters.canopy.finding import lacking
from lapotne.apps.mechanism.presenters.words import clock, hours, offers, patterns
from lapotne.apps.mechanism.queries.canopy import Canopy
from lapotne.apps.mechanism.queries.canopy_chosen import Chosen
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.domain.coverage.findings import Finding, ToConfirm
from lapotne.domain.mechanism.lending import NEIGHBOUR_MARK
from lapotne.domain.mechanism.offers import Contact, Institution, Level, Offer
from lapotne.domain.mechanism.states import State

FIRST_CALLS = 5

type MayMend = Callable[[str], bool]
"""Whether the reader may change what an institution offers, by its key."""


@dataclass(frozen=True)
class Hole:
    """A row of the table: the hole, when, how long a year, for whom else, what would close it, where to try it."""

    what: str
    state: State
    when: str
    hours: str
    others: str
    mend: str
    address: str
    is_trial: bool


@dataclass(frozen=True)
class OthersHole:
    """A hole that this profile doesn't meet but others do."""

    what: str
    when: str
    whom: str
    address: str


@dataclass(frozen=True)
class Hanging:
    """A need and the one institution that stands behind it for so many hours of the year."""

    need: str
    institution: str
    hours: str
    address: str


@dataclass(frozen=True)
class Unconfirmed:
    """Entries of one institution whose word is missing, with how to reach it."""

    institution: str
    what: list[str]
    contacts: list[Contact]
    address: str


def holes(canopy: Canopy, chosen: Chosen, may_mend: MayMend) -> list[Hole]:
    return [_hole(canopy, found, chosen, may_mend) for found in canopy.findings]


def _hole(canopy: Canopy, found: Finding, chosen: Chosen, may_mend: MayMend) -> Hole:
    body = body_of(canopy, found)
    town, key = canopy.municipality.key, body.institution.key if body else ""
    may = may_mend(key)
    trial = addresses.try_mend(town, found, chosen) if may else ""
    page = addresses.institution(town, key) if may and body else ""
    return Hole(
        what=lacking(found),
        state=found.worst_state,
        when=patterns.when(found.patterns),
        hours=_("%(hours)s a year") % {"hours": clock.hours(found.minutes)},
        others=others(canopy, found),
        mend=mend(canopy, found),
        address=(trial or page) if may else addresses.hole(town, found.need.key, chosen.profile),
        is_trial=bool(trial),
    )


def mend(canopy: Canopy, found: Finding) -> str:
    asked = None if found.mend else _to_be_asked(canopy, found)
    return offers.asking(asked) if asked else offers.mend(found.mend)


def body_of(canopy: Canopy, found: Finding) -> Offer | None:
    """What a mend would change, or whose hours are to be asked for."""
    return found.mend.offer if found.mend else _to_be_asked(canopy, found)


def _to_be_asked(canopy: Canopy, found: Finding) -> Offer | None:
    """Where nobody said when: whom to ask, the nearest first."""
    if found.worst_state is not State.UNCONFIRMED:
        return None
    named = [one.offer for one in canopy.to_confirm if found.need.key in one.offer.meets]
    return min(named, key=lambda offer: (_distance(offer.institution), offers.who(offer)), default=None)


def others(canopy: Canopy, found: Finding) -> str:
    """How many other profiles meet the same hole."""
    same = (one for one in canopy.findings_of_everybody if one.need.key == found.need.key)
    count = next((len(one.profiles) - 1 for one in same if canopy.profile in one.profiles), 0)
    words = ngettext("the same for %(number)s other person", "the same for %(number)s other people", count)
    return words % {"number": count} if count else ""


def holes_of_others(canopy: Canopy, chosen: Chosen) -> list[OthersHole]:
    """The longest first; each leads to the canopy of somebody who meets it."""
    return [
        OthersHole(
            lacking(found),
            patterns.when(found.patterns),
            _whom(found),
            chosen.but(profile=found.profiles[0].key, need="", hour=None, group="").query,
        )
        for found in canopy.findings_of_everybody
        if canopy.profile not in found.profiles
    ]


def _whom(found: Finding) -> str:
    first, others = offers.named(found.profiles[0].names, found.profiles[0].key), len(found.profiles) - 1
    if not others:
        return first
    words = ngettext("%(first)s and %(number)s other", "%(first)s and %(number)s others", others)
    return words % {"first": first, "number": others}


def hanging(canopy: Canopy) -> list[Hanging]:
    known = canopy.mechanism.institutions
    return [
        Hanging(
            offers.named(point.need.names, point.need.key),
            offers.institution(known[point.institution]),
            clock.hours(point.minutes),
            addresses.institution(canopy.municipality.key, point.institution),
        )
        for point in canopy.weak_points
        if point.institution in known
    ]


def unconfirmed(canopy: Canopy, *, staff: bool) -> list[Unconfirmed]:
    """By institution, those first whose word is needed soonest and nearest."""
    by_institution: dict[str, list[ToConfirm]] = {}
    for found in canopy.to_confirm:
        by_institution.setdefault(found.offer.institution.key, []).append(found)
    ordered = sorted(by_institution.values(), key=_urgency)
    return [_unconfirmed(canopy, found, staff=staff) for found in ordered]


def first_calls(waiting: list[Unconfirmed]) -> list[Unconfirmed]:
    return waiting[:FIRST_CALLS]


def _urgency(found: Iterable[ToConfirm]) -> tuple[int, bool, int, str]:
    entries = list(found)
    needs = reference().needs
    soonest = min(needs[key].within_hours for one in entries for key in one.offer.meets if key in needs)
    body = entries[0].offer.institution
    return _distance(body), not _contacts(body, staff=False), soonest, body.key


def _unconfirmed(canopy: Canopy, found: list[ToConfirm], *, staff: bool) -> Unconfirmed:
    body = found[0].offer.institution
    said = dict.fromkeys(f"{offers.offer(one.offer)} ({hours.hours(one.availability)})" for one in found)
    page = addresses.institution(canopy.municipality.key, body.key)
    return Unconfirmed(offers.institution(body), list(said), _contacts(body, staff=staff), page)


def _contacts(body: Institution, *, staff: bool) -> list[Contact]:
    is_shown = staff and NEIGHBOUR_MARK not in body.key
    return [contact for contact in body.contacts if is_shown or not contact.staff_only]


def _distance(body: Institution) -> int:
    return (Level.LOCAL, Level.REGIONAL, Level.NATIONAL).index(body.level)
