"""The timeline of a course; its first day is about a person, so it is posted, never in an address, and kept nowhere."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from lapotne.adapters.course_calendar import course_calendar
from lapotne.adapters.course_picture import picture
from lapotne.apps.rulebooks.forms.course import Format, course_of, format_of, start_of
from lapotne.apps.rulebooks.forms.days import DayError
from lapotne.apps.rulebooks.presenters.course import course_page, entries, sheet
from lapotne.apps.rulebooks.presenters.reader import Reader
from lapotne.apps.rulebooks.presenters.rules import has_course
from lapotne.apps.rulebooks.queries.law import shelf
from lapotne.apps.rulebooks.views.country import reader_of
from lapotne.apps.rulebooks.views.unreadable import told_plainly
from lapotne.domain.entitlements.rulebook import Entitlement
from lapotne.domain.entitlements.timeline import timeline

BAD_REQUEST, OK = 400, 200


# It changes nothing and knows no reader, so a forged request gains nothing; the token's cookie is what must not be set.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
@told_plainly
def course(request: HttpRequest, country: str) -> HttpResponse:
    reader = reader_of(country, shelf())
    courses = {key: one for key, one in reader.book.entitlements.items() if has_course(one)}
    if reader.book.is_history or not courses:
        raise Http404
    data = request.POST if request.method == "POST" else MultiValueDict()
    of, context = course_of(data, courses), {}
    if request.method == "POST":
        try:
            start = start_of(data)
        except DayError as error:
            context = {"error": error}
        else:
            return _answered(request, of, start, reader)
    return _page(request, of, data.get("start", ""), reader, context)


def _answered(request: HttpRequest, of: Entitlement, start: date, reader: Reader) -> HttpResponse:
    stages, wanted = timeline(reader.book, of, start), format_of(request.POST)
    if wanted is Format.CALENDAR:
        made = course_calendar(entries(stages, reader), at=timezone.now())
        return _file(made, "text/calendar; charset=utf-8", "lapotne.ics")
    if wanted is Format.PICTURE:
        return _file(picture(sheet(stages, reader), is_file=True), "image/svg+xml", "lapotne.svg")
    return _page(request, of, start.isoformat(), reader, {"page": course_page(stages, reader)})


def _page(
    request: HttpRequest, of: Entitlement, start: str, reader: Reader, context: dict[str, object]
) -> HttpResponse:
    courses = [(key, reader.say(one.names)) for key, one in reader.book.entitlements.items() if has_course(one)]
    known = {
        "country": reader.book.country, "name": reader.country, "speaks": reader.speaks,
        "courses": courses, "of": of.key, "start": start,
    }  # fmt: skip
    status = BAD_REQUEST if "error" in context else OK
    return render(request, "rulebooks/course.html", known | context, status=status)


def _file(content: bytes | str, kind: str, name: str) -> HttpResponse:
    """A name that says nothing about anybody."""
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
