"""The same person in each country; the answers are posted, used for one page and kept nowhere."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from lapotne.apps.rulebooks.forms.days import DayError, day_of
from lapotne.apps.rulebooks.forms.facts import answers_of
from lapotne.apps.rulebooks.models import Answers
from lapotne.apps.rulebooks.presenters.comparing import asked_page, compare_page
from lapotne.apps.rulebooks.presenters.finding import unreadable
from lapotne.apps.rulebooks.presenters.reader import Reader, reader_for
from lapotne.apps.rulebooks.queries.law import UnreadableError, asked_of_everybody, shelf
from lapotne.apps.rulebooks.views.unreadable import told_plainly
from lapotne.domain.entitlements.facts import ContradictionError
from lapotne.domain.entitlements.rulebook import Rulebooks
from lapotne.domain.entitlements.side_by_side import same_person

BAD_REQUEST, OK = 400, 200


# It changes nothing and knows no reader, so a forged request gains nothing; the token's cookie is what must not be set.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
@told_plainly
def compare(request: HttpRequest) -> HttpResponse:
    today, language, law = timezone.localdate(), get_language(), shelf()
    books = law.books
    readers = {country: reader_for(language, book, today) for country, book in books.by_country.items()}
    data = request.POST if request.method == "POST" else MultiValueDict()
    answers, context = answers_of(books.facts, data), {"on": data.get("on") or today.isoformat()}
    if not readers:
        raise UnreadableError
    first = next(iter(readers.values()))
    if request.method == "POST":
        context |= _found(books, readers, answers, data, today)
    context["asked"] = asked_page(asked_of_everybody(law, today), answers, first)
    context["unreadable"] = [state.name for state in unreadable(law.unreadable, language)]
    wrong = answers.errors or "error" in context or "contradictions" in context
    return render(request, "rulebooks/compare.html", context, status=BAD_REQUEST if wrong else OK)


def _found(
    books: Rulebooks, readers: dict[str, Reader], answers: Answers, data: MultiValueDict[str, str], today: date
) -> dict[str, object]:
    """The page of verdicts, or why there is none."""
    try:
        day = day_of(data["on"]) if data.get("on") else today
        found = same_person(books, answers.facts, day)
    except DayError as error:
        return {"error": error}
    except ContradictionError as error:
        first = next(iter(readers.values()))
        return {"contradictions": [first.say(said) for said in error.said], "speaks": first.speaks}
    return {"page": compare_page(books, found, answers, day, readers)}
