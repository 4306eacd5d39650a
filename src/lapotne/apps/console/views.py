"""The staff's workspace: where one arrives after signing in."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lapotne.apps.accounts import queries
from lapotne.apps.accounts.permissions import (
    EDIT_INSTITUTION,
    EDIT_MECHANISM,
    READ_DRAFTS,
    SEE_COUNTRY,
    cares_for_texts,
    cares_for_texts_alone,
    is_national_coordinator,
)
from lapotne.apps.accounts.queries import second_factors
from lapotne.apps.confirmations.queries import askings
from lapotne.apps.console import presenters
from lapotne.apps.library.queries import states
from lapotne.apps.mechanism.forms.country import CountryForm
from lapotne.apps.mechanism.queries import country, documents
from lapotne.apps.mechanism.queries.canopy import canopy
from lapotne.apps.municipalities.models import Municipality
from lapotne.domain.coverage.asking import week_of

EDIT_TEXTS = "wagtailadmin.access_admin"


@require_safe
@login_required
def start(request: HttpRequest) -> HttpResponse:
    request.municipality = queries.home(request.user)
    context = {
        "roles": queries.roles(request.user),
        "needs_second_factor": not second_factors.has_one(request.user.pk),
        "sees_country": request.user.has_perm(SEE_COUNTRY),
        "makes_towns": is_national_coordinator(request.user),
        "keeps_texts": cares_for_texts(request.user),
        "may_edit_texts": request.user.has_perm(EDIT_TEXTS),
    }
    if request.municipality is not None:
        context |= {"town": request.municipality, "desk": _desk(request, request.municipality)}
        if request.user.has_perm(EDIT_MECHANISM, request.municipality):
            context["unanswered"] = presenters.unanswered(*askings.waiting(request.municipality, timezone.localdate()))
            context["proposals"] = len(askings.proposals(request.municipality))
        context["may_edit"] = request.user.has_perm(EDIT_INSTITUTION, request.municipality)
    elif request.user.has_perm(SEE_COUNTRY):
        context["arrival"] = _arrival(request)
    return render(request, "console/start.html", context)


def _arrival(request: HttpRequest) -> presenters.Arrival | None:
    if cares_for_texts_alone(request.user):
        return presenters.of_texts(states.board([code for code, _ in settings.LANGUAGES]))
    here, today = country.country_of(request.user), timezone.localdate()
    if here is None:
        return None
    chosen = CountryForm({}, request.LANGUAGE_CODE, today).chosen
    return presenters.of_country(country.overview(here, chosen, today), chosen)


def _desk(request: HttpRequest, town: Municipality) -> presenters.Desk:
    today = timezone.localdate()
    found = canopy(town, "", today, week_of(today), presenters.year_from(today))
    layer = documents.layer_of(town)
    is_pending = bool(layer and request.user.has_perm(READ_DRAFTS, town) and documents.is_pending(layer))
    return presenters.desk(town, found, is_pending=is_pending)
