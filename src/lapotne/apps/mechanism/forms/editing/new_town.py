"""A first mechanism: which municipality, how it is governed, and the bodies of first contact with their hours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from lapotne.adapters.mechanism_yaml.hours import UNKNOWN
from lapotne.apps.mechanism.forms.editing.availabilities import LONGEST_MINUTES, MODES
from lapotne.apps.mechanism.forms.editing.parts import Raw, named
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.municipalities.presenters import alphabetical, name
from lapotne.domain.mechanism.layers import ABSENT
from lapotne.domain.mechanism.states import Mode
from lapotne.domain.moments.weekly import ALWAYS, Spans, TimesError, Week, spans_of_times, text_of_week

INFORMAL, DECIDED = "informal_group", "council_decision"
PLANNED, IN_FORCE = "planned", "in_force"
NOBODY_SAID, DAY_AND_NIGHT, THESE = "unknown", "always", "these"
WORKING_DAYS, WEEKEND = 5, 2
FURTHER = ("receive_report", "coordinate", "decide")
"""What a body of first contact may also be there to do, and no country gives to a town."""


class NewTownForm(forms.Form):
    """The municipality and its governance."""

    municipality = forms.ChoiceField(label=gettext_lazy("Municipality"))
    # Not `form`: in a browser a field of that name hides the form itself from htmx.
    governed = forms.ChoiceField(
        label=gettext_lazy("How it is governed"),
        choices=(
            (INFORMAL, gettext_lazy("An informal group of those who work together")),
            (DECIDED, gettext_lazy("A decision of the council")),
        ),
        widget=forms.RadioSelect,
        initial=INFORMAL,
    )
    state = forms.ChoiceField(
        label=gettext_lazy("Since when"),
        choices=((PLANNED, gettext_lazy("It is planned")), (IN_FORCE, gettext_lazy("It is in force"))),
        widget=forms.RadioSelect,
        initial=PLANNED,
    )
    since = forms.DateField(
        label=gettext_lazy("In force since"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Empty: nobody said."),
    )
    decision = forms.CharField(label=gettext_lazy("Number of the decision"), required=False, max_length=64)
    use_required_attribute = False

    def __init__(self, *args: Any, towns: list[Municipality], today: date, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        language, self.today = get_language() or "en", today
        place = alphabetical(language)
        names = sorted(((town.key, name(town, language)) for town in towns), key=lambda town: place(town[1]))
        self.fields["municipality"].choices = [("", _("Choose one")), *names] if len(names) > 1 else names
        self.fields["municipality"].initial = names[0][0] if len(names) == 1 else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("state") == IN_FORCE and cleaned.get("since") and cleaned["since"] > self.today:
            self.add_error("since", _("This day lies ahead: say that it is planned."))
        return cleaned

    def governance(self) -> dict[str, Any]:
        said = self.cleaned_data
        since = said["since"].isoformat() if said["since"] and said["state"] == IN_FORCE else None
        decision = said["decision"].strip() if said["governed"] == DECIDED else None
        found = {"form": said["governed"], "state": said["state"], "since": since, "decision": decision or None}
        return {key: value for key, value in found.items() if value is not None}


class BodyForm(forms.Form):
    """One body of the template: whether it is here, how to reach it, when, and what else it is there to do."""

    here = forms.BooleanField(required=False, initial=True)
    phone = forms.CharField(
        label=gettext_lazy("Phone"), required=False, max_length=40, widget=forms.TextInput({"inputmode": "tel"})
    )
    when = forms.ChoiceField(
        label=gettext_lazy("When"),
        choices=(
            (NOBODY_SAID, gettext_lazy("Nobody said")),
            (DAY_AND_NIGHT, gettext_lazy("Day and night, on holidays too")),
            (THESE, gettext_lazy("At these hours:")),
        ),
        initial=NOBODY_SAID,
    )
    working = forms.CharField(
        label=gettext_lazy("Monday to Friday"), required=False, max_length=60, help_text=gettext_lazy("Empty: closed.")
    )
    weekend = forms.CharField(
        label=gettext_lazy("Saturday and Sunday"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("Empty: closed."),
    )
    holidays = forms.CharField(
        label=gettext_lazy("Public holidays"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("Empty: nobody said. If it is closed, write “closed”."),
    )
    mode = forms.ChoiceField(label=gettext_lazy("How"), choices=MODES, initial=Mode.IN_PERSON)
    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes until they respond"),
        required=False,
        min_value=0,
        max_value=LONGEST_MINUTES,
        help_text=gettext_lazy("Empty: nobody said."),
    )
    further = forms.MultipleChoiceField(
        label=gettext_lazy("It is also there for this"), required=False, widget=forms.CheckboxSelectMultiple
    )
    use_required_attribute = False

    def __init__(self, *args: Any, body: Raw, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.body, self.name = body, named(body.get("names") or {})
        self.fields["here"].label = _("%(body)s: there is one here") % {"body": self.name}
        there = body.get("competences") or {}
        needs = reference().needs
        self.fields["further"].choices = [(key, named(needs[key].names, key)) for key in FURTHER if key not in there]
        for times in ("working", "weekend"):
            self.fields[times].widget.attrs["placeholder"] = _("closed")

    @property
    def does(self) -> list[str]:
        """What the country says it does, in the reader's language."""
        entries = [*(self.body.get("competences") or {}).values(), *(self.body.get("services") or {}).values()]
        return [named(entry["what"]) for entry in entries if entry.get("what")]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("when") == THESE:
            for times in ("working", "weekend", "holidays"):
                cleaned[f"{times}_spans"] = self._spans(times)
        return cleaned

    def _spans(self, field: str) -> Spans:
        written = self.cleaned_data.get(field) or ""
        if written.strip().casefold() in ("closed", _("closed").casefold()):
            return ()
        try:
            return spans_of_times(written)
        except TimesError as error:
            said = _("“%(part)s” can't be read. Write times such as 08:00-17:00, or “closed”.")
            self.add_error(field, said % {"part": error})
            return ()

    def entry(self, word: Raw) -> Raw:
        """What the town says of this body, over what the country says."""
        if not self.cleaned_data["here"]:
            return {ABSENT: "There is none here."}
        phone = self.cleaned_data["phone"].strip()
        contacts = {"contacts": [{"kind": "phone", "value": phone, "audience": "public"}]} if phone else {}
        ways = {"availabilities": [self._availability(word)]}
        if self.cleaned_data["when"] == NOBODY_SAID:
            further = dict.fromkeys(self.cleaned_data["further"], ways)
            return contacts | ({"competences": further} if further else {})
        sections = {
            section: dict.fromkeys(self.body.get(section) or {}, ways) for section in ("competences", "services")
        }
        sections["competences"] |= dict.fromkeys(self.cleaned_data["further"], ways)
        return contacts | {section: entries for section, entries in sections.items() if entries}

    def _availability(self, word: Raw) -> dict[str, Any]:
        said = self.cleaned_data
        found = {"hours": UNKNOWN, "mode": said["mode"]}
        if said["when"] == NOBODY_SAID:
            return found
        hours = ALWAYS if said["when"] == DAY_AND_NIGHT else self._week()
        minutes = {} if said["minutes"] is None else {"minutes_to_respond": said["minutes"]}
        return found | {"hours": hours, **minutes, "confirmation": word}

    def _week(self) -> str:
        said = self.cleaned_data
        days = (said["working_spans"],) * WORKING_DAYS + (said["weekend_spans"],) * WEEKEND
        # An empty day is closed; of empty holidays nobody said anything.
        return text_of_week(Week(days, said["holidays_spans"] if said["holidays"].strip() else None))


class NewTown:
    """Both together: the town and its bodies."""

    def __init__(self, form: NewTownForm, bodies: Mapping[str, Raw], data: QueryDict | None) -> None:
        self.form = form
        place = alphabetical(get_language() or "en")
        found = {key: BodyForm(data, prefix=f"body-{key}", body=body) for key, body in bodies.items()}
        self.bodies = dict(sorted(found.items(), key=lambda body: place(body[1].name)))

    def is_valid(self) -> bool:
        checked = [self.form.is_valid(), *(body.is_valid() for body in self.bodies.values())]
        return all(checked)

    def document(self, blank: Raw, word: Raw) -> Raw:
        """The town's first document; what the country says and nobody here changes isn't repeated."""
        entries = {key: body.entry(word) for key, body in self.bodies.items()}
        institutions = {key: entry for key, entry in entries.items() if entry}
        return {**blank, "governance": self.form.governance(), "institutions": institutions}
