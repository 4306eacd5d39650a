"""Whom an offer takes, attribute by attribute: everybody, only these, or nobody said."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lapotne.adapters.shapes.conditions import AGE, LANGUAGES, OLDEST, UNKNOWN
from lapotne.apps.mechanism.forms.editing.parts import Part, Raw, laid_over, named
from lapotne.apps.mechanism.queries.reference import reference

EVERYBODY, ONLY, NOBODY_SAID = "everybody", "only", "unknown"
SAID = (
    (EVERYBODY, gettext_lazy("everybody")),
    (ONLY, gettext_lazy("only these:")),
    (NOBODY_SAID, gettext_lazy("nobody said")),
)
ADULT, CHILD, RANGE = "adult", "child", "range"
AGES = (
    (EVERYBODY, gettext_lazy("everybody")),
    (ADULT, gettext_lazy("adults, 18 and over")),
    (CHILD, gettext_lazy("children, under 18")),
    (RANGE, gettext_lazy("from one age to another:")),
    (NOBODY_SAID, gettext_lazy("nobody said")),
)


class EligibilityForm(Part):
    """For each attribute of the reference what is asked of it."""

    whole = forms.BooleanField(label=gettext_lazy("Nobody has said whom they take"), required=False)
    age_from = forms.IntegerField(label=gettext_lazy("From age"), required=False, min_value=0, max_value=OLDEST)
    age_below = forms.IntegerField(label=gettext_lazy("Below age"), required=False, min_value=0, max_value=OLDEST)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, attribute in attributes().items():
            label = named(attribute.names, key)
            choices = AGES if key == AGE else SAID
            self.fields[f"{key}_said"] = forms.ChoiceField(label=label, choices=choices, initial=EVERYBODY)
            if key != AGE:
                values = [(value, named(names, value)) for value, names in attribute.values.items()]
                self.fields[f"{key}_values"] = forms.MultipleChoiceField(
                    label=_("%(attribute)s: only these") % {"attribute": label},
                    choices=values,
                    required=False,
                    widget=forms.CheckboxSelectMultiple,
                )

    @property
    def questions(self) -> list[dict[str, forms.BoundField]]:
        return [
            {"said": self[f"{key}_said"], "from": self["age_from"], "below": self["age_below"]}
            if key == AGE
            else {"said": self[f"{key}_said"], "values": self[f"{key}_values"]}
            for key in attributes()
        ]

    @classmethod
    def initial_of(cls, raw: Raw) -> dict[str, Any]:
        written = raw.get("eligibility")
        found: dict[str, Any] = {"whole": written == UNKNOWN}
        for key in attributes():
            value = written.get(key) if isinstance(written, dict) else None
            found |= _age(value) if key == AGE else _listed(key, value)
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for key in attributes():
            if key != AGE and cleaned.get(f"{key}_said") == ONLY and not cleaned.get(f"{key}_values"):
                self.add_error(f"{key}_said", _("Choose at least one, or say “everybody”."))
        start, below = cleaned.get("age_from"), cleaned.get("age_below")
        if cleaned.get(f"{AGE}_said") == RANGE and (start is below is None or (below or OLDEST) <= (start or 0)):
            self.add_error("age_below", _("Write from which age, below which, or both; the second is the higher."))
        return cleaned

    def answers(self) -> dict[str, Any]:
        return {"eligibility": UNKNOWN if self.cleaned_data["whole"] else None}

    def wanted(self, before: Raw) -> dict[str, Any]:
        if self.cleaned_data["whole"]:
            return laid_over(before, {"eligibility": UNKNOWN})
        written = before.get("eligibility")
        said = {key: self._said(key) for key in attributes()}
        laid = laid_over(written if isinstance(written, dict) else {}, said)
        return laid_over(before, {"eligibility": laid or None})

    def _said(self, key: str) -> object:
        said = self.cleaned_data[f"{key}_said"]
        if said == NOBODY_SAID:
            return UNKNOWN
        if said == RANGE:
            ends = {"from": self.cleaned_data.get("age_from"), "below": self.cleaned_data.get("age_below")}
            return {name: age for name, age in ends.items() if age is not None}
        if said == ONLY:
            return self.cleaned_data[f"{key}_values"]
        return said if said in (ADULT, CHILD) else None


def attributes() -> dict[str, Any]:
    """The attributes asked about: languages have a question of their own."""
    return {key: attribute for key, attribute in reference().attributes.items() if key != LANGUAGES}


def _listed(key: str, value: object) -> dict[str, Any]:
    said = EVERYBODY if value is None else NOBODY_SAID if value == UNKNOWN else ONLY
    return {f"{key}_said": said, f"{key}_values": value if isinstance(value, list) else []}


def _age(value: object) -> dict[str, Any]:
    if isinstance(value, dict):
        return {f"{AGE}_said": RANGE, "age_from": value.get("from"), "age_below": value.get("below")}
    return {f"{AGE}_said": EVERYBODY if value is None else value}
