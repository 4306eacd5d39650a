"""Events: what comes, what was, a month at a time, by municipality, and as calendars for other programs."""

from collections.abc import Hashable
from datetime import date
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lapotne.adapters.events_calendar import events_calendar
from lapotne.adapters.shelf import whole_address
from lapotne.apps.library.queries.listed import keys_between, keys_of, listed
from lapotne.apps.library.queries.site import site
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.municipalities.presenters import name
from lapotne.apps.website.presenters.elsewhere import elsewhere
from lapotne.apps.website.presenters.events import Event, by_year, happenings, meetings, past, to_come, towns_of
from lapotne.apps.website.presenters.list_headline import of_events
from lapotne.apps.website.presenters.month import month, next_month
from lapotne.apps.website.presenters.sheets import sheet
from lapotne.apps.website.views.content import made_once

MONTH, IN_TOWN = "website:events_month", "website:events_in_town"
CALENDAR = "text/calendar; charset=utf-8"


@require_safe
def listing(request: HttpRequest, number: int = 1) -> HttpResponse:
    today = timezone.localdate()
    return made_once(request, ("events", number, today), partial(list_made, number=number, today=today))


def list_made(request: HttpRequest, number: int, today: date) -> HttpResponse:
    language, pages = get_language(), site()
    found = meetings(listed("event", language, pages))
    coming, gone = to_come(found, today), past(found, today)
    ended = sheet(gone, number)
    if ended is None:
        raise Http404
    context = {
        "headline": of_events(coming, gone),
        "coming": coming if number == 1 else [],
        "sheet": ended,
        "past": by_year(ended.shown),
        "towns": towns_of(found, language),
        "month": today,
        "elsewhere": elsewhere("event", language, pages, "website:events"),
    }
    return render(request, "website/events.html", context)


@require_safe
def of_month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    today = timezone.localdate()
    try:
        first = date(year, month, 1)
    except ValueError as error:
        raise Http404 from error
    return made_once(request, ("month", first, today), partial(month_made, first=first, today=today))


def month_made(request: HttpRequest, first: date, today: date) -> HttpResponse:
    language, pages = get_language(), site()
    there = keys_between(first, next_month(first))
    lacking = elsewhere("event", language, pages, MONTH, there, year=first.year, month=first.month)
    shown = month(meetings(listed("event", language, pages)), first, today, language, is_elsewhere=bool(lacking.total))
    if shown is None:
        raise Http404
    context = {"month": shown, "elsewhere": lacking}
    return render(request, "website/events_month.html", context)


@require_safe
def in_town(request: HttpRequest, municipality: str) -> HttpResponse:
    town, today = request.municipality, timezone.localdate()
    return made_once(request, ("events", municipality, today), partial(town_made, town=town, today=today))


def town_made(request: HttpRequest, town: Municipality, today: date) -> HttpResponse:
    language, pages = get_language(), site()
    found = meetings(listed("event", language, pages, municipality=town))
    context = {
        "town": town.key,
        "name": name(town, language),
        "coming": to_come(found, today),
        "past": by_year(past(found, today)),
        "elsewhere": elsewhere(
            "event", language, pages, IN_TOWN, keys_of("event", municipality=town), municipality=town.key
        ),
    }
    return render(request, "website/events_in_town.html", context)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    return _calendar(request, "all", {})


@require_safe
def calendar_of_town(request: HttpRequest, municipality: str) -> HttpResponse:
    return _calendar(request, ("town", municipality), {"municipality": request.municipality})


@require_safe
def calendar_of_one(request: HttpRequest, path: str) -> HttpResponse:
    entry = site().by_path.get((get_language(), path))
    if entry is None or entry.kind != "event":
        raise Http404
    return _calendar(request, ("one", entry.key), {"key": entry.key})


def _calendar(request: HttpRequest, which: Hashable, chosen: dict[str, object]) -> HttpResponse:
    return made_once(request, ("calendar", which), partial(calendar_made, chosen=chosen))


def calendar_made(request: HttpRequest, chosen: dict[str, object]) -> HttpResponse:
    language = get_language()
    found: list[Event] = listed("event", language, site(), **chosen)
    town = chosen.get("municipality")
    title = f"Lapotne: {name(town, language) if isinstance(town, Municipality) else _('Events')}"
    written = events_calendar(happenings(found, whole_address(request)), title, language)
    return HttpResponse(written, content_type=CALENDAR)
