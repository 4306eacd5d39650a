"""For search engines: which pages there are in which languages, and what isn't for them."""

from datetime import date
from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from lapotne.adapters.shelf import whole_address
from lapotne.adapters.sitemap import sitemap, sitemap_index
from lapotne.apps.library.queries.listed import changes
from lapotne.apps.library.queries.site import site
from lapotne.apps.website import queries
from lapotne.apps.website.presenters.sitemap import CODES, places
from lapotne.apps.website.views.content import made_once

XML, PLAIN = "application/xml; charset=utf-8", "text/plain; charset=utf-8"
NOT_FOR_ENGINES = ("/staff/", "/*/staff/", "/*/leave/", "/*/kept/")
A_DAY = 24 * 60 * 60


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """A demonstration shows invented numbers, which no search engine may pass on as real ones."""
    refused = ("/",) if settings.DEMO else NOT_FOR_ENGINES
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in refused)]
    lines.append(f"Sitemap: {whole_address(request)}/sitemap.xml")
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)


@require_safe
@cache_control(max_age=A_DAY)
def index(request: HttpRequest) -> HttpResponse:
    host = whole_address(request)
    return HttpResponse(sitemap_index(f"{host}/{code}/sitemap.xml" for code in CODES), content_type=XML)


@require_safe
def of_language(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    return made_once(request, ("sitemap", today), partial(of_language_made, today=today))


def of_language_made(request: HttpRequest, today: date) -> HttpResponse:
    found = places(get_language(), site(), changes(), queries.towns(today), whole_address(request))
    return HttpResponse(sitemap(found), content_type=XML)
