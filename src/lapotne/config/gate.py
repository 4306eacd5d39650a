"""The gate before everything that knows who is signed in: sessions that ended, and second factors not shown yet.

It stands before every address but those named here, whichever app they belong to: a new page is behind it by itself.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from lapotne.apps.accounts.actions import sessions as acts
from lapotne.apps.accounts.queries import second_factors, sessions
from lapotne.config.signing_in import REQUIRED

KNOW_NOBODY = frozenset({"api", "website", "rulebooks", "by_link", "image", "wagtaildocs_serve", "robots", "sitemaps"})
"""Namespaces of public pages, or a page's own name; to look into a session would make an answer one reader's own."""

GO_OUT = frozenset({"account_logout", "account_login"})
SET_UP = GO_OUT | {
    "mfa_index",
    "mfa_activate_totp",
    "accounts:app_picture",
    "mfa_add_webauthn",
    "account_reauthenticate",
}
SHOW = GO_OUT | {"mfa_reauthenticate", "mfa_reauthenticate_webauthn"}


class SignedInMiddleware:
    """Runs once the address is known, before its view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        if knows_nobody(request):
            return None
        if not request.user.is_authenticated:
            tell_if_session_died(request)
            return None
        at = timezone.now()
        return ended(request, at) or without_second_factor(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """allauth would keep the whole request in the session, with the reader's address; we only keep where to."""
        if not isinstance(exception, ReauthenticationRequired):
            return None
        ways = get_adapter(request).get_reauthentication_methods(request.user)
        return to(ways[0]["url"] if ways else reverse("account_login"), request)


def knows_nobody(request: HttpRequest) -> bool:
    is_public = request.resolver_match.view_name.partition(":")[0] in KNOW_NOBODY
    return is_public or settings.SESSION_COOKIE_NAME not in request.COOKIES


def tell_if_session_died(request: HttpRequest) -> None:
    """A cookie without its row: fifteen minutes passed, or somebody ended the session elsewhere."""
    if request.session.is_empty():
        messages.info(request, _("You were signed out: nothing was done for 15 minutes, or the session was ended."))


def ended(request: HttpRequest, at: datetime) -> HttpResponse | None:
    if not sessions.is_over(request.session, at):
        acts.keep_alive(request.session, at=at)
        return None
    logout(request)
    messages.info(request, _("You were signed out: no session lasts longer than 8 hours."))
    return redirect_to_login(request.get_full_path())


def without_second_factor(request: HttpRequest) -> HttpResponse | None:
    """None where all is well; else where to set one up, or to show the one there is."""
    person = request.user.pk
    if settings.SECOND_FACTOR != REQUIRED or sessions.has_shown_second_factor(request.session, person):
        return None
    asked = request.resolver_match.view_name
    if second_factors.has_one(person):
        return None if asked in SHOW else to(reverse("mfa_reauthenticate"), request)
    return None if asked in SET_UP else redirect("mfa_index")


def to(address: str, request: HttpRequest) -> HttpResponse:
    return redirect(f"{address}?{urlencode({'next': request.get_full_path()})}")
