"""One hole for somebody who may not mend it: when, for whom, the nearest mend with its effect, and whom to ask."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.mechanism.presenters.canopy import addresses, finding, holes
from lapotne.apps.mechanism.presenters.editing import changes
from lapotne.apps.mechanism.presenters.words import clock, offers
from lapotne.apps.mechanism.queries.canopy import Canopy
from lapotne.apps.mechanism.queries.canopy_chosen import Chosen
from lapotne.apps.mechanism.queries.holes import Effect, Menders, menders
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.municipalities.presenters import name
from lapotne.domain.coverage.findings import Finding


def page(canopy: Canopy, found: Finding, chosen: Chosen, may_mend: holes.MayMend) -> dict[str, Any]:
    town, body = canopy.municipality, holes.body_of(canopy, found)
    key, institution = (body.institution.key, offers.institution(body.institution)) if body else ("", "")
    return {
        "municipality": town,
        "town_name": name(town, get_language() or "en"),
        "headline": finding.hole(found),
        "person": offers.named(canopy.profile.names, canopy.profile.key),
        "hours": _("%(hours)s a year") % {"hours": clock.hours(found.minutes)},
        "others": holes.others(canopy, found),
        "mend": holes.mend(canopy, found),
        "whom": whom(menders(town, body), institution),
        "institution": institution,
        "institution_address": addresses.institution(town.key, key) if body else "",
        "try_it": addresses.try_mend(town.key, found, chosen) if may_mend(key) else "",
        "back": back(town, chosen),
    }


def effect(town: Municipality, found: Effect | None) -> dict[str, Any]:
    """Nothing where it can't be judged: no single change is known, or nobody said the hours yet."""
    if found is None:
        return {}
    return {"effect": changes.shown(found.changes, town.time_zone), "waits": found.waits}


def whom(found: Menders, institution: str) -> list[str]:
    """Roles, never names."""
    town = name(found.town, get_language() or "en")
    roles = []
    if found.has_coordinator:
        roles.append(f"{RoleKind.COORDINATOR.label}: {town}")
    if found.has_editor:
        roles.append(f"{RoleKind.INSTITUTION_EDITOR.label}: {institution}")
    nobody = _("Nobody coordinates %(town)s here yet. The national coordinator can give somebody the role.")
    return roles or [nobody % {"town": town}]


def back(town: Municipality, chosen: Chosen) -> str:
    """The canopy of the same person."""
    address = reverse("mechanism:canopy", args=[town.key])
    return f"{address}{chosen.but(need='', hour=None).query}"
