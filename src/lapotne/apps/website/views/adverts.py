"""Is this job offer safe? A text or ten answers: posted, looked at, and kept in no address, cookie, table or log."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from lapotne.apps.website import queries
from lapotne.apps.website.forms.adverts import AnswersForm, OfferForm
from lapotne.apps.website.presenters.advert_sheet import sheet as sheet_of
from lapotne.apps.website.presenters.adverts import answers_page, good, result_page
from lapotne.apps.website.presenters.words import plain
from lapotne.apps.website.views.content import made_once
from lapotne.domain.adverts.bilingual import check_offer
from lapotne.domain.adverts.checking import LONGEST
from lapotne.domain.adverts.guessing import guessed

BAD_REQUEST, OK = 400, 200


# It changes nothing and knows no reader, so a forged request gains nothing; the token's cookie is what must not be set.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def offer(request: HttpRequest) -> HttpResponse:
    form = OfferForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"form": form, "longest": LONGEST, "good": good(queries.adverts(), get_language())}
        return render(request, "website/offer.html", context, status=BAD_REQUEST if form.is_bound else OK)
    adverts, text, reader = queries.adverts(), form.cleaned_data["text"], get_language()
    language = form.cleaned_data["language"] or guessed(text, adverts.common, reader)
    report = check_offer(text, adverts.rules, adverts.common, language)
    page = result_page(text, report, adverts, reader)
    return render(request, "website/offer_result.html", {"page": page, "form": form, "longest": LONGEST})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def questions(request: HttpRequest) -> HttpResponse:
    adverts, reader = queries.adverts(), get_language()
    form = AnswersForm(adverts.questions, request.POST if request.method == "POST" else None)
    answers = form.answers() if form.is_bound else {}
    if form.is_bound and not form.errors:
        return render(request, "website/offer_result.html", {"page": answers_page(answers, adverts, reader)})
    asked = [
        (question.key, plain(question.names, reader, "en"), answers.get(question.key), form.errors.get(question.key))
        for question in adverts.questions
    ]
    status = BAD_REQUEST if form.is_bound else OK
    return render(request, "website/offer_questions.html", {"questions": asked}, status=status)


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """The same for everybody in a language, so it is written once."""
    return made_once(request, "sheet", sheet_made)


def sheet_made(request: HttpRequest) -> HttpResponse:
    return render(request, "website/offer_sheet.html", {"offers": sheet_of(queries.adverts(), get_language())})
