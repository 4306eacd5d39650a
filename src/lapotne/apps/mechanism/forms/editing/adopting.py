"""Who adopted a version, on which day, by which decision; and why an old version is brought back."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lapotne.apps.mechanism.forms.editing.saving import LONGEST_REASON
from lapotne.apps.mechanism.models import Body

BODIES = (
    (Body.GROUP, gettext_lazy("The working group, informally")),
    (Body.COUNCIL, gettext_lazy("The council, by a decision")),
)


class AdoptingForm(forms.Form):
    """`today` is the last day that an adoption can be dated."""

    body = forms.ChoiceField(label=gettext_lazy("Who adopted it"), choices=BODIES, widget=forms.RadioSelect)
    on = forms.DateField(
        label=gettext_lazy("On which day"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    decision = forms.CharField(
        label=gettext_lazy("Number of the decision"),
        required=False,
        max_length=64,
        help_text=gettext_lazy("A council’s decision has one."),
    )
    use_required_attribute = False

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("on") and cleaned["on"] > self.today:
            self.add_error("on", _("This day lies ahead: record the adoption once it is decided."))
        if cleaned.get("body") == Body.COUNCIL and not cleaned.get("decision", "").strip():
            self.add_error("decision", _("A council adopts by a decision: write its number."))
        return cleaned


class RestoringForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("Why is it brought back?"), max_length=LONGEST_REASON)
    over = forms.IntegerField(widget=forms.HiddenInput)
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)


class ComparingForm(forms.Form):
    """Two of a town's versions by their numbers."""

    before = forms.TypedChoiceField(label=gettext_lazy("Compare version"), coerce=int)
    after = forms.TypedChoiceField(label=gettext_lazy("with version"), coerce=int)

    def __init__(self, *args: Any, numbers: list[int], **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        for name in ("before", "after"):
            self.fields[name].choices = [(number, str(number)) for number in numbers]
