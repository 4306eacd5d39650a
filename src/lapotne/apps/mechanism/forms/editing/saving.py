"""The end of every editing form: why it is changed, and which version it was that somebody opened."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lapotne.apps.mechanism.forms.editing.numbers import number_in

LONGEST_REASON = 500


class RemovingForm(forms.Form):
    """Why something is taken out, from a button beside it; `over` is the newest version seen, where it was said."""

    reason = forms.CharField(max_length=LONGEST_REASON)
    over = forms.CharField(required=False)

    @property
    def on_version(self) -> int | None:
        return number_in(self.cleaned_data.get("over"))


class SavingForm(forms.Form):
    """`base` is the version that was opened, `over` the newest one the editor has seen."""

    base = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    over = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    reason = forms.CharField(
        label=gettext_lazy("Why is it changed?"),
        max_length=LONGEST_REASON,
        required=False,
        help_text=gettext_lazy("One sentence, kept with the version."),
    )
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.data.get("act") == "save" and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("Write why, so that others understand it later."))
        return cleaned
