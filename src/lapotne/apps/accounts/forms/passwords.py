"""allauth's forms about passwords, with our labels in the templates and no words of its own in the fields."""

from typing import Any

from allauth.account import forms as allauth

from lapotne.apps.accounts.forms.words import without_words


class Plain:
    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        without_words(self)


class SignInForm(Plain, allauth.LoginForm):
    """Name or e-mail, and the password."""


class PasswordAgainForm(Plain, allauth.ReauthenticateForm):
    """Before something that only the person may change."""


class ChangePasswordForm(Plain, allauth.ChangePasswordForm):
    """The present one, and the new one twice."""


class SetPasswordForm(Plain, allauth.SetPasswordForm):
    """For whoever signs in with the town's account and has none yet."""


class ForgottenPasswordForm(Plain, allauth.ResetPasswordForm):
    """Where the letter goes."""


class NewPasswordForm(Plain, allauth.ResetPasswordKeyForm):
    """From the letter."""
