"""A new town in ten minutes: from the country's bodies of first contact, its holes visible while typing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lapotne.adapters.problems import FileProblemsError
from lapotne.apps.accounts import permissions
from lapotne.apps.accounts.models import RoleKind, User
from lapotne.apps.mechanism.actions.editing import due_again, keep
from lapotne.apps.mechanism.actions.saving import EditedMeanwhileError
from lapotne.apps.mechanism.forms.editing.new_town import NewTown, NewTownForm
from lapotne.apps.mechanism.presenters.editing import outlooks, problems
from lapotne.apps.mechanism.queries import new_towns
from lapotne.apps.mechanism.queries.desks import Desk, Raw, blank, desk
from lapotne.apps.mechanism.queries.trials import trial
from lapotne.apps.mechanism.views.editing import gates
from lapotne.apps.mechanism.views.editing.sheets import CANT_BE, SAVE
from lapotne.apps.municipalities.models import Municipality


@gates.form
def new_town(request: HttpRequest) -> HttpResponse:
    if not new_towns.is_open_to(request.user):
        raise Http404
    today = timezone.localdate()
    towns = new_towns.without_mechanism(request.user, today)
    if not towns:
        return render(request, "mechanism/new_town.html", {"nothing_left": True})
    data = request.POST if request.method == "POST" else None
    form = NewTownForm(data, towns=towns, today=today, initial=_wanted(request))
    here = desk(_chosen(request, towns), today)
    town = NewTown(form, new_towns.template(here), data)
    if data is None:
        return _page(request, town)
    if not town.is_valid():
        return _page(request, town, {"has_errors": True}, CANT_BE)
    document = town.document(blank(here.municipality), _word(here, request.user))
    if request.POST.get("act") == SAVE:
        return _save(request, here, town, document)
    return _page(request, town, _judged(here, document))


def _wanted(request: HttpRequest) -> dict[str, str]:
    """The municipality that a link named."""
    return {"municipality": request.GET["municipality"]} if request.GET.get("municipality") else {}


def _chosen(request: HttpRequest, towns: list[Municipality]) -> Municipality:
    """The town chosen, or any: until one is chosen only the country's template is needed."""
    wanted = request.POST.get("municipality") or request.GET.get("municipality")
    return next((town for town in towns if town.key == wanted), towns[0])


def _page(request: HttpRequest, town: NewTown, words: Raw | None = None, status: int = 200) -> HttpResponse:
    context = {"town": town, "form": town.form, **(words or {})}
    if request.htmx:
        return render(request, "mechanism/parts/outlook.html", context)
    return render(request, "mechanism/new_town.html", context, status=status)


def _judged(here: Desk, document: Raw) -> dict[str, Any]:
    found = trial(here, document)
    if found.problems:
        return {"problems": problems.shown(found.problems, document)}
    seen = new_towns.outlook(here, document)
    needs = outlooks.shown(seen)
    return {
        "finding": outlooks.finding(seen),
        "needs": needs,
        "shapes": outlooks.shapes(needs),
        "is_judged": True,
    }


def _save(request: HttpRequest, here: Desk, town: NewTown, document: Raw) -> HttpResponse:
    reason = _("Made from the country’s bodies of first contact")
    try:
        keep(desk=here, document=document, on_version=0, by=request.user, at=timezone.now(), reason=reason)
    except EditedMeanwhileError:
        messages.error(request, _("Somebody has just made a mechanism for this municipality: choose another."))
        return _page(request, town, _judged(here, document), CANT_BE)
    except FileProblemsError as error:
        return _page(request, town, {"problems": problems.shown(error.problems, document)}, CANT_BE)
    messages.success(request, _("The town is made, as version 1. Everything can be changed from here on."))
    return redirect(reverse("mechanism:institutions", args=(here.municipality.key,)))


def _word(here: Desk, user: User) -> dict[str, str]:
    """Who makes the town confirms its hours, by their role and never by name."""
    is_coordinator = user.has_perm(permissions.EDIT_MECHANISM, here.municipality)
    role = RoleKind.COORDINATOR if is_coordinator else RoleKind.NATIONAL_COORDINATOR
    return {"on": here.today.isoformat(), "by": role.value, "due": due_again(here.today).isoformat()}
