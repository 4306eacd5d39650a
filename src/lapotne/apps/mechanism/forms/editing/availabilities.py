"""When and how an offer can be reached: mode, hours, response, confirmation and closures, a row for each way."""

from datetime import date
from typing import Any

from babel.dates import format_date
from django import forms
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from lapotne.apps.mechanism.forms.editing.hours import HoursForm, initial_of_hours
from lapotne.apps.mechanism.forms.editing.parts import Raw, Row
from lapotne.domain.mechanism.mended import holds, without_word
from lapotne.domain.mechanism.states import Mode

MODES = (
    (Mode.IN_PERSON, pgettext_lazy("how help is reached", "in person")),
    (Mode.PHONE, pgettext_lazy("how help is reached", "by phone")),
    (Mode.REMOTE, pgettext_lazy("how help is reached", "from afar, by video or chat")),
    (Mode.ON_CALL, pgettext_lazy("how help is reached", "on call")),
)
KEEP, NOW, NONE = "keep", "now", "none"
ONE_MORE = 1
LONGEST_MINUTES = 100_000
BRITISH = {"en": "en_GB"}


class AvailabilityForm(HoursForm, Row):
    """One way and time to reach an offer."""

    mode = forms.ChoiceField(label=gettext_lazy("How"), choices=MODES, initial=Mode.IN_PERSON)
    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes until they respond"),
        required=False,
        min_value=0,
        max_value=LONGEST_MINUTES,
        help_text=gettext_lazy("Empty: nobody said."),
    )
    confirmation = forms.ChoiceField(
        label=gettext_lazy("Confirmed"),
        widget=forms.RadioSelect,
        help_text=gettext_lazy("What was said before no longer holds once you change hours, way or who is taken."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word = self.initial.get("word") or {}
        choices = [(NOW, _("Yes, I confirm it today; due again in a year")), (NONE, _("No, nobody has confirmed it"))]
        self.fields["confirmation"].choices = [*([(KEEP, _said(word))] if word else []), *choices]
        self.closings = range(len(self.initial.get("closures") or ()) + ONE_MORE)
        for place in self.closings:
            self._ask_for_closure(place)

    def _ask_for_closure(self, place: int) -> None:
        for name, label in (("from", _("First day closed")), ("to", _("Last day closed"))):
            widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
            self.fields[f"{name}_{place}"] = forms.DateField(label=label, required=False, widget=widget)
        self.fields[f"reason_{place}"] = forms.CharField(label=_("Why"), required=False, max_length=300)

    @property
    def closures(self) -> list[list[forms.BoundField]]:
        return [[self[f"{name}_{place}"] for name in ("from", "to", "reason")] for place in self.closings]

    @classmethod
    def initial_of(cls, raw: Raw) -> dict[str, Any]:
        word = raw.get("confirmation")
        closures = raw.get("closures") or []
        found = {
            "mode": raw.get("mode") or Mode.IN_PERSON,
            "minutes": raw.get("minutes_to_respond"),
            "word": word,
            "confirmation": KEEP if word else NONE,
            "closures": closures,
        }
        for place, closure in enumerate(closures):
            found |= {f"{name}_{place}": closure.get(name) for name in ("from", "to", "reason")}
        return found | initial_of_hours(raw.get("hours"), raw.get("on_holidays"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for place in self.closings:
            first, last = cleaned.get(f"from_{place}"), cleaned.get(f"to_{place}")
            if bool(first) != bool(last) and not self.errors:
                self.add_error(f"to_{place}", _("A closure has a first and a last day."))
            elif first and last and last < first:
                self.add_error(f"to_{place}", _("The last day comes before the first."))
        return cleaned

    def item(self, listed: list[Raw]) -> dict[str, Any]:
        """A word kept from before is dropped where it was given for other hours."""
        wanted, place = super().item(listed), self.cleaned_data.get("origin")
        before = listed[place] if place is not None and 0 <= place < len(listed) else {}
        return wanted if not self.keeps_word or holds(before, wanted) else without_word(wanted)

    @property
    def keeps_word(self) -> bool:
        return self.cleaned_data["confirmation"] == KEEP

    def answers(self) -> dict[str, Any]:
        minutes = self.cleaned_data.get("minutes")
        return {
            **self.hours(),
            "mode": self.cleaned_data["mode"],
            "minutes_to_respond": minutes,
            "confirmation": self._confirmation(),
            "closures": self._closures() or None,
        }

    def _confirmation(self) -> Raw | None:
        said = self.cleaned_data["confirmation"]
        if said == KEEP:
            return self.initial.get("word")
        return self.word_given if said == NOW else None

    word_given: Raw | None = None
    """The word of whoever edits, dated today; the view puts it in."""

    def _closures(self) -> list[dict[str, Any]]:
        before = self.initial.get("closures") or []
        found = []
        for place in self.closings:
            first, last, reason = (self.cleaned_data.get(f"{name}_{place}") for name in ("from", "to", "reason"))
            if first and last:
                kept = dict(before[place]) if place < len(before) else {}
                said = {"from": first.isoformat(), "to": last.isoformat(), "reason": reason or None}
                found.append({key: value for key, value in {**kept, **said}.items() if value is not None})
        return found


def _said(word: Raw) -> str:
    if word.get("source") and not word.get("on"):
        return _("As a public source says: %(source)s") % {"source": word["source"]}
    return _("As before: on %(day)s") % {"day": _day(word.get("on"))}


def _day(written: str | None) -> str:
    language = get_language() or "en"
    try:
        return format_date(date.fromisoformat(str(written)), "long", locale=BRITISH.get(language, language))
    except ValueError:
        return str(written)
