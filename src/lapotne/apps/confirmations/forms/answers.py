"""What an institution sends back about one of its entries."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lapotne.apps.confirmations.models import AnswerKind


class AnswerForm(forms.Form):
    """`seen` is the digest of the entry as it was shown."""

    entry = forms.CharField(max_length=200)
    seen = forms.CharField(max_length=64)
    kind = forms.ChoiceField(choices=AnswerKind)
    words = forms.CharField(max_length=1000, required=False)

    def clean(self) -> dict[str, str]:
        cleaned = super().clean()
        if cleaned.get("kind") == AnswerKind.CHANGED and not cleaned.get("words"):
            self.add_error("words", _("Write what is right now."))
        return cleaned
