"""The protocol of a town: its steps, what the check found, the sheet to print, and who acts at a moment."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from lapotne.apps.accounts.permissions import EDIT_MECHANISM
from lapotne.apps.mechanism.forms.protocol import WhoActsForm
from lapotne.apps.mechanism.presenters import protocol as words
from lapotne.apps.mechanism.presenters import protocol_acting, protocol_checks
from lapotne.apps.mechanism.presenters.words import clock
from lapotne.apps.mechanism.queries import protocols as queries
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.mechanism.views.editing import gates
from lapotne.apps.municipalities.presenters import name
from lapotne.domain.mechanism.opening import Asking
from lapotne.domain.mechanism.timetables import opener
from lapotne.domain.protocol.acting import who_acts


@gates.page
def protocol(request: HttpRequest) -> HttpResponse:
    desk = gates.read(request)
    acting = queries.protocol_on(desk)
    checked = queries.checked(request.municipality, acting, desk.today)
    shown = words.shown(acting)
    found = protocol_checks.by_step(checked, acting)
    context = _about(request) | {
        "finding": protocol_checks.finding(checked, acting),
        "shown": shown,
        "steps": [(step, found.get(step.key)) for step in shown.steps],
        "problems": acting.problems,
        "is_pending": desk.is_pending and gates.is_at_home(request),
        "may_edit": request.user.has_perm(EDIT_MECHANISM, request.municipality),
    }
    return render(request, "mechanism/protocol.html", context)


@gates.page
def protocol_sheet(request: HttpRequest) -> HttpResponse:
    """The steps on one or two pages of paper."""
    desk = gates.read(request)
    context = _about(request) | {"shown": words.shown(queries.protocol_on(desk)), "day": clock.full_day(desk.today)}
    return render(request, "mechanism/protocol_sheet.html", context)


@gates.page
def protocol_now(request: HttpRequest) -> HttpResponse:
    """Who acts in a step for a person at a moment; contacts for staff only are shown at home."""
    desk = gates.read(request)
    acting = queries.protocol_on(desk)
    form = WhoActsForm(request.GET.dict(), acting, timezone.now())
    context = _about(request) | {"form": form, "answer": None}
    if acting.protocol.steps:
        town = acting.mechanism.municipality
        asking = Asking(form.minute, opener(town.time_zone, town.country), desk.today, gates.is_at_home(request))
        needs = reference().needs
        found = who_acts(acting.mechanism, acting.protocol, form.step_asked, form.person, asking, needs)
        context["answer"] = protocol_acting.Writer(acting, form.minute).actions(found)
    return render(request, "mechanism/protocol_now.html", context)


def _about(request: HttpRequest) -> dict[str, Any]:
    return {"municipality": request.municipality, "town_name": name(request.municipality, request.LANGUAGE_CODE)}
