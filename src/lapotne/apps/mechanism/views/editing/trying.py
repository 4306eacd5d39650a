"""Try a mend: the right form opens with the change in it and what it does to the gaps beside it."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lapotne.apps.accounts import permissions
from lapotne.apps.mechanism.forms.editing.wishes import WishForm
from lapotne.apps.mechanism.presenters.editing import changes, institutions
from lapotne.apps.mechanism.presenters.words import hours, offers
from lapotne.apps.mechanism.presenters.words.offers import named, proper
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.mechanism.queries.suggestions import (
    Suggestion,
    UnknownMendError,
    Wish,
    agreement,
    suggestion,
)
from lapotne.apps.mechanism.views.editing import gates
from lapotne.apps.mechanism.views.editing.institutions import common
from lapotne.apps.mechanism.views.editing.offers import address_of, offer_sheet
from lapotne.apps.mechanism.views.editing.sheets import suggested_page
from lapotne.apps.municipalities.presenters import name
from lapotne.domain.coverage.mends import MendKind
from lapotne.domain.mechanism.offers import Availability


@gates.page
def try_mend(request: HttpRequest) -> HttpResponse:
    form = WishForm(request.GET)
    if not form.is_valid():
        raise Http404
    wish = form.wish()
    try:
        return agree(request, wish) if wish.neighbour else try_here(request, wish)
    except UnknownMendError:
        raise Http404 from None


def try_here(request: HttpRequest, wish: Wish) -> HttpResponse:
    desk = gates.editing(request, wish.path[1])
    found = suggestion(desk, wish)
    sheet = offer_sheet(request, desk, found.path)
    words = {**sheet.words, "suggestion": _suggestion(wish, found)}
    return suggested_page(
        request, replace(sheet, words=words, action=address_of(desk, "edit_offer", found.path)), found.entry
    )


def agree(request: HttpRequest, wish: Wish) -> HttpResponse:
    """A neighbour's service can't be changed from here: what it would do, and whom to ask."""
    desk = gates.at_home(request)
    found = agreement(desk, wish)
    there = found.neighbour.municipality
    seen = institutions.Seen(desk.today, at_home=False, may_edit=lambda _key: False)
    edits_there = request.user.has_perm(permissions.EDIT_MECHANISM, there)
    words = common(request, desk) | {
        "neighbour": name(there, request.LANGUAGE_CODE),
        "neighbour_key": there.key,
        "who": offers.who(found.offer),
        "offer": institutions.shown_offer(found.offer, lambda _layer, _path: "", seen),
        "contacts": institutions.public(found.offer.contacts),
        "change": changes.shown(found.changes, desk.municipality.time_zone),
        "edits_there": edits_there,
        "wish": wish,
        "own_offer": "/".join((wish.path[1], wish.path[3])),
        "code": desk.municipality.code,
    }
    return render(request, "mechanism/agree.html", words)


def _suggestion(wish: Wish, found: Suggestion) -> str:
    need = named(reference().needs[wish.need].names, wish.need)
    profile = named(reference().profiles[wish.profile].names, wish.profile)
    said = {"need": need, "profile": profile, "added": _hours(found)}
    said["town"] = _municipality(wish.serve)
    said["agree"] = _("Agree it with the institution first: saved like this, nobody has confirmed it.")
    return {
        MendKind.LENGTHEN: _("Suggested for “%(need)s · %(profile)s”: open at these hours too: %(added)s. %(agree)s"),
        MendKind.CONFIRM: _(
            "Suggested for “%(need)s · %(profile)s”: call, ask, and say below that you confirm it today."
        ),
        MendKind.ADMIT: _("Suggested for “%(need)s · %(profile)s”: take this person too. Check the places. %(agree)s"),
        MendKind.AGREE: _("Suggested for “%(need)s · %(profile)s”: serve %(town)s too. %(agree)s"),
    }[MendKind(wish.kind)] % said


def _hours(found: Suggestion) -> str:
    return hours.hours(Availability(found.hours.added, on_holidays=found.hours.on_holidays)) if found.hours else ""


def _municipality(code: str) -> str:
    known = reference().by_code.get(code, ())
    return proper(known[-1].names, known[-1].country, code) if known else code
