"""Of which step, for whom and at which moment somebody asks who acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from lapotne.apps.mechanism.forms.editing.parts import named
from lapotne.apps.mechanism.queries.protocols import Acting
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.domain.mechanism.needs import Profile
from lapotne.domain.moments.clock import utc_minute

ANYBODY = Profile("anybody")
MOMENT = "%Y-%m-%dT%H:%M"
EARLIEST, LATEST = 2000, 2100
"""Years between which holidays and clocks are known; any other moment is answered for now."""


class MomentField(forms.DateTimeField):
    """A moment by the town's own clock, as browsers send it."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT)
    input_formats = (MOMENT, "%Y-%m-%d %H:%M")


class WhoActsForm(forms.Form):
    """What is left out is answered for anybody, at the first step, now."""

    step = forms.ChoiceField(label=_("Step"), required=False)
    profile = forms.ChoiceField(label=_("For whom"), required=False)
    at = MomentField(label=_("When"), required=False)
    danger = forms.BooleanField(label=_("Life is in danger"), required=False)
    refuses = forms.BooleanField(label=_("The person refuses the police"), required=False)

    def __init__(self, data: Mapping[str, str], acting: Acting, now: datetime) -> None:
        self.now = now.astimezone(ZoneInfo(acting.mechanism.municipality.time_zone))
        self.known = [step.key for step in acting.protocol.steps]
        filled = {"step": self.known[0] if self.known else "", "at": self.now.strftime(MOMENT)}
        super().__init__({**filled, **data}, label_suffix="")
        steps = [(step.key, named(step.names, step.key)) for step in acting.protocol.steps]
        self.fields["step"].choices = steps
        profiles = [(one.key, named(one.names, one.key)) for one in reference().profiles.values()]
        self.fields["profile"].choices = [(ANYBODY.key, _("Anybody: nothing is known yet")), *profiles]

    @property
    def step_asked(self) -> str:
        self.is_valid()
        return self.cleaned_data.get("step") or (self.known[0] if self.known else "")

    @property
    def person(self) -> Profile:
        """The profile with the facts of the moment laid over it."""
        self.is_valid()
        found = reference().profiles.get(self.cleaned_data.get("profile") or "", ANYBODY)
        facts = dict(found.facts)
        if self.cleaned_data.get("danger"):
            facts["danger_to_life"] = "yes"
        if self.cleaned_data.get("refuses"):
            facts["police_consent"] = "no"
        return replace(found, facts=facts)

    @property
    def minute(self) -> int:
        """The UTC minute meant."""
        self.is_valid()
        said = self.cleaned_data.get("at")
        if said is None or not EARLIEST <= said.year < LATEST:
            return utc_minute(self.now)
        return utc_minute(said.replace(tzinfo=self.now.tzinfo))
