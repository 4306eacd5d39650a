"""A country's law on a day, and what changed between two days."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lapotne.adapters.shelf import Shelf as PageShelf
from lapotne.adapters.shelf import for_everybody, whole_address
from lapotne.apps.rulebooks.forms.days import DayError, day_of
from lapotne.apps.rulebooks.presenters.changes import changes_page
from lapotne.apps.rulebooks.presenters.country import country_page, days_told
from lapotne.apps.rulebooks.presenters.reader import Reader, reader_for
from lapotne.apps.rulebooks.queries.law import Shelf, days_of_change, shelf
from lapotne.apps.rulebooks.views.unreadable import told_plainly

BAD_REQUEST, OK = 400, 200

MOST_PAGES = 500
"""Of a country on a day, 18 to 28 KB each in its two packings: today in twelve languages, and days asked for last."""

kept = PageShelf(MOST_PAGES)


@require_safe
@told_plainly
def country(request: HttpRequest, country: str) -> HttpResponse:
    law = shelf()
    reader = reader_of(country, law)
    if "from" in request.GET or "to" in request.GET:
        return _changes(request, reader)
    written = request.GET.get("on", "")
    try:
        day = day_of(written) if written else reader.today
    except DayError as wrong:
        return _of_day(request, law, reader, reader.today, written, wrong)
    everybodys = for_everybody(request, f"on={day.isoformat()}" if written else "")
    name = (whole_address(request), reader.language, country, day if written else None)
    return kept.answer(
        request, (law.seen, reader.today), name, lambda: _of_day(everybodys, law, reader, day, day.isoformat())
    )


def _of_day(
    request: HttpRequest, law: Shelf, reader: Reader, day: date, written: str, error: DayError | None = None
) -> HttpResponse:
    context = {
        "page": country_page(law.books.topics, day, reader),
        "days": days_told(days_of_change(law, reader.book.country), day, reader),
        "error": error,
        "on": written,
    }
    return render(request, "rulebooks/country.html", context, status=BAD_REQUEST if error else OK)


def reader_of(country: str, law: Shelf) -> Reader:
    """The reader of a country's rulebook; 404 where there is none, UnreadableError where it has errors."""
    book = law.book(country)
    if book is None:
        raise Http404
    return reader_for(get_language(), book, timezone.localdate())


def _changes(request: HttpRequest, reader: Reader) -> HttpResponse:
    written = {name: request.GET.get(name, "") for name in ("from", "to")}
    try:
        first, second = _in_order(written, reader.today)
        page, error = changes_page(first, second, reader), None
        written = {"from": first.isoformat(), "to": second.isoformat()}
    except DayError as wrong:
        page, error = None, wrong
    context = {
        "page": page, "error": error, "first": written["from"], "second": written["to"],
        "country": reader.book.country, "name": reader.country, "speaks": reader.speaks,
    }  # fmt: skip
    return render(request, "rulebooks/changes.html", context, status=BAD_REQUEST if error else OK)


def _in_order(written: dict[str, str], today: date) -> tuple[date, date]:
    """The earlier day first; an end left out is today."""
    days = [day_of(one) if one else today for one in written.values()]
    return min(days), max(days)
