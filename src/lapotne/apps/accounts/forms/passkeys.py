"""Passkeys: named by their owner, and meant to open the door alone."""

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm

from lapotne.apps.accounts.forms.words import without_words

LONGEST_NAME = 60


class Named:
    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        without_words(self)
        self.fields["name"].max_length = LONGEST_NAME
        self.fields["name"].widget.attrs["maxlength"] = LONGEST_NAME

    def clean_name(self) -> str:
        """Cut rather than refused: the device has made the passkey already."""
        written = self.cleaned_data["name"][:LONGEST_NAME]
        inherited = getattr(super(), "clean_name", None)
        return written or (inherited() if inherited else written)


class AddPasskeyForm(Named, AddWebAuthnForm):
    """Without a password unless somebody's key can't do that."""

    def __init__(self, *given: Any, **named: Any) -> None:
        named.setdefault("initial", {}).setdefault("passwordless", True)
        super().__init__(*given, **named)


class RenamePasskeyForm(Named, EditWebAuthnForm):
    """The same name, better."""
