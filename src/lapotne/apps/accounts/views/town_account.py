"""The way to a town's own sign-in and back, and an end to the link."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.csp import CSP
from django.utils.translation import gettext as _
from django.views.decorators.csp import csp_override
from requests import RequestException

from lapotne.apps.accounts.actions import town_accounts as acts
from lapotne.apps.accounts.forms.town_account import say_it_failed
from lapotne.apps.accounts.forms.town_server import TownServer
from lapotne.apps.accounts.queries import town_accounts
from lapotne.apps.accounts.views import gates

type View = Callable[..., HttpResponse]


def leads_there(view: View) -> View:
    """A page whose button sends the browser to the town's server: only there, and only where a town has one."""

    @wraps(view)
    def answer(request: HttpRequest, *given: Any, **named: Any) -> HttpResponse:
        if not settings.TOWN_SIGN_IN:
            return view(request, *given, **named)
        allowed = {**settings.SECURE_CSP, "form-action": [CSP.SELF, settings.TOWN_SIGN_IN["origin"]]}
        return csp_override(allowed)(view)(request, *given, **named)

    return answer


def where_there_is_one(view: View) -> View:
    """404 where a town has none. Who asks is looked up first, so that the answer is theirs and kept nowhere."""

    @wraps(view)
    def answer(request: HttpRequest, *given: Any, **named: Any) -> HttpResponse:
        request.user.is_authenticated  # noqa: B018 -- the look-up itself is what counts
        if not settings.TOWN_SIGN_IN:
            raise Http404
        return view(request, *given, **named)

    return answer


def asks_the_server(view: View) -> View:
    """allauth takes for granted that the server answers, and as it should; where it doesn't, that is told."""

    @wraps(view)
    def answer(request: HttpRequest, provider_id: str) -> HttpResponse:
        if provider_id != town_accounts.PROVIDER:
            raise Http404
        try:
            return view(request, TownServer(request, provider_id))
        except (OAuth2Error, RequestException):
            say_it_failed(request)
            return redirect("account_login")

    return answer


@where_there_is_one
@leads_there
@asks_the_server
def go(request: HttpRequest, server: TownServer) -> HttpResponse:
    return OAuth2LoginView.adapter_view(server)(request)


@where_there_is_one
@asks_the_server
def back(request: HttpRequest, server: TownServer) -> HttpResponse:
    return OAuth2CallbackView.adapter_view(server)(request)


@gates.act
def unlink(request: HttpRequest) -> HttpResponse:
    try:
        acts.unlink(by=request.user, at=timezone.now())
        messages.success(request, _("The link was taken away."))
    except acts.NoOtherWayError:
        messages.error(request, _("Set a password first: without it and without the link you couldn’t sign in."))
    return redirect("accounts:my_access")
