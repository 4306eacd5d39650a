"""Where the canopy's links lead: itself asked otherwise, and the pages that mend what it shows."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse

from lapotne.apps.mechanism.queries.canopy_chosen import Chosen
from lapotne.domain.coverage.findings import Finding
from lapotne.domain.mechanism.lending import NEIGHBOUR_MARK


def address_or_none(name: str, *parts: str) -> str:
    """The address of a page by its name; empty where this installation has no such page."""
    try:
        return reverse(name, args=parts)
    except NoReverseMatch:
        return ""


def try_mend(municipality: str, found: Finding, chosen: Chosen) -> str:
    """The editing page with the nearest mend filled in."""
    page = address_or_none("mechanism:try_mend", municipality)
    if not page or found.mend is None:
        return ""
    query = {
        "kind": found.mend.kind.value,
        "offer": found.mend.offer.key,
        "place": found.mend.place,
        "need": found.need.key,
        "profile": chosen.profile,
    }
    return f"{page}?{urlencode(query)}"


def hole(municipality: str, need: str, profile: str) -> str:
    """The page of one hole, for whoever may not mend it."""
    page = reverse("mechanism:hole", args=(municipality,))
    return f"{page}?{urlencode({'need': need, 'profile': profile})}"


def institution(municipality: str, key: str) -> str:
    """The page of an institution of this town; a neighbour's stands at the neighbour's."""
    return "" if NEIGHBOUR_MARK in key else address_or_none("mechanism:institution", municipality, key)


def tab(chosen: Chosen, view: str) -> str:
    return chosen.but(view=view, hour=None, need="").query
