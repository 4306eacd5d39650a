"""A step of the protocol, changed by the town's coordinator: tried first, saved with a reason, acting once adopted."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from lapotne.adapters.problems import FileProblemsError
from lapotne.apps.mechanism.actions.protocols import change_step
from lapotne.apps.mechanism.actions.saving import EditedMeanwhileError
from lapotne.apps.mechanism.forms.protocol_step import StepForm, Whom
from lapotne.apps.mechanism.presenters import protocol_checks
from lapotne.apps.mechanism.presenters.protocol_choices import known_references, words_of
from lapotne.apps.mechanism.presenters.words.offers import named
from lapotne.apps.mechanism.queries import protocols
from lapotne.apps.mechanism.queries.desks import Desk
from lapotne.apps.mechanism.views.editing import gates
from lapotne.apps.municipalities.presenters import name

CANT_BE, EDITED_MEANWHILE = 422, 409


@gates.form
def protocol_step(request: HttpRequest, step: str) -> HttpResponse:
    desk = gates.coordinating(request)
    raw = protocols.drafted_step(desk, step)
    if not raw:
        raise Http404
    mechanism = desk.mechanism()
    whom = Whom(known_references(mechanism), partial(words_of, mechanism=mechanism))
    form = StepForm(raw, whom, desk.number, request.POST if request.method == "POST" else None)
    context = _about(request, desk, step, raw) | {"form": form}
    if request.method != "POST":
        return render(request, "mechanism/protocol_step.html", context)
    if request.POST.get("act") == "try":
        form.fields["reason"].required = False
    if not form.is_valid():
        return render(request, "mechanism/protocol_step.html", context, status=CANT_BE)
    if request.POST.get("act") == "try":
        return _tried(request, desk, step, context)
    return _save(request, desk, step, context)


def _tried(request: HttpRequest, desk: Desk, step: str, context: dict[str, Any]) -> HttpResponse:
    """What the check says of the step as it would be."""
    document = protocols.with_step(desk, step, context["form"].wanted())
    acting = protocols.acting(request.municipality, desk.with_document(document))
    if acting.problems:
        return render(request, "mechanism/protocol_step.html", context | {"problems": acting.problems}, status=CANT_BE)
    found = protocol_checks.by_step(protocols.check_week(acting, desk.today), acting)
    return render(request, "mechanism/protocol_step.html", context | {"is_tried": True, "found": found.get(step)})


def _save(request: HttpRequest, desk: Desk, step: str, context: dict[str, Any]) -> HttpResponse:
    form = context["form"]
    try:
        version = change_step(
            desk=desk, step=step, wanted=form.wanted(), on_version=form.cleaned_data["on_version"], by=request.user,
            at=timezone.now(), reason=form.cleaned_data["reason"].strip(),
        )  # fmt: skip
    except EditedMeanwhileError:
        return render(request, "mechanism/protocol_step.html", context | {"newest": desk}, status=EDITED_MEANWHILE)
    except FileProblemsError as error:
        return render(request, "mechanism/protocol_step.html", context | {"problems": error.problems}, status=CANT_BE)
    said = {"number": version.number}
    if desk.adopted:
        messages.success(request, _("Saved as version %(number)s. It acts once the version is adopted.") % said)
    else:
        messages.success(request, _("Saved as version %(number)s.") % said)
    return redirect("mechanism:protocol", municipality=desk.municipality.key)


def _about(request: HttpRequest, desk: Desk, step: str, raw: Any) -> dict[str, Any]:
    return {
        "municipality": desk.municipality,
        "town_name": name(desk.municipality, request.LANGUAGE_CODE),
        "step": step,
        "step_name": named(raw.get("names") or {}, step),
        "what": named(raw.get("what") or {}),
        "acts_at_once": desk.adopted is None,
    }
