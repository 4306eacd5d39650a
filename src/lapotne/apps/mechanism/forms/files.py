"""A mechanism's file brought by hand: chosen first, kept in the page while it is looked at, saved with a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lapotne.adapters.problems import Problem
from lapotne.adapters.yaml_text.limits import decoded

MOST_BYTES = 2_000_000
"""Below what Django takes in a text field, so that a file that was looked at can also be saved."""


class UploadForm(forms.Form):
    """`text` holds the file between looking and saving; `over` is the newest version the coordinator has seen."""

    file = forms.FileField(label=gettext_lazy("The file"), required=False)
    text = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    name = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    over = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    reason = forms.CharField(
        label=gettext_lazy("Why is it changed?"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("One sentence, kept with the version."),
    )
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        given = cleaned.get("file")
        if given:
            self._take(given, cleaned)
        elif not cleaned.get("text") and not self.errors:
            self.add_error("file", _("Choose a file."))
        if self.data.get("act") == "save" and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("Write why, so that others understand it later."))
        return cleaned

    def _take(self, given: Any, cleaned: dict[str, Any]) -> None:
        cleaned["name"] = given.name
        if given.size > MOST_BYTES:
            self.add_error("file", _("The file is larger than any mechanism. 2 MB are the most."))
            return
        text = decoded(given.read(), given.name)
        if isinstance(text, Problem):
            self.add_error("file", _("The file isn’t text in UTF-8. Save it as UTF-8, without compression."))
        else:
            cleaned["text"] = text
