"""One hole of a town for somebody who may not mend it: what its nearest mend would do, and who may."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.accounts.queries import people
from lapotne.apps.mechanism.queries.canopy import Canopy
from lapotne.apps.mechanism.queries.desks import Desk
from lapotne.apps.mechanism.queries.suggestions import UnknownMendError, Wish, agreement, suggestion
from lapotne.apps.mechanism.queries.trials import changes
from lapotne.apps.municipalities import queries as municipalities
from lapotne.apps.municipalities.models import Municipality
from lapotne.domain.coverage.findings import Finding
from lapotne.domain.coverage.what_if import Change
from lapotne.domain.mechanism.adoption import awaits_adoption
from lapotne.domain.mechanism.editing import Edit, edited
from lapotne.domain.mechanism.mended import all_confirmed
from lapotne.domain.mechanism.offers import Offer


@dataclass(frozen=True)
class Effect:
    """The gaps of a year that a mend changes; `waits` where the group or the council has to adopt it first."""

    changes: tuple[Change, ...]
    waits: bool = False


@dataclass(frozen=True)
class Menders:
    """By which roles somebody may mend, and where; `town` is the neighbour where it is the neighbour's to do."""

    town: Municipality
    institution: str
    has_coordinator: bool
    has_editor: bool


def hole(canopy: Canopy, need: str) -> Finding | None:
    """The hole of a need that the canopy's person meets."""
    return next((found for found in canopy.findings if found.need.key == need), None)


def effect(desk: Desk, found: Finding, profile: str, due: date) -> Effect | None:
    """What the nearest mend would do to a year once it acts; None where no single change is known."""
    if found.mend is None or found.mend.availability.hours is None:
        return None
    wish = Wish(found.mend.kind.value, found.mend.offer.key, found.mend.place, found.need.key, profile)
    try:
        acting = desk.as_it_acts()
        return Effect(agreement(acting, wish).changes) if wish.neighbour else _effect_here(acting, wish, due)
    except UnknownMendError:
        return None


def _effect_here(desk: Desk, wish: Wish, due: date) -> Effect:
    found = suggestion(desk, wish)
    agreed = all_confirmed(found.entry, on=desk.today, by=RoleKind.COORDINATOR.value, due=due)
    document = edited(desk.document, desk.upper.raw, Edit(found.path, agreed))
    changed = changes([desk.mechanism(), desk.mechanism_with(document)], desk.today)[0]
    return Effect(changed, waits=awaits_adoption(document, desk.adopted.document if desk.adopted else None))


def menders(municipality: Municipality, offer: Offer | None) -> Menders:
    """Who may change an offer, the town's own or a neighbour's; without one, who may bring something new."""
    town, institution = municipality, ""
    if offer is not None:
        wish = Wish("", offer.key, 0, "", "")
        town = municipalities.by_key(wish.neighbour) or municipality
        institution = wish.path[1]
    roles = people.kinds_in(town)
    editor = (RoleKind.INSTITUTION_EDITOR.value, institution)
    return Menders(town, institution, (RoleKind.COORDINATOR.value, "") in roles, editor in roles)
