"""What isn't there or isn't allowed: for the public a page of the site; for staff in their frame."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.defaults import page_not_found, permission_denied

from lapotne.apps.accounts.queries import sessions
from lapotne.config.signing_in import REQUIRED

STAFF = "staff"
DEPTH = 2
"""Below /staff/, as the editor is, or below /<language>/staff/."""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The same whatever stands in the address, for what is there and isn't one's own mustn't be told apart."""
    if not (is_below_staff(request.path) and is_let_in(request)):
        return page_not_found(request, exception)
    request.municipality = None  # type: ignore[attr-defined]
    return render(request, "404_staff.html", status=404)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    if not (is_below_staff(request.path) and is_let_in(request)):
        return permission_denied(request, exception)
    request.municipality = None  # type: ignore[attr-defined]
    return render(request, "403_staff.html", status=403)


def is_below_staff(path: str) -> bool:
    return STAFF in path.strip("/").split("/")[:DEPTH]


def is_let_in(request: HttpRequest) -> bool:
    """The gate stands before addresses that are known; here it may not have been asked."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or sessions.is_over(request.session, timezone.now()):
        return False
    return settings.SECOND_FACTOR != REQUIRED or sessions.has_shown_second_factor(request.session, user.pk)
