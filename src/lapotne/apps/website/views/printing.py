"""A town's card to print, for the pocket or the wall."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from lapotne.adapters.print_card import Size, pdf
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.website import queries
from lapotne.apps.website.presenters import print_card
from lapotne.apps.website.presenters.print_card import ROWS, Made
from lapotne.apps.website.presenters.reader import Reader
from lapotne.apps.website.presenters.times import Clock
from lapotne.domain.moments.clock import utc_minute, wall_time


@require_safe
@cache_control(no_store=True)
def card(request: HttpRequest, municipality: str, size: str) -> HttpResponse:
    """Only in finished languages: a card with a half of its words in English would mislead."""
    language, town = get_language(), request.municipality
    if size not in list(Size) or language not in settings.FINISHED_LANGUAGES:
        raise Http404
    minute = utc_minute(timezone.now())
    today = wall_time(minute, town.time_zone).date()
    parts, rows = queries.who_is_on_hand(town, ROWS, today=today)
    address = request.build_absolute_uri(reverse("website:help_in_town", args=[municipality]))
    version = queries.newest_version(town)
    edition = (version.number, bool(version.document.get("demo"))) if version else ()
    made = Made(today, Size(size), address, *edition)
    reader = Reader(language, town.country.code, Clock(town.time_zone, language, minute), reference())
    printed = pdf(print_card.card(town.names, rows, parts, made, reader), made.size)
    headers = {"Content-Disposition": f'inline; filename="lapotne-{municipality}-{size}.pdf"'}
    return HttpResponse(printed, content_type="application/pdf", headers=headers)
