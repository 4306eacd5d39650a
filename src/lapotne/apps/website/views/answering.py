"""Whom to call now, for a town and a need; facts about the person are posted, never in the address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.website import queries
from lapotne.apps.website.forms import FactsForm, MomentError, moment_of
from lapotne.apps.website.presenters.answer import answer_page
from lapotne.apps.website.presenters.reader import Reader
from lapotne.apps.website.presenters.times import Clock
from lapotne.apps.website.presenters.words import plain, proper
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.moments.clock import utc_minute

BAD_REQUEST, OK = 400, 200


# It changes nothing and knows no reader, so a forged request gains nothing; the token's cookie is what must not be set.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def answer(request: HttpRequest, municipality: str, need: str) -> HttpResponse:
    known = reference().needs.get(need)
    if known is None:
        raise Http404
    now, written = timezone.now(), request.POST.get("at") or request.GET.get("at") or ""
    try:
        minute = moment_of(written, request.municipality.time_zone) if written else utc_minute(now)
    except MomentError as error:
        return _ask_again(request, known, written, error)
    form = FactsForm(reference(), request.POST) if request.method == "POST" else None
    facts = form.facts() if form else {}
    language, town = get_language(), request.municipality
    found = queries.who_can_help(town, known, Profile("asked", facts), minute=minute, now=now, caller=language)
    clock, speaks = Clock(town.time_zone, language, minute), _language_chosen(request)
    reader = Reader(language, town.country.code, clock, reference(), speaks)
    page = answer_page(found.answer, found.mechanism, facts, dict(request.POST.lists()), reader)
    errors = form.errors if form else {}
    context = {"page": page, "town": municipality, "key": need, "planned": bool(written), "errors": errors}
    return render(request, "website/help_answer.html", context, status=BAD_REQUEST if errors else OK)


def _language_chosen(request: HttpRequest) -> str:
    """The language that whoever helps should speak; a code that no language has chooses none."""
    said = request.POST.get("speaks") or request.GET.get("speaks") or ""
    return said if said in reference().attributes["languages"].values else ""


def _ask_again(request: HttpRequest, need: Need, written: str, error: MomentError) -> HttpResponse:
    """The moment can't be answered for: say why, and keep what was written."""
    town, language = request.municipality, get_language()
    context = {
        "name": proper(town.names, language, town.country.code),
        "need": plain(need.names, language, town.country.code),
        "town": town.key, "key": need.key, "written": written, "error": error,
    }  # fmt: skip
    return render(request, "website/help_moment.html", context, status=BAD_REQUEST)
