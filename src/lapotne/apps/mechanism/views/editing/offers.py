"""Edit a service or a competence, add one, take one out, say that one is still right."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from lapotne.adapters.mechanism_yaml.shape.entries import COMPETENCES as KNOWN
from lapotne.apps.mechanism.actions.editing import confirm
from lapotne.apps.mechanism.forms.editing.entries import COMPETENCES, SERVICES, OfferForms, key_for
from lapotne.apps.mechanism.presenters.editing.institutions import Seen, ShownOffer, competence_name, shown_offer
from lapotne.apps.mechanism.presenters.words.offers import named, proper
from lapotne.apps.mechanism.queries.desks import Desk, Raw
from lapotne.apps.mechanism.views.editing import gates
from lapotne.apps.mechanism.views.editing.institutions import common
from lapotne.apps.mechanism.views.editing.removals import back_to, told
from lapotne.apps.mechanism.views.editing.sheets import Sheet, sheet_page
from lapotne.domain.mechanism.layers import Path
from lapotne.domain.mechanism.mended import has_hours

TEMPLATE = "mechanism/service.html"


@gates.form
def edit_offer(request: HttpRequest, institution: str, section: str, offer: str) -> HttpResponse:
    desk = gates.editing(request, institution)
    return sheet_page(request, offer_sheet(request, desk, ("institutions", institution, section, offer)))


@gates.form
def new_service(request: HttpRequest, institution: str) -> HttpResponse:
    desk = gates.editing(request, institution)
    body = _entry(desk, ("institutions", institution))

    def path_for(entry: Raw) -> Path:
        key = key_for(entry.get("names") or {}, body.get(SERVICES) or {}, "service")
        return ("institutions", institution, SERVICES, key)

    words = _words(request, desk, body, _("A new service")) | {"is_new": True}
    forms = partial(OfferForms, section=SERVICES)
    return sheet_page(request, Sheet(desk, None, path_for, forms, TEMPLATE, back_to(desk, institution), words))


@gates.form
def new_competence(request: HttpRequest, institution: str, offer: str) -> HttpResponse:
    desk = gates.editing(request, institution)
    path = ("institutions", institution, COMPETENCES, offer)
    body = _entry(desk, path[:2])
    if offer not in KNOWN or offer in (body.get(COMPETENCES) or {}):
        raise Http404
    words = _words(request, desk, body, competence_name(offer)) | {"is_new": True}
    forms = partial(OfferForms, section=COMPETENCES)
    return sheet_page(request, Sheet(desk, None, lambda _entry: path, forms, TEMPLATE, back_to(desk, path[1]), words))


@gates.act
def still_right(request: HttpRequest, institution: str, section: str, offer: str) -> HttpResponse:
    """One click: the hours are still right, dated today, due again in a year."""
    desk = gates.editing(request, institution)
    path = ("institutions", institution, section, offer)
    if not has_hours(_entry(desk, path)):
        messages.error(request, _("Nobody said these hours yet: fill them in, then they can be confirmed."))
        return redirect(back_to(desk, institution))
    reason = _("Still right")
    act = partial(confirm, path=path, role=gates.role(request), reason=reason)
    return told(request, desk, act, back_to(desk, institution))


def offer_sheet(request: HttpRequest, desk: Desk, path: Path) -> Sheet:
    """The sheet of a service or competence that is there."""
    _root, institution, section, _offer = path
    body, entry = _entry(desk, path[:2]), _entry(desk, path)
    words = _words(request, desk, body, offer_name(path, entry)) | {
        "is_from_above": desk.is_from_above(path),
        "now": now(desk, path),
        "remove_to": address_of(desk, "remove_offer", path),
    }
    forms = partial(OfferForms, section=section)
    return Sheet(desk, path, lambda _entry: path, forms, TEMPLATE, back_to(desk, institution), words)


def now(desk: Desk, path: Path) -> ShownOffer | None:
    """The offer as it was saved last, for what the closed parts of the form hold."""
    mechanism = desk.drafted.mechanism(desk.municipality.key)
    key = f"{path[1]}/{path[3]}"
    found = next((offer for offer in mechanism.offers if offer.key == key), None)
    seen = Seen(desk.today, at_home=True, may_edit=lambda _key: True)
    return shown_offer(found, lambda _layer, _path: "", seen) if found else None


def offer_name(path: Path, entry: Raw) -> str:
    return named(entry.get("names") or {}) or competence_name(path[3])


def _entry(desk: Desk, path: Path) -> Raw:
    found = desk.entry(path)
    if found is None:
        raise Http404
    return found


def _words(request: HttpRequest, desk: Desk, body: Raw, title: str) -> dict[str, object]:
    name = proper(body.get("names") or {}, desk.municipality.country.code)
    return common(request, desk) | {"title": title, "body_name": name}


def address_of(desk: Desk, name: str, path: Path) -> str:
    where = dict(zip(("institution", "section", "offer"), path[1:], strict=True))
    return reverse(f"mechanism:{name}", kwargs={"municipality": desk.municipality.key, **where})
