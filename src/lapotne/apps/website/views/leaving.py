"""The way out for a reader who may be watched, in two steps of ours, so that it works without script.

The first empties the screen at once. The second, which waits for the browser to clear what it kept, leads on.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

WIKIPEDIAS = {"nb": "no"}
"""Where a code that others use differs from ours."""

KEPT = '"cache"'
"""Not "cookies": it would sign readers out of a town's other sites. Not "storage": what they chose to keep is there."""

A_PAGE = ("document", "")
OURS_OR_TYPED = ("same-origin", "none", "")
"""What browsers say of who asks; an old one says nothing."""


@require_safe
@cache_control(no_store=True)
def leave(request: HttpRequest) -> HttpResponse:
    """An empty page that leads on by itself: it comes at once, however slow the next one is."""
    address = reverse("website:leave_on")
    page = render(request, "website/_leave.html", {"address": address})
    page.headers["Refresh"] = f"0; url={address}"
    return page


@require_safe
@cache_control(no_store=True)
def leave_on(request: HttpRequest) -> HttpResponse:
    """Clears what this browser kept of our pages, ends a session, and leads where the operator chose, nowhere else."""
    answer = HttpResponseRedirect(destination(get_language()))
    if is_somebody_leaving(request):
        answer.headers["Clear-Site-Data"] = KEPT
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            request.session.flush()
    return answer


def destination(language: str) -> str:
    return settings.LEAVE_TO.format(language=WIKIPEDIAS.get(language, language))


def is_somebody_leaving(request: HttpRequest) -> bool:
    """Not another site's picture or link, which would sign staff out by itself."""
    said = request.headers
    return said.get("Sec-Fetch-Dest", "") in A_PAGE and said.get("Sec-Fetch-Site", "") in OURS_OR_TYPED
