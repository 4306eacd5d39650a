"""Giving a role to somebody, with an account where there is none yet; resetting a second factor, with the reason."""

from typing import Any

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.utils.translation import gettext_lazy as _

from lapotne.apps.accounts.models import ANYWHERE, RoleKind
from lapotne.apps.accounts.queries import people

IN_TOWN = (RoleKind.COORDINATOR, RoleKind.INSTITUTION_EDITOR, *ANYWHERE)
IN_COUNTRY = (RoleKind.NATIONAL_COORDINATOR, *ANYWHERE)


class RoleForm(forms.Form):
    """In a town any of its roles, in a country those of the country."""

    who = forms.CharField(label=_("User name or e-mail"), max_length=150, validators=[UnicodeUsernameValidator()])
    kind = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)
    institution = forms.ChoiceField(
        label=_("Institution"), required=False, help_text=_("Only for an institution’s editor.")
    )
    name = forms.CharField(label=_("First name and surname"), max_length=150, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)

    def __init__(self, *given: Any, institutions: list[tuple[str, str]] | None = None, **named: Any) -> None:
        super().__init__(*given, **named)
        kinds = IN_COUNTRY if institutions is None else IN_TOWN
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        self.fields["institution"].choices = [("", "–"), *(institutions or [])]
        if not institutions:
            del self.fields["institution"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        self.user = people.by_name_or_email(said["who"]) if "who" in said else None
        self._check_institution(said)
        if "who" in said and self.user is None:
            self._check_new(said)
        return said

    def _check_institution(self, said: dict[str, Any]) -> None:
        is_editor = said.get("kind") == RoleKind.INSTITUTION_EDITOR
        if is_editor and not said.get("institution"):
            self.add_error("kind", _("Choose the institution that the person looks after."))
        if not is_editor:
            said["institution"] = ""

    def _check_new(self, said: dict[str, Any]) -> None:
        name, email, who = said.get("name"), said.get("email"), said["who"]
        if not (name and email):
            self.add_error(
                "who", _("Nobody has this name. To open an account, write the person’s name and e-mail below.")
            )
        elif people.is_taken(who, email):
            self.add_error("email", _("Another account has this e-mail or a name that looks the same."))


class ReasonForm(forms.Form):
    """Kept in the record of acts, so no more than is needed."""

    reason = forms.CharField(
        label=_("Why, and how you know that it is them"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kept in the record of acts. Example: telephone lost, came by in person."),
    )
