"""The coordinator asks institutions by a link, sees who hasn't answered, and decides about what they propose."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from lapotne.apps.accounts import permissions
from lapotne.apps.accounts.views import gates
from lapotne.apps.confirmations.actions import answering
from lapotne.apps.confirmations.actions import asking as acts
from lapotne.apps.confirmations.forms.letters import send_letter
from lapotne.apps.confirmations.presenters import board as presenter
from lapotne.apps.confirmations.queries import askings, entries
from lapotne.apps.mechanism.presenters.words import offers
from lapotne.apps.mechanism.queries.desks import Desk, desk
from lapotne.apps.municipalities.presenters import name

BY_MAIL = "mail"


@gates.page
def board(request: HttpRequest) -> HttpResponse:
    here = _desk(request)
    words = {
        "rows": presenter.rows(here, askings.newest(here.municipality)),
        "proposals": [presenter.proposal(here, one) for one in askings.proposals(here.municipality)],
    }
    return render(request, "confirmations/board.html", _common(request, here) | words)


@cache_control(no_store=True)
@gates.act
def ask(request: HttpRequest, institution: str) -> HttpResponse:
    """A link by letter, or shown once here to hand over; shown too where the letter couldn't go out."""
    here = _desk(request)
    body = next((one for one in entries.institutions(here) if one.key == institution), None)
    if body is None or here.saved is None:
        raise Http404
    link, token = acts.ask(
        municipality=here.municipality, institution=institution, language=request.LANGUAGE_CODE, by=request.user,
        at=timezone.now(),
    )  # fmt: skip
    address = request.build_absolute_uri(reverse("by_link:entries", args=(token,)))
    by_mail, said = request.POST.get("by") == BY_MAIL, {"name": offers.institution(body)}
    if by_mail and send_letter(link, address, entries.mail_of(body)):
        messages.success(request, _("The link went out to %(name)s.") % said)
        return redirect("confirmations:board", municipality=here.municipality.key)
    words = {"address": address, "institution": said["name"], "failed": by_mail}
    return render(request, "confirmations/link.html", _common(request, here) | words)


@gates.act
def withdraw(request: HttpRequest, institution: str) -> HttpResponse:
    here = _desk(request)
    asking = askings.open_one(here.municipality, institution)
    if asking:
        acts.withdraw(asking=asking, by=request.user, at=timezone.now())
        messages.success(request, _("The link opens nothing any more."))
    return redirect("confirmations:board", municipality=here.municipality.key)


@gates.act
def decide(request: HttpRequest, answer: int) -> HttpResponse:
    here = _desk(request)
    found = next((one for one in askings.proposals(here.municipality) if one.pk == answer), None)
    if found is None:
        raise Http404
    answering.decide(answer=found, taken=request.POST.get("act") == "taken", by=request.user, at=timezone.now())
    return redirect("confirmations:board", municipality=here.municipality.key)


def _desk(request: HttpRequest) -> Desk:
    gates.need(request, permissions.EDIT_MECHANISM, request.municipality)
    return desk(request.municipality, timezone.localdate())


def _common(request: HttpRequest, here: Desk) -> dict[str, object]:
    return {
        "municipality": here.municipality,
        "town_name": name(here.municipality, request.LANGUAGE_CODE),
        "sends_letters": settings.SENDS_LETTERS,
        "has_mechanism": here.saved is not None,
    }
