"""Edit an institution by itself: its names, its kind, its contacts; add one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lapotne.apps.mechanism.forms.editing.entries import InstitutionForms, key_for
from lapotne.apps.mechanism.presenters.words.offers import proper
from lapotne.apps.mechanism.queries.desks import Raw
from lapotne.apps.mechanism.views.editing import gates
from lapotne.apps.mechanism.views.editing.institutions import common
from lapotne.apps.mechanism.views.editing.removals import back_to
from lapotne.apps.mechanism.views.editing.sheets import Sheet, sheet_page
from lapotne.domain.mechanism.layers import Path

TEMPLATE = "mechanism/body.html"


@gates.form
def edit_institution(request: HttpRequest, institution: str) -> HttpResponse:
    desk = gates.editing(request, institution)
    path = ("institutions", institution)
    entry = desk.entry(path)
    if entry is None:
        raise Http404
    words = common(request, desk) | {
        "title": proper(entry.get("names") or {}, desk.municipality.country.code, institution),
        "is_from_above": desk.is_from_above(path),
        "remove_to": reverse("mechanism:remove_institution", args=(desk.municipality.key, institution)),
    }
    return sheet_page(
        request,
        Sheet(desk, path, lambda _entry: path, InstitutionForms, TEMPLATE, back_to(desk, institution), words),
    )


@gates.form
def new_institution(request: HttpRequest) -> HttpResponse:
    desk = gates.coordinating(request)

    def path_for(entry: Raw) -> Path:
        taken = desk.holding.section("institutions")
        return ("institutions", key_for(entry.get("names") or {}, taken, "institution"))

    words = common(request, desk) | {"title": _("A new institution"), "is_new": True}
    back = reverse("mechanism:institutions", kwargs={"municipality": desk.municipality.key})
    return sheet_page(request, Sheet(desk, None, path_for, InstitutionForms, TEMPLATE, back, words))
