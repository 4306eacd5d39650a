"""A town's mechanism out of the product, as files; what isn't public is only for those at home."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from lapotne.apps.accounts.permissions import EDIT_MECHANISM
from lapotne.apps.mechanism.presenters.editing.versions import naming
from lapotne.apps.mechanism.queries import files as queries
from lapotne.apps.mechanism.views.editing import gates
from lapotne.apps.municipalities.presenters import name


@gates.page
def files(request: HttpRequest) -> HttpResponse:
    desk = gates.read(request)
    at_home = gates.is_at_home(request)
    context = {
        "municipality": desk.municipality,
        "town_name": name(desk.municipality, request.LANGUAGE_CODE),
        "version_words": naming(desk, at_home=at_home),
        "is_at_home": at_home,
        "closures": queries.closure_count(desk),
        "may_edit": request.user.has_perm(EDIT_MECHANISM, desk.municipality),
    }
    return render(request, "mechanism/files.html", context)


@gates.page
def file_yaml(request: HttpRequest) -> HttpResponse:
    """The document itself with staff contacts: it doesn't leave home."""
    desk = gates.at_home(request)
    return _attached(queries.document_yaml(desk), "application/yaml", f"{desk.municipality.key}.yaml")


@gates.page
def file_hsds(request: HttpRequest) -> HttpResponse:
    desk = gates.read(request)
    text = queries.services_json(desk, request.LANGUAGE_CODE)
    return _attached(text, "application/json", f"{desk.municipality.key}-hsds.json")


@gates.page
def file_offers(request: HttpRequest) -> HttpResponse:
    desk = gates.read(request)
    return _table(queries.offers_table(desk, request.LANGUAGE_CODE), f"{desk.municipality.key}-offers.csv")


@gates.page
def file_gaps(request: HttpRequest) -> HttpResponse:
    desk = gates.read(request)
    return _table(queries.gaps_table(desk, request.LANGUAGE_CODE), f"{desk.municipality.key}-gaps.csv")


@gates.page
def file_closures(request: HttpRequest) -> HttpResponse:
    desk = gates.read(request)
    calendar = queries.closures(desk, request.LANGUAGE_CODE, timezone.now())
    return _attached(calendar, "text/calendar; charset=utf-8", f"{desk.municipality.key}-closures.ics")


def _table(text: str, name: str) -> HttpResponse:
    # The mark tells spreadsheets that the text is UTF-8.
    return _attached("\ufeff" + text, "text/csv; charset=utf-8", name)


def _attached(content: str | bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
