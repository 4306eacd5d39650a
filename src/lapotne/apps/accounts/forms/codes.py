"""Codes of an authenticator app: taken once, their seed sealed also while it waits in the session."""

from typing import Any

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY

from lapotne.adapters.sealing import is_sealed
from lapotne.apps.accounts.actions import second_factors
from lapotne.apps.accounts.forms.second_factor import is_for
from lapotne.apps.accounts.forms.words import without_words


class TakenOnce:
    """A code that was read over a shoulder opens nothing."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        without_words(self)

    def clean_code(self) -> str:
        is_for(self.user.pk)
        code: str = super().clean_code()
        of_app = self.authenticator.type == Authenticator.Type.TOTP
        if of_app and not second_factors.take_once(self.user.pk, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class CodeForm(TakenOnce, AuthenticateForm):
    """At the door, after the password."""


class CodeAgainForm(TakenOnce, ReauthenticateForm):
    """Before something that only the person may change."""


class ActivateAppForm(ActivateTOTPForm):
    """The first code proves that the app has the seed."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        without_words(self)
        self.secret = sealed_in_session(self.secret)

    def clean_code(self) -> str:
        code: str = super().clean_code()
        second_factors.take_once(self.user.pk, code)
        return code


def sealed_in_session(secret: str) -> str:
    """The seed in clear; what the session keeps of it is sealed, for a session is a row of the database."""
    adapter = get_adapter()
    if is_sealed(secret):
        return adapter.decrypt(secret)
    context.request.session[SECRET_SESSION_KEY] = adapter.encrypt(secret)
    return secret
