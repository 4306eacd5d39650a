"""The country: all municipalities by coverage, as a map of leaves and as a table."""

from __future__ import annotations

import csv
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from lapotne.apps.accounts.permissions import SEE_COUNTRY
from lapotne.apps.mechanism.forms.country import CountryForm
from lapotne.apps.mechanism.presenters import country as words
from lapotne.apps.mechanism.presenters import country_map, country_table
from lapotne.apps.mechanism.presenters.words import clock, moved_days
from lapotne.apps.mechanism.queries import country as queries
from lapotne.apps.mechanism.views.editing import gates
from lapotne.apps.municipalities.models import Country
from lapotne.apps.municipalities.presenters import called

SINCE_2017 = date(2017, 10, 18)
"""A day of the archive, when Latvia had 119 municipalities."""


@gates.page
def country(request: HttpRequest) -> HttpResponse:
    here, form, overview = _asked(request)
    chosen, language = form.chosen, request.LANGUAGE_CODE
    context = {
        "country": called(here.names, language, here.code),
        "form": form,
        "chosen": chosen,
        "query": form.query,
        "then": SINCE_2017,
        "is_today": chosen.on == form.today,
        "day": clock.full_day(chosen.on),
        "asked": words.asked_words(chosen, language),
        "finding": words.finding(overview, chosen),
        "first_mend": words.first_mend(overview),
        "figures": words.figures(overview),
        "unannounced": moved_days.unannounced(here.code, *queries.year_from(form.today)),
        "holes": words.holes(overview, chosen, language),
    }
    sort = request.GET.get("sort", country_table.DEFAULT_SORT)
    return render(
        request, "mechanism/country.html", context | _side_by_side(overview, context["asked"], sort, language)
    )


def _side_by_side(overview: Any, asked: str, sort: str, language: str) -> dict[str, Any]:
    """The municipalities as a map and as a table."""
    found = country_table.rows(overview, language, canopy_address)
    return {
        "counted": len(overview.counted),
        "invented": len(overview.towns) - len(overview.counted),
        "map_on_desk": country_map.picture(found, asked),
        "map_on_phone": country_map.picture(found, asked, country_map.PHONE),
        "legend": country_map.legend(),
        "unplaced": country_map.unplaced(found),
        "rows": country_table.in_order(found, sort, language),
        "columns": country_table.columns(sort),
        "sort": sort,
    }


@gates.page
def country_csv(request: HttpRequest) -> HttpResponse:
    """The same table as a file, each figure as a number."""
    _here, form, overview = _asked(request)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="country-{form.chosen.on}.csv"'
    response.write("\ufeff")
    csv.writer(response).writerows(country_table.as_records(overview, form.chosen, request.LANGUAGE_CODE))
    return response


@gates.page
def country_svg(request: HttpRequest) -> HttpResponse:
    """The map as a file of its own."""
    _here, form, overview = _asked(request)
    language = request.LANGUAGE_CODE
    found = country_table.rows(overview, language, lambda _key: "")
    drawn = country_map.picture(found, words.asked_words(form.chosen, language), is_alone=True)
    response = HttpResponse(drawn, content_type="image/svg+xml")
    response["Content-Disposition"] = f'attachment; filename="country-{form.chosen.on}.svg"'
    return response


def home_country(request: HttpRequest) -> Country:
    """The country that the reader's roles lie in."""
    gates.need(request, SEE_COUNTRY)
    here = queries.country_of(request.user)
    if here is None:
        raise Http404
    return here


def _asked(request: HttpRequest) -> tuple[Country, CountryForm, Any]:
    here, today = home_country(request), timezone.localdate()
    form = CountryForm(request.GET.dict(), request.LANGUAGE_CODE, today)
    return here, form, queries.overview(here, form.chosen, today)


def canopy_address(key: str) -> str:
    return reverse("mechanism:canopy", kwargs={"municipality": key})
