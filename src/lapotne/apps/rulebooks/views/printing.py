"""A country's law on a day, to print."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lapotne.adapters.law_pdf import pdf
from lapotne.apps.rulebooks.forms.days import DayError, day_of
from lapotne.apps.rulebooks.presenters.country import country_page
from lapotne.apps.rulebooks.presenters.printed import sheet
from lapotne.apps.rulebooks.queries.law import shelf
from lapotne.apps.rulebooks.views.country import reader_of
from lapotne.apps.rulebooks.views.unreadable import told_plainly


@require_safe
@told_plainly
def printed(request: HttpRequest, country: str) -> HttpResponse:
    """Only in finished languages: a sheet with a half of its words in English would mislead."""
    if get_language() not in settings.FINISHED_LANGUAGES:
        raise Http404
    law = shelf()
    reader = reader_of(country, law)
    try:
        day = day_of(request.GET["on"]) if request.GET.get("on") else reader.today
    except DayError as error:
        raise Http404 from error
    address = request.build_absolute_uri(f"{reverse('rulebooks:country', args=[country])}?on={day}")
    made = pdf(sheet(country_page(law.books.topics, day, reader), address, reader))
    headers = {"Content-Disposition": f'inline; filename="lapotne-law-{country}-{day}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)
