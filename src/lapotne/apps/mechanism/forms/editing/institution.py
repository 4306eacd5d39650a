"""What kind of body an institution is, and at which level it stands."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy

from lapotne.apps.mechanism.forms.editing.parts import Part, Raw, named
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities.presenters import alphabetical
from lapotne.domain.mechanism.offers import Level

LEVELS = (
    (Level.LOCAL, gettext_lazy("local")),
    (Level.REGIONAL, gettext_lazy("regional")),
    (Level.NATIONAL, gettext_lazy("national")),
)


class InstitutionForm(Part):
    """Type and level."""

    type = forms.ChoiceField(label=gettext_lazy("Kind of institution"))
    level = forms.ChoiceField(label=gettext_lazy("Level"), choices=LEVELS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(key, named(kind.names, key)) for key, kind in reference().institution_types.items()]
        place = alphabetical(get_language() or "en")
        self.fields["type"].choices = sorted(known, key=lambda kind: place(kind[1]))

    @classmethod
    def initial_of(cls, raw: Raw) -> dict[str, Any]:
        return {"type": raw.get("type"), "level": raw.get("level") or Level.LOCAL}

    def answers(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("type", "level") if self._asked_anew(name)}

    def _asked_anew(self, name: str) -> bool:
        return name in self.changed_data or not self.initial.get("type")
