"""The record of acts of a town or a country: who did what, when; for whoever answers for the place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from lapotne.adapters.csv_text import csv_text
from lapotne.apps.accounts import permissions
from lapotne.apps.accounts.forms.record import RecordForm
from lapotne.apps.accounts.presenters import people as presenter
from lapotne.apps.accounts.presenters import record as words
from lapotne.apps.accounts.queries import record
from lapotne.apps.accounts.views import gates
from lapotne.apps.audit import queries as audit
from lapotne.apps.municipalities.models import Country, Municipality
from lapotne.apps.municipalities.queries import country_by_code

type Place = Municipality | Country


@gates.page
def town_record(request: HttpRequest) -> HttpResponse:
    gates.need(request, permissions.READ_RECORD, request.municipality)
    return _page(request, request.municipality)


@gates.page
def town_record_csv(request: HttpRequest) -> HttpResponse:
    gates.need(request, permissions.READ_RECORD, request.municipality)
    return _table(request, request.municipality, request.municipality.key)


@gates.page
def country_record(request: HttpRequest, country: str) -> HttpResponse:
    return _page(request, _country(request, country))


@gates.page
def country_record_csv(request: HttpRequest, country: str) -> HttpResponse:
    return _table(request, _country(request, country), country)


def _country(request: HttpRequest, code: str) -> Country:
    place = country_by_code(code)
    gates.need(request, permissions.READ_RECORD_OF_COUNTRY, place)
    return place


def _page(request: HttpRequest, place: Place) -> HttpResponse:
    form, acts = _asked(request, place)
    found, older = audit.page(acts, form.cleaned_data.get("before"))
    asked = {name: value for name, value in request.GET.dict().items() if value and name in form.fields}
    context = {
        "form": form,
        "acts": words.shown(found, record.people_by_number(found)),
        "place": presenter.name(place, request.LANGUAGE_CODE),
        "people": presenter.leading(place)["people"],
        "names_towns": isinstance(place, Country),
        "older": f"?{urlencode(asked | {'before': older})}" if older else "",
        "table": f"record.csv?{urlencode(asked)}",
    }
    return render(request, "accounts/record.html", context)


def _table(request: HttpRequest, place: Place, name: str) -> HttpResponse:
    _form, acts = _asked(request, place)
    people = {one.pk: one for one in record.people_in(acts)}
    # The mark tells spreadsheets that the text is UTF-8.
    text = "\ufeff" + csv_text(words.HEADER, words.rows(acts.iterator(), people))
    attached = {"Content-Disposition": f'attachment; filename="{name}-record.csv"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=attached)


def _asked(request: HttpRequest, place: Place) -> tuple[RecordForm, record.QuerySet[record.Act]]:
    acts = record.acts_in(place)
    form = RecordForm(request.GET, people=record.people_in(acts), acts=words.choices(record.verbs_in(acts)))
    return form, audit.matching(acts, form.asked) if form.is_valid() else acts.none()
