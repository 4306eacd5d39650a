"""News: newest first, by year, a page at a time; and as feeds for programs that follow it."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lapotne.adapters import feeds
from lapotne.adapters.shelf import whole_address
from lapotne.apps.library.queries.listed import changed_last, keys_of, listed
from lapotne.apps.library.queries.site import Site, site
from lapotne.apps.website.presenters.elsewhere import Elsewhere, elsewhere
from lapotne.apps.website.presenters.news import items, news_sheet
from lapotne.apps.website.views.content import made_once

KINDS = {"atom": (feeds.atom, "application/atom+xml"), "rss": (feeds.rss, "application/rss+xml")}


@require_safe
def listing(request: HttpRequest, year: int | None = None, number: int = 1) -> HttpResponse:
    return made_once(request, ("news", year, number), partial(list_made, year=year, number=number))


def list_made(request: HttpRequest, year: int | None, number: int) -> HttpResponse:
    language, pages = get_language(), site()
    lacking = _elsewhere(year, language, pages)
    shown = news_sheet(listed("news", language, pages), year, number, language, is_elsewhere=bool(lacking.total))
    if shown is None:
        raise Http404
    context = {"news": shown, "elsewhere": lacking}
    return render(request, "website/news.html", context)


def _elsewhere(year: int | None, language: str, pages: Site) -> Elsewhere:
    if year is None:
        return elsewhere("news", language, pages, "website:news")
    there = keys_of("news", published__year=year)
    return elsewhere("news", language, pages, "website:news_of_year", there, year=year)


@require_safe
def feed(request: HttpRequest, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    return made_once(request, ("feed", kind), partial(feed_made, kind=kind))


def feed_made(request: HttpRequest, kind: str) -> HttpResponse:
    language, host = get_language(), whole_address(request)
    write, content_type = KINDS[kind]
    about = feeds.Feed(
        title=f"Lapotne: {_('News')}",
        language=language,
        address=host + reverse("website:news"),
        own=host + reverse("website:feed", args=[kind]),
        updated=changed_last() or timezone.now(),
    )
    written = write(about, items(listed("news", language, site()), host))
    return HttpResponse(written, content_type=f"{content_type}; charset=utf-8")
