"""How many places there are, and for whom: a row for each kind of place."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from lapotne.adapters.shapes.conditions import AGE, UNKNOWN
from lapotne.apps.mechanism.forms.editing.eligibility import ADULT, CHILD
from lapotne.apps.mechanism.forms.editing.parts import Raw, Row, named
from lapotne.apps.mechanism.queries.reference import reference

ANYBODY = ""
AGES = (
    (ANYBODY, gettext_lazy("of any age")),
    (ADULT, gettext_lazy("adults, 18 and over")),
    (CHILD, gettext_lazy("children, under 18")),
    (UNKNOWN, gettext_lazy("nobody said")),
)


class PlacesForm(Row):
    """One kind of place."""

    count = forms.IntegerField(
        label=gettext_lazy("How many"),
        required=False,
        min_value=0,
        max_value=100_000,
        help_text=gettext_lazy("Empty: nobody said how many."),
    )
    age = forms.ChoiceField(label=gettext_lazy("For which age"), choices=AGES, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key in ("sex", "children_along"):
            self.fields[key] = forms.MultipleChoiceField(
                label=named(reference().attributes[key].names, key),
                choices=[(value, named(names, value)) for value, names in reference().attributes[key].values.items()],
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=gettext_lazy("None chosen: it makes no difference."),
            )
        if self.initial.get("age_range"):
            self.fields["age"].choices = [("range", self.initial["age_range"]), *AGES]

    @classmethod
    def initial_of(cls, raw: Raw) -> dict[str, Any]:
        age, count = raw.get(AGE), raw.get("count")
        said = {"age": age or ANYBODY}
        if isinstance(age, dict):
            ends = f"{age.get('from') or 0}–{(age.get('below') or 131) - 1}"
            said = {"age": "range", "age_range": ends}
        listed = {key: raw[key] if isinstance(raw.get(key), list) else [] for key in ("sex", "children_along")}
        return {"count": count if isinstance(count, int) else None, **said, **listed}

    def has_answers(self) -> bool:
        return bool(set(self.changed_data) - {"origin", "gone"})

    def answers(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        count = cleaned.get("count")
        listed = {key: cleaned[key] or None for key in ("sex", "children_along") if key in self.changed_data}
        age = {AGE: cleaned["age"] or None} if AGE in self.changed_data else {}
        return {"count": UNKNOWN if count is None else count, **listed, **age}
