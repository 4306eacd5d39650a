"""What the country is asked: a need, a profile, and the municipalities of which day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from lapotne.apps.mechanism.queries.country import ALL, Chosen
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities.presenters import name_in
from lapotne.domain.mechanism.needs import Need, Profile

FIRST_NEED, FIRST_PROFILE = "bed", "man"
LEAST_COMPARED, MOST_COMPARED = 2, 6
EARLIEST, LATEST = date(1991, 1, 1), date(2100, 1, 1)


class CountryForm(forms.Form):
    """All is optional: what is left out or makes no sense is answered as by default."""

    need = forms.ChoiceField(label=_("What is needed"), required=False)
    profile = forms.ChoiceField(label=_("For whom"), required=False)
    on = forms.DateField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Mapping[str, str], language: str, today: date) -> None:
        super().__init__({"need": FIRST_NEED, "profile": FIRST_PROFILE, **data}, label_suffix="")
        self.today = today
        needs, profiles = reference().needs.values(), reference().profiles.values()
        self.fields["need"].choices = [(ALL, _("All needs")), *_named(needs, language)]
        self.fields["profile"].choices = [(ALL, _("All profiles")), *_named(profiles, language)]

    @property
    def chosen(self) -> Chosen:
        """What is asked; a need that this profile can't have gives way to all needs."""
        self.is_valid()
        on = self.cleaned_data.get("on") or self.today
        if not EARLIEST <= on <= LATEST:
            on = self.today
        need = self.cleaned_data.get("need") or ALL
        profile = self.cleaned_data.get("profile") or FIRST_PROFILE
        chosen = Chosen(on, need, profile)
        return chosen if chosen.needs else Chosen(on, ALL, profile)

    @property
    def query(self) -> str:
        """The same question in an address."""
        chosen = self.chosen
        on = {} if chosen.on == self.today else {"on": chosen.on.isoformat()}
        return urlencode({"need": chosen.need, "profile": chosen.profile, **on})


class ComparisonForm(forms.Form):
    """Which municipalities are laid side by side, and for whom; what isn't known is left out."""

    profile = forms.ChoiceField(label=_("For whom"), required=False)

    def __init__(self, data: QueryDict, names: Sequence[tuple[str, str]], language: str) -> None:
        known = dict(names)
        self.towns = [key for key in dict.fromkeys(data.getlist("towns")) if key in known][:MOST_COMPARED]
        profile = data.get("profile", "")
        super().__init__(
            {"profile": profile if profile in (ALL, *reference().profiles) else FIRST_PROFILE}, label_suffix=""
        )
        self.names = [(key, name, key in self.towns) for key, name in names]
        self.fields["profile"].choices = [(ALL, _("All profiles")), *_named(reference().profiles.values(), language)]

    @property
    def is_enough(self) -> bool:
        return len(self.towns) >= LEAST_COMPARED

    def chosen(self, today: date) -> Chosen:
        return Chosen(today, ALL, str(self.data["profile"]))


def _named(found: Iterable[Need | Profile], language: str) -> list[tuple[str, str]]:
    return [(one.key, name_in(one.names, language)) for one in found]
