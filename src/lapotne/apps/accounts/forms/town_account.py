"""Signing in with a town's own account, where it has such: it opens an account that is here, and makes none."""

from http import HTTPStatus
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from lapotne.apps.accounts.forms.town_server import TownProvider
from lapotne.apps.accounts.queries import people, town_accounts


def say_it_failed(request: HttpRequest) -> None:
    name = town_accounts.name()
    messages.error(request, _("The sign-in of {name} didn’t work, or was cancelled.").format(name=name))


class TownAccountAdapter(DefaultSocialAccountAdapter):
    """Whoever is signed in links it; else it finds its account by an e-mail that the town has verified."""

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> TownProvider:
        return TownProvider(request, app=self.get_app(request, provider=provider, client_id=client_id))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002 -- allauth's
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        if sociallogin.is_existing or request.user.is_authenticated:
            return
        # Only a plain true: some providers say "true" of what anybody may write.
        verified = [said.email for said in sociallogin.email_addresses if said.verified is True]
        member = people.only_member_with(verified)
        if member is None:
            raise ImmediateHttpResponse(render(request, "socialaccount/nobody_here.html", status=HTTPStatus.FORBIDDEN))
        sociallogin.connect(request, member)

    def on_authentication_error(self, request: HttpRequest, provider: Any, **said: Any) -> None:  # noqa: ARG002
        say_it_failed(request)
        raise ImmediateHttpResponse(redirect("account_login"))

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: SocialAccount) -> str:  # noqa: ARG002
        return reverse("accounts:my_access")
