"""A page that a reader may keep on the device for when there is no network; nothing is kept before they say so."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.website import queries
from lapotne.apps.website.presenters.kept import kept_page
from lapotne.apps.website.presenters.print_card import ROWS
from lapotne.apps.website.presenters.reader import Reader
from lapotne.apps.website.presenters.times import Clock
from lapotne.apps.website.views.content import made_once
from lapotne.apps.website.views.leaving import is_somebody_leaving
from lapotne.domain.moments.clock import utc_minute, wall_time

ALL = '"cache", "storage"'


@require_safe
@cache_control(no_store=True)
def kept(request: HttpRequest, municipality: str) -> HttpResponse:
    """Whom to call in a town by day, by night and on holidays: it holds longer than the answer for a moment.

    The browser itself stores none of it; what its reader keeps, a script puts aside.
    """
    minute = utc_minute(timezone.now())
    known_by = ("kept", municipality, minute, queries.mechanisms_stamp())
    return made_once(request, known_by, partial(kept_made, town=request.municipality, minute=minute))


def kept_made(request: HttpRequest, town: Municipality, minute: int) -> HttpResponse:
    language, today = get_language(), wall_time(minute, town.time_zone).date()
    parts, rows = queries.who_is_on_hand(town, ROWS, today=today)
    reader = Reader(language, town.country.code, Clock(town.time_zone, language, minute), reference())
    page = kept_page(town.names, rows, parts, today, reader)
    return render(request, "website/kept.html", {"page": page, "town": town.key, "scope": request.path})


@require_safe
@cache_control(no_store=True)
def removed(request: HttpRequest) -> HttpResponse:
    """Has the browser forget all that a reader kept here, script or not, and says what that doesn't reach."""
    answer = render(request, "website/kept_removed.html")
    if is_somebody_leaving(request):
        answer.headers["Clear-Site-Data"] = ALL
    return answer


@require_safe
@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:
    """What answers without a network; it stands beside the pages kept, so that browsers let it see no other."""
    return render(request, "website/kept_worker.js", content_type="text/javascript")
