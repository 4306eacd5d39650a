"""How allauth keeps second factors here: seeds sealed and bound to their person, words ours."""

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lapotne.adapters.sealing import SealBrokenError
from lapotne.apps.accounts.models import User
from lapotne.apps.accounts.queries import second_factors


def is_for(user_id: int) -> None:
    """Whose seeds this request opens, where they aren't signed in yet."""
    context.request.second_factor_of = user_id


class SecondFactorAdapter(DefaultMFAAdapter):
    """Nothing that makes a code lies in the database as it is."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("This second factor can’t be taken away."),
        "cannot_generate_recovery_codes": _(
            "Recovery codes stand in for a passkey or an app: set up one of those first."
        ),
        "incorrect_code": _("This code isn’t right, or was used already. Wait for the next one."),
    }

    def encrypt(self, text: str) -> str:
        return second_factors.sealer().seal(text, second_factors.bound_to(self._whose()))

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return second_factors.sealer().open(encrypted_text, second_factors.bound_to(self._whose()))
        except SealBrokenError as error:
            raise self.validation_error("incorrect_code") from error

    def _whose(self) -> int:
        return getattr(context.request, "second_factor_of", None) or context.request.user.pk

    def get_totp_label(self, user: User) -> str:
        return user.get_username()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002 -- allauth's name
        number = second_factors.of_person(user.pk).filter(type=type).count() + 1
        return gettext("Passkey {number}").format(number=number)
