"""A file as the town's next version: every error with its line, or what differs and what it does, then saved."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from lapotne.adapters.problems import FileProblemsError
from lapotne.apps.mechanism.actions.editing import keep
from lapotne.apps.mechanism.actions.saving import EditedMeanwhileError
from lapotne.apps.mechanism.forms.files import UploadForm
from lapotne.apps.mechanism.presenters.editing import versions
from lapotne.apps.mechanism.queries import files as queries
from lapotne.apps.mechanism.queries.desks import Desk, Raw
from lapotne.apps.mechanism.views.editing import gates
from lapotne.apps.mechanism.views.editing.sheets import CANT_BE, EDITED_MEANWHILE, judged
from lapotne.apps.municipalities.presenters import name
from lapotne.domain.mechanism.difference import difference

SAVE = "save"


@gates.form
def files_upload(request: HttpRequest) -> HttpResponse:
    desk = gates.coordinating(request)
    if request.method != "POST":
        return _page(request, desk, {"form": UploadForm(initial={"over": desk.number})})
    form = UploadForm(request.POST, request.FILES)
    is_valid = form.is_valid()
    text = form.cleaned_data.get("text") or ""
    document = queries.read_upload(desk, text, form.cleaned_data.get("name") or "file") if text else None
    if document is None:
        return _page(request, desk, {"form": form}, CANT_BE)
    if isinstance(document, list):
        return _page(request, desk, {"form": _again(desk, form), "file_problems": document}, CANT_BE)
    looked_at = {"form": _again(desk, form, text) if is_valid else _kept(form, text)} | _looked_at(desk, document)
    is_same = not looked_at["differences"]
    if not is_valid or is_same or request.POST.get("act") != SAVE:
        return _page(request, desk, looked_at, 200 if is_valid or is_same else CANT_BE)
    return _save(request, desk, form, document, looked_at)


def _looked_at(desk: Desk, document: Raw) -> dict[str, Any]:
    """What differs from the version saved last, and what it does to the gaps."""
    differences = list(difference(desk.document, document))
    found = {
        "differences": versions.differences(differences, desk.document, document),
        "number": desk.number,
        "is_looked_at": True,
    }
    return found | judged(desk, document)


def _save(request: HttpRequest, desk: Desk, form: UploadForm, document: Raw, looked_at: Raw) -> HttpResponse:
    cleaned = form.cleaned_data
    try:
        version = keep(
            desk=desk, document=document, on_version=cleaned["over"], by=request.user, at=timezone.now(),
            reason=cleaned["reason"].strip(),
        )  # fmt: skip
    except EditedMeanwhileError:
        return _page(request, desk, {**looked_at, "their_number": desk.number}, EDITED_MEANWHILE)
    except FileProblemsError as error:
        return _page(request, desk, {**looked_at, "file_problems": error.problems}, CANT_BE)
    messages.success(request, _("Saved as version %(number)s.") % {"number": version.number})
    return redirect("mechanism:files", municipality=desk.municipality.key)


def _again(desk: Desk, form: UploadForm, text: str = "") -> UploadForm:
    """The form with the text kept in it, over the newest version."""
    said = {name: form.cleaned_data.get(name) or "" for name in ("reason", "name")}
    return UploadForm(initial={"over": desk.number, "text": text, **said})


def _kept(form: UploadForm, text: str) -> UploadForm:
    """The form with its errors; a file that was chosen can't be sent again, so its text is."""
    form.data = {**form.data.dict(), "text": text}
    return form


def _page(request: HttpRequest, desk: Desk, found: Raw, status: int = 200) -> HttpResponse:
    about = {"municipality": desk.municipality, "town_name": name(desk.municipality, request.LANGUAGE_CODE)}
    return render(request, "mechanism/files_upload.html", {**about, **found}, status=status)
