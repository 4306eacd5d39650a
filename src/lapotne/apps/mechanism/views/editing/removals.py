"""Take an entry out with a reason, and bring back what was taken out here."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from lapotne.adapters.problems import FileProblemsError
from lapotne.apps.mechanism.actions.editing import bring_back, remove
from lapotne.apps.mechanism.actions.saving import EditedMeanwhileError
from lapotne.apps.mechanism.forms.editing.saving import RemovingForm
from lapotne.apps.mechanism.queries.desks import Desk
from lapotne.apps.mechanism.views.editing import gates
from lapotne.domain.mechanism.layers import Path, at


@gates.act
def remove_offer(request: HttpRequest, institution: str, section: str, offer: str) -> HttpResponse:
    desk = gates.editing(request, institution)
    return _remove(request, desk, ("institutions", institution, section, offer), back_to(desk, institution))


@gates.act
def remove_institution(request: HttpRequest, institution: str) -> HttpResponse:
    desk = gates.coordinating(request)
    return _remove(request, desk, ("institutions", institution), back_to_all(desk))


@gates.act
def bring_offer_back(request: HttpRequest, institution: str, section: str, offer: str) -> HttpResponse:
    return _bring_back(request, ("institutions", institution, section, offer))


@gates.act
def bring_institution_back(request: HttpRequest, institution: str) -> HttpResponse:
    return _bring_back(request, ("institutions", institution))


def _remove(request: HttpRequest, desk: Desk, path: Path, back: str) -> HttpResponse:
    if desk.entry(path) is None:
        raise Http404
    form = RemovingForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Nothing was taken out: write why, so that others understand it later."))
        return redirect(back)
    over = desk.number if form.on_version is None else form.on_version
    return told(request, desk, partial(remove, path=path, reason=form.cleaned_data["reason"], on_version=over), back)


def _bring_back(request: HttpRequest, path: Path) -> HttpResponse:
    desk = gates.coordinating(request)
    if at(desk.upper.raw, path) is None or desk.entry(path) is not None:
        raise Http404
    return told(request, desk, partial(bring_back, path=path, reason=_("Brought back")), back_to_all(desk))


def told(request: HttpRequest, desk: Desk, act: partial, back: str) -> HttpResponse:
    """Do it, say what came of it, and go back where it was asked."""
    try:
        version = act(desk=desk, by=request.user, at=timezone.now())
    except (EditedMeanwhileError, FileProblemsError) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Saved as version %(number)s.") % {"number": version.number})
    return redirect(request.POST["next"] if _is_ours(request) else back)


def _is_ours(request: HttpRequest) -> bool:
    """Where the reader came from, on this site; browsers skip blanks in `/ /elsewhere`, Django knows them all."""
    wanted = request.POST.get("next", "")
    return wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)


def back_to(desk: Desk, institution: str) -> str:
    return reverse("mechanism:institution", args=(desk.municipality.key, institution))


def back_to_all(desk: Desk) -> str:
    return reverse("mechanism:institutions", args=(desk.municipality.key,))
