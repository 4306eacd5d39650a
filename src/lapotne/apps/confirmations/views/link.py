"""The page that a link opens: an institution reads its own entries and answers, without an account or a session."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from lapotne.adapters.problems import FileProblemsError
from lapotne.apps.confirmations.actions import answering
from lapotne.apps.confirmations.actions.answering import AnsweredAlreadyError
from lapotne.apps.confirmations.forms.answers import AnswerForm
from lapotne.apps.confirmations.models import AnswerKind, Asking
from lapotne.apps.confirmations.presenters import asked as presenter
from lapotne.apps.confirmations.queries import askings, entries, links
from lapotne.apps.mechanism.actions.confirming import ChangedMeanwhileError
from lapotne.apps.mechanism.presenters.words import clock, offers
from lapotne.apps.mechanism.queries.desks import desk
from lapotne.apps.mechanism.queries.entries import institution
from lapotne.apps.municipalities.presenters import name


# Who answers is known by the token in the address alone: no browser adds it by itself, so no other site can forge it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def answer(request: HttpRequest, token: str) -> HttpResponse:
    link = links.alive(token, timezone.now())
    if link is None:
        return render(request, "confirmations/ended.html", status=404)
    if request.method != "POST":
        return _page(request, link.asking)
    form = AnswerForm(request.POST)
    if form.is_valid():
        wrong = _take(link.asking, form)
    else:
        wrong = next(iter(form.errors.get("words", [])), _("This wasn’t understood. Please try again."))
    if wrong:
        return _page(request, link.asking, {form.data.get("entry", ""): wrong})
    return redirect(request.path)


def _take(asking: Asking, form: AnswerForm) -> str:
    """Act on an answer; why it couldn't be taken, else nothing."""
    said, now = form.cleaned_data, timezone.now()
    found = {one.key: one for one in entries.asked(desk(asking.municipality, timezone.localdate()), asking.institution)}
    if said["entry"] not in found:
        return _("This wasn’t understood. Please try again.")
    path, every = found[said["entry"]].path, list(found)
    acts = {
        AnswerKind.RIGHT: partial(answering.say_right, seen=said["seen"], entries=every),
        AnswerKind.CHANGED: partial(answering.say_changed, words=said["words"], entries=every),
        AnswerKind.LATER: answering.put_off,
    }
    try:
        acts[AnswerKind(said["kind"])](asking=asking, path=path, at=now)
    except AnsweredAlreadyError:
        return ""
    except ChangedMeanwhileError:
        return _("This was changed while you read it. Please look again: is it right now?")
    except FileProblemsError:
        return _("This couldn’t be saved. Please tell the municipality.")
    return ""


def _page(request: HttpRequest, asking: Asking, wrong: dict[str, str] | None = None) -> HttpResponse:
    """Always 200: what fails is logged with its address, and here the address is the key."""
    here = desk(asking.municipality, timezone.localdate())
    body, given = institution(here, asking.institution), askings.answers(asking)
    wrong = wrong or {}
    shown = [
        presenter.shown(here, entry, given.get(entry.key), wrong.get(entry.key, ""))
        for entry in entries.asked(here, asking.institution)
    ]
    words = {
        "town_name": name(asking.municipality, request.LANGUAGE_CODE),
        "institution": offers.institution(body) if body else "",
        "contacts": presenter.public(body.contacts) if body else [],
        "entries": shown,
        "error": next((why for key, why in wrong.items() if key not in {one.key for one in shown}), ""),
        "left": sum(one.is_open for one in shown) if asking.ended_at is None else 0,
        "is_open": asking.ended_at is None,
        "due": clock.full_day(asking.due),
    }
    return render(request, "confirmations/entries.html", words)
