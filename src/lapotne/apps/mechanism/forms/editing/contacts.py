"""How to reach an institution or one of its services; what is for staff only is never shown in public."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lapotne.apps.mechanism.forms.editing.parts import Raw, Row

KINDS = (
    ("phone", gettext_lazy("Phone")),
    ("text", gettext_lazy("Text message")),
    ("email", gettext_lazy("E-mail")),
    ("web", gettext_lazy("Website")),
    ("chat", gettext_lazy("Chat")),
    ("sign_language", gettext_lazy("Sign language")),
)
AUDIENCES = (("public", gettext_lazy("Everybody")), ("staff", gettext_lazy("Staff of this town only")))


class ContactForm(Row):
    """One contact."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=KINDS, initial="phone")
    value = forms.CharField(label=gettext_lazy("Number or address"), required=False, max_length=300)
    audience = forms.ChoiceField(label=gettext_lazy("Who may see it"), choices=AUDIENCES, initial="public")

    @classmethod
    def initial_of(cls, raw: Raw) -> dict[str, Any]:
        return {
            "kind": raw.get("kind") or "phone",
            "value": raw.get("value"),
            "audience": raw.get("audience") or "public",
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.has_changed() and not cleaned.get("value") and not cleaned.get("gone"):
            self.add_error("value", _("Write the number or address, or take this contact out."))
        return cleaned

    def answers(self) -> dict[str, Any]:
        audience = self.cleaned_data["audience"]
        said = audience if audience == "staff" or "audience" in self.changed_data or self.initial.get("value") else None
        return {"kind": self.cleaned_data["kind"], "value": self.cleaned_data["value"].strip(), "audience": said}
