"""The canopy of a town: the page, its panel for one hour, and its files."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.gzip import gzip_page

from lapotne.apps.accounts.permissions import READ_MECHANISM
from lapotne.apps.mechanism.forms.canopy import chosen_in
from lapotne.apps.mechanism.presenters.canopy import files
from lapotne.apps.mechanism.presenters.canopy.page import Reader, page, panel, title
from lapotne.apps.mechanism.presenters.canopy.week import Week
from lapotne.apps.mechanism.presenters.canopy.year import Year
from lapotne.apps.mechanism.queries.canopy import Canopy
from lapotne.apps.mechanism.queries.canopy import canopy as canopy_of
from lapotne.apps.mechanism.queries.canopy_chosen import Chosen
from lapotne.apps.mechanism.views.editing import gates
from lapotne.apps.municipalities.presenters import name
from lapotne.domain.moments.clock import utc_minute


@gates.page
@gzip_page
def canopy(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    found, chosen = _asked(request, now)
    reader = _reader(request)
    if request.htmx:
        return render(request, "mechanism/parts/canopy_who.html", panel(found, chosen, reader))
    return render(request, "mechanism/canopy.html", page(found, chosen, utc_minute(now), reader))


@gates.page
def canopy_svg(request: HttpRequest) -> HttpResponse:
    """The picture of the week or of the year as a file of its own."""
    now = timezone.now()
    found, chosen = _asked(request, now)
    words = title(found, chosen, name(request.municipality, get_language() or "en"))
    is_year = chosen.view == "year"
    svg = Year(found, chosen, words).file() if is_year else Week(found, chosen, words, utc_minute(now)).file()
    return _file(f"{_stem(found, chosen)}.svg", "image/svg+xml", svg)


@gates.page
def canopy_csv(request: HttpRequest) -> HttpResponse:
    """The table of the week as a file."""
    found, chosen = _asked(request, timezone.now())
    return _csv(f"{_stem(found, chosen)}.csv", files.week(found, chosen))


@gates.page
def canopy_gaps_csv(request: HttpRequest) -> HttpResponse:
    """The gaps of the year as a file."""
    found, chosen = _asked(request, timezone.now())
    return _csv(f"{_stem(found, chosen)}-gaps.csv", files.gaps(found, chosen))


def _asked(request: HttpRequest, now: datetime) -> tuple[Canopy, Chosen]:
    gates.need(request, READ_MECHANISM)
    town = request.municipality
    chosen = chosen_in(request.GET, town.time_zone, now)
    found = canopy_of(town, chosen.profile, chosen.today, chosen.week, chosen.days_of_year)
    return found, chosen.but(profile=found.profile.key)


def _reader(request: HttpRequest) -> Reader:
    return Reader(partial(gates.may_edit, request), is_at_home=gates.is_at_home(request))


def _stem(found: Canopy, chosen: Chosen) -> str:
    first = chosen.days_of_year[0] if chosen.view == "year" else chosen.week[0]
    return f"canopy-{found.municipality.key}-{found.profile.key}-{first}"


def _csv(name_of_file: str, records: Iterable[files.Record]) -> HttpResponse:
    response = _file(name_of_file, "text/csv; charset=utf-8", "\ufeff")
    csv.writer(response).writerows(records)
    return response


def _file(name_of_file: str, kind: str, content: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name_of_file}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
