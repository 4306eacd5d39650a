"""Every saved state of a town's mechanism: who, when, why; two of them compared; an old one brought back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lapotne.adapters.problems import FileProblemsError
from lapotne.apps.mechanism.actions.editing import restore
from lapotne.apps.mechanism.actions.saving import EditedMeanwhileError
from lapotne.apps.mechanism.forms.editing.adopting import ComparingForm, RestoringForm
from lapotne.apps.mechanism.models import Version
from lapotne.apps.mechanism.presenters.editing import versions as shown
from lapotne.apps.mechanism.queries.adoptions import all_versions, drafts
from lapotne.apps.mechanism.queries.desks import Desk
from lapotne.apps.mechanism.views.editing import gates
from lapotne.apps.mechanism.views.editing.institutions import common
from lapotne.domain.mechanism.difference import difference


@gates.page
def versions(request: HttpRequest) -> HttpResponse:
    """At home all versions; elsewhere those that were adopted, by their names only."""
    desk = gates.read(request)
    found = all_versions(desk)
    waiting = drafts(desk, found)
    numbers = [version.number for version in found]
    words = common(request, desk) | {
        "versions": shown.listed(found, desk, waiting),
        "what_acts": shown.what_acts(desk),
        "is_pending": desk.is_pending,
        "newest": desk.number,
        "adopted": desk.adopted.number if desk.adopted else None,
        "comparing": ComparingForm(numbers=numbers, initial=dict(zip(("after", "before"), numbers, strict=False))),
        "may_compare": len(numbers) > 1,
    }
    return render(request, "mechanism/versions.html", words)


@gates.page
def version(request: HttpRequest, number: int) -> HttpResponse:
    desk = gates.at_home(request)
    found = all_versions(desk)
    this = _numbered(found, number)
    before = next((known for known in found if known.number < number), None)
    earlier = before.document if before else {}
    words = common(request, desk) | {
        "version": shown.shown_version(this, desk, is_draft=number in drafts(desk, found)),
        "name": shown.version_name(this),
        "before": before.number if before else None,
        "differences": _differences(earlier, this.document) if before else [],
        "is_newest": number == desk.number,
        "restoring": RestoringForm(initial={"over": desk.number}),
    }
    return render(request, "mechanism/version.html", words)


@gates.page
def compare_versions(request: HttpRequest) -> HttpResponse:
    desk = gates.at_home(request)
    found = all_versions(desk)
    form = ComparingForm(request.GET, numbers=[known.number for known in found])
    if not form.is_valid():
        raise Http404
    before, after = (_numbered(found, form.cleaned_data[name]) for name in ("before", "after"))
    words = common(request, desk) | {
        "comparing": form,
        "before": shown.version_name(before),
        "after": shown.version_name(after),
        "differences": _differences(before.document, after.document),
    }
    return render(request, "mechanism/compare.html", words)


@gates.act
def restore_version(request: HttpRequest, number: int) -> HttpResponse:
    """The old document becomes the newest version, with a reason."""
    desk = gates.coordinating(request)
    this = _numbered(all_versions(desk), number)
    form = RestoringForm(request.POST)
    back = redirect(reverse("mechanism:version", args=(desk.municipality.key, number)))
    if not form.is_valid():
        messages.error(request, _("Nothing was brought back: write why, so that others understand it later."))
        return back
    try:
        _restore(request, desk, this, form)
    except (EditedMeanwhileError, FileProblemsError) as error:
        messages.error(request, str(error))
        return back
    return redirect(reverse("mechanism:versions", args=(desk.municipality.key,)))


def _restore(request: HttpRequest, desk: Desk, this: Version, form: RestoringForm) -> None:
    said = form.cleaned_data
    new = restore(
        desk=desk, version=this, on_version=said["over"], by=request.user, at=timezone.now(), reason=said["reason"]
    )
    words = {"old": this.number, "number": new.number}
    messages.success(request, _("Version %(old)s is back, as version %(number)s.") % words)


def _numbered(found: list[Version], number: int) -> Version:
    this = next((known for known in found if known.number == number), None)
    if this is None:
        raise Http404
    return this


def _differences(before: dict, after: dict) -> list[shown.ShownDifference]:
    return shown.differences(list(difference(before, after)), before, after)
