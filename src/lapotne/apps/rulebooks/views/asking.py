"""The guided way in for a worker: one question a page; answers travel in the form's own fields and nowhere else."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from lapotne.apps.rulebooks.forms.asking import step_of
from lapotne.apps.rulebooks.forms.days import DayError
from lapotne.apps.rulebooks.models import Step
from lapotne.apps.rulebooks.presenters.asking import ask_page, refused_page
from lapotne.apps.rulebooks.presenters.reader import Reader
from lapotne.apps.rulebooks.queries.law import shelf
from lapotne.apps.rulebooks.views.country import reader_of
from lapotne.apps.rulebooks.views.unreadable import told_plainly
from lapotne.domain.entitlements.facts import ContradictionError
from lapotne.domain.entitlements.interview import interview
from lapotne.domain.entitlements.rulebook import Topic

type Kinds = Mapping[str, Topic]
BAD_REQUEST, OK = 400, 200


# It changes nothing and knows no reader, so a forged request gains nothing; the token's cookie is what must not be set.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
@told_plainly
def ask(request: HttpRequest, country: str) -> HttpResponse:
    law = shelf()
    reader, kinds = reader_of(country, law), law.books.kinds
    if reader.book.is_history or not reader.book.entitlements:
        raise Http404
    if request.method != "POST":
        return _start(request, reader, kinds)
    try:
        step = step_of(reader.book.facts, request.POST, kinds, reader.today)
    except DayError as error:
        return _start(request, reader, kinds, error)
    if step.left:
        return redirect("rulebooks:ask", country=country)
    return _next(request, step, reader, kinds)


def _start(request: HttpRequest, reader: Reader, kinds: Kinds, error: DayError | None = None) -> HttpResponse:
    context = {
        "country": reader.book.country, "name": reader.country, "speaks": reader.speaks, "kinds": _kinds(reader, kinds),
        "on": error.written if error else reader.today.isoformat(), "error": error,
    }  # fmt: skip
    return render(request, "rulebooks/ask_about.html", context, status=BAD_REQUEST if error else OK)


def _next(request: HttpRequest, step: Step, reader: Reader, kinds: Kinds) -> HttpResponse:
    about = tuple(name for kind, name in _kinds(reader, kinds) if kind in step.only)
    try:
        found = interview([reader.book], step.answers.facts, step.day, step.answers.not_known, step.only)
        page, refused = ask_page(step, found, about, reader), False
    except ContradictionError as error:
        page, refused = refused_page(step, error, about, reader), True
    template = "rulebooks/ask.html" if page.question else "rulebooks/ask_end.html"
    return render(request, template, {"page": page}, status=BAD_REQUEST if refused or step.error else OK)


def _kinds(reader: Reader, kinds: Kinds) -> list[tuple[str, str]]:
    """The kinds of help that the country's rulebook knows, in the order of the headings."""
    known = {entitlement.kind for entitlement in reader.book.entitlements.values()}
    return [(key, reader.say(kind.names)) for key, kind in kinds.items() if key in known]
