"""Record that the group or the council adopted a version; the page says first what will act from then."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lapotne.apps.mechanism.actions.adopting import AdoptionError, adopt
from lapotne.apps.mechanism.forms.editing.adopting import AdoptingForm
from lapotne.apps.mechanism.models import Body, Version
from lapotne.apps.mechanism.presenters.editing import changes
from lapotne.apps.mechanism.presenters.editing import versions as shown
from lapotne.apps.mechanism.queries.adoptions import adopting, all_versions, can_be_adopted
from lapotne.apps.mechanism.queries.desks import Desk
from lapotne.apps.mechanism.views.editing import gates
from lapotne.apps.mechanism.views.editing.institutions import common
from lapotne.domain.mechanism.difference import difference

COUNCIL_DECISION = "council_decision"


@gates.form
def adopt_version(request: HttpRequest, number: int) -> HttpResponse:
    desk = gates.coordinating(request)
    version = next((known for known in all_versions(desk) if known.number == number), None)
    if version is None or not can_be_adopted(desk, version):
        raise Http404
    form = AdoptingForm(request.POST or None, today=desk.today, initial={"body": _usual_body(desk), "on": desk.today})
    if request.method == "POST" and form.is_valid() and _adopted(request, version, form):
        return redirect(reverse("mechanism:versions", args=(desk.municipality.key,)))
    found = adopting(desk, version)
    words = common(request, desk) | {
        "number": number,
        "form": form,
        "differences": shown.differences(list(difference(found.before, found.after)), found.before, found.after),
        "change": changes.shown(found.changes, desk.municipality.time_zone),
    }
    return render(request, "mechanism/adopt.html", words)


def _adopted(request: HttpRequest, version: Version, form: AdoptingForm) -> bool:
    try:
        adoption = adopt(version=version, by=request.user, at=timezone.now(), **form.cleaned_data)
    except AdoptionError as error:
        form.add_error(None, str(error))
        return False
    said = {"number": version.number, "how": shown.adoption_words(adoption)}
    messages.success(request, _("Version %(number)s, %(how)s, acts from now on.") % said)
    return True


def _usual_body(desk: Desk) -> str:
    governance = desk.document.get("governance") or {}
    return Body.COUNCIL if governance.get("form") == COUNCIL_DECISION else Body.GROUP
