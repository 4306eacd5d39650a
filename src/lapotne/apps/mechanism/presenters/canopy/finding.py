"""The finding in words: what the headline of a canopy says, and the four numbers under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lapotne.apps.mechanism.presenters.words import clock, patterns, states
from lapotne.apps.mechanism.presenters.words.offers import institution, named
from lapotne.apps.mechanism.queries.canopy import Canopy
from lapotne.domain.coverage.days import by_day
from lapotne.domain.coverage.findings import Finding
from lapotne.domain.mechanism.needs import Need
from lapotne.domain.mechanism.states import State

DECIDE, BED = "decide", "bed"


@dataclass(frozen=True)
class Number:
    """A figure with its unit, what it means, and the part of the page that tells more."""

    figure: str
    meaning: str
    more: str


def headline(canopy: Canopy) -> str:
    """The biggest hole; or that nothing is confirmed yet; or that the canopy is whole."""
    if not canopy.mechanism.offers:
        return _("Nothing is written down here yet")
    if nothing_is_confirmed(canopy):
        return _("Nothing here is confirmed yet")
    if not canopy.findings:
        return _("No hole in this canopy")
    return hole(canopy.findings[0])


def nothing_is_confirmed(canopy: Canopy) -> bool:
    """Whether of all that the town itself says, and else of what is said for it, no word is confirmed."""
    offers = [offer for offer in canopy.mechanism.offers if offer.serves]
    own = [offer for offer in offers if offer.layer == canopy.municipality.key] or offers
    waiting = {found.offer.key for found in canopy.to_confirm}
    return bool(own) and all(offer.key in waiting for offer in own)


def hole(found: Finding) -> str:
    """`No bed, every night 22:00–06:00`."""
    words = {"what": lacking(found), "when": patterns.when(found.patterns)}
    return _("%(what)s, %(when)s") % words


def lacking(found: Finding) -> str:
    """That nobody meets a need, or in which way nobody surely does."""
    if found.worst_state is State.NOBODY:
        return nobody_meets(found.need)
    return _("%(need)s: %(state)s") % {
        "need": named(found.need.names, found.need.key),
        "state": states.state(found.worst_state),
    }


def nobody_meets(need: Need) -> str:
    if need.lacking:
        return named(need.lacking, need.key)
    return _("%(need)s: nobody") % {"need": named(need.names, need.key)}


def numbers(canopy: Canopy) -> list[Number]:
    """Days without a decision, hours without a bed, single points of failure, what nobody has confirmed."""
    return [_undecided(canopy), _bedless(canopy), _hanging(canopy), _unconfirmed(canopy)]


def _undecided(canopy: Canopy) -> Number:
    cell = canopy.year.town.cell(DECIDE, canopy.profile.key)
    count = sum(day.gap_minutes > 0 for day in by_day(cell, canopy.year.town.period)) if cell else 0
    figure = ngettext("%(number)s day", "%(number)s days", count) % {"number": clock.number(count)}
    found = _finding(canopy, DECIDE)
    nobody = _("a year with hours in which nobody can decide on help")
    unsure = _("a year with hours in which nobody can surely decide on help")
    return Number(figure, _with_when(nobody, unsure, found), "holes")


def _bedless(canopy: Canopy) -> Number:
    found = _finding(canopy, BED)
    nobody, unsure = _("a year without a bed for this person"), _("a year without a sure bed for this person")
    return Number(clock.hours(found.minutes if found else 0), _with_when(nobody, unsure, found), "holes")


def _hanging(canopy: Canopy) -> Number:
    needs = list(dict.fromkeys(point.need.key for point in canopy.weak_points))
    bodies = dict.fromkeys(point.institution for point in canopy.weak_points)
    count = len(needs)
    figure = ngettext("%(number)s need", "%(number)s needs", count) % {"number": clock.number(count)}
    meaning = ngettext("hangs on a single institution", "hang on a single institution", count)
    return Number(figure, f"{meaning}{_told(_names(canopy, bodies))}", "weak-points")


def _unconfirmed(canopy: Canopy) -> Number:
    waiting = len(canopy.to_confirm)
    entries = sum(len(offer.availabilities) for offer in canopy.mechanism.offers if offer.serves)
    figure = ngettext("%(number)s entry", "%(number)s entries", waiting) % {"number": clock.number(waiting)}
    meaning = _("of %(all)s that nobody has confirmed, or not lately") % {"all": clock.number(entries)}
    return Number(figure, meaning, "to-confirm")


def _finding(canopy: Canopy, need: str) -> Finding | None:
    return next((found for found in canopy.findings if found.need.key == need), None)


def _with_when(nobody: str, unsure: str, found: Finding | None) -> str:
    """The meaning with when; where it isn't that nobody can, in which way nobody surely can."""
    if found is None:
        return nobody
    if found.worst_state is State.NOBODY:
        return f"{nobody}: {patterns.when(found.patterns)}"
    return f"{unsure}: {states.state(found.worst_state)}, {patterns.when(found.patterns)}"


def _told(names: list[str]) -> str:
    return f": {', '.join(names[:2])}{' …' if len(names) > 2 else ''}" if names else ""  # noqa: PLR2004


def _names(canopy: Canopy, keys: Iterable[str]) -> list[str]:
    known = canopy.mechanism.institutions
    return [institution(known[key]) for key in keys if key in known]
