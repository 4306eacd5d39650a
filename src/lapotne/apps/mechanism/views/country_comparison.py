"""Two or more municipalities side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from lapotne.apps.mechanism.forms.country import ComparisonForm
from lapotne.apps.mechanism.presenters import country_comparison as comparison
from lapotne.apps.mechanism.queries import country as queries
from lapotne.apps.mechanism.views.country import canopy_address, home_country
from lapotne.apps.mechanism.views.editing import gates


@gates.page
def country_compare(request: HttpRequest) -> HttpResponse:
    here, language, today = home_country(request), request.LANGUAGE_CODE, timezone.localdate()
    names = comparison.in_order(queries.known(here, today), language)
    form = ComparisonForm(request.GET, names, language)
    chosen = form.chosen(today)
    towns = queries.coverage(here, form.towns, chosen, today) if form.is_enough else []
    rows = comparison.need_rows(towns, chosen.needs, language) if towns else []
    context = {
        "form": form,
        "towns": [(name, canopy_address(key)) for key, name in comparison.names(towns, language)],
        "rows": rows,
        "best": comparison.best(towns, language),
        "differing": comparison.differing(rows),
        "chosen": chosen,
    }
    return render(request, "mechanism/country_compare.html", context)
