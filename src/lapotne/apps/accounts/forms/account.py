"""How allauth behaves here: nobody signs up by themselves, and whoever is invented signs in to a demo alone."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lapotne.apps.accounts.models import User
from lapotne.apps.accounts.queries import DEMO_NAMES, sessions

JUST_NOW = 5 * 60
NOT_CORRECT = _("The name or the password is not correct.")
WAYS = {
    "reauthenticate": pgettext_lazy("a way to prove who one is", "Use your password"),
    "mfa_reauthenticate": _("Use a code"),
    "mfa_reauthenticate:webauthn": _("Use a passkey"),
}


class StaffAccountAdapter(DefaultAccountAdapter):
    """Accounts are opened by a coordinator, never by a visitor."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "email_password_mismatch": NOT_CORRECT,
        "username_password_mismatch": NOT_CORRECT,
        "invalid_login": NOT_CORRECT,
        "enter_current_password": _("This isn’t your present password."),
        "incorrect_password": _("This isn’t your present password."),
        "incorrect_code": _("This code isn’t right, or was used already. Wait for the next one."),
        "invalid_password_reset": _("This link was used already, or is too old. Ask for another letter."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, then try again."),
        "rate_limited": _("Too many tries. Wait five minutes, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 -- allauth's signature
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """A database that was a demo once keeps its people, whose password everybody knows."""
        user: User | None = super().authenticate(request, **credentials)
        return None if is_invented(user) and not settings.DEMO else user

    def pre_login(self, request: HttpRequest, user: User, **named: Any) -> HttpResponse | None:
        """By whatever way: a passkey or a town's account that an invented person got in a demo opens nothing either."""
        if is_invented(user) and not settings.DEMO:
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **named)

    def is_reauthentication_required(self, *, app: str, **named: Any) -> bool:
        """Whoever came through the door just now needn't show the same again."""
        if sessions.seconds_since_begun(self.request.session, timezone.now()) < JUST_NOW:
            return False
        return super().is_reauthentication_required(app=app, **named)

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        ways = super().get_reauthentication_methods(user)
        return [{**way, "description": WAYS[way["id"]]} for way in ways]


def is_invented(user: User | None) -> bool:
    return user is not None and user.username.startswith(DEMO_NAMES)
