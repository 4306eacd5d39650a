"""Hours as a person fills them in: always, a table of the week, a text, or nobody said."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from lapotne.adapters.mechanism_yaml.hours import UNKNOWN, trouble_with
from lapotne.domain.moments.clock import MINUTES_IN_DAY
from lapotne.domain.moments.hours import HoursError, read_hours
from lapotne.domain.moments.weekly import (
    ALWAYS,
    Spans,
    TimesError,
    Week,
    clock,
    spans_of_times,
    text_of_week,
    week_of_text,
)

ALWAYS_KIND, TABLE, TEXT, NOBODY_SAID = "always", "table", "text", "unknown"
KINDS = (
    (ALWAYS_KIND, gettext_lazy("Day and night, on holidays too")),
    (TABLE, gettext_lazy("By day of the week")),
    (TEXT, gettext_lazy("As a text, for dates and seasons")),
    (NOBODY_SAID, gettext_lazy("Nobody said")),
)
AS_USUAL, CLOSED, THESE, UNSAID = "as_usual", "closed", "these", ""
HOLIDAYS = (
    (UNSAID, gettext_lazy("Nobody said")),
    (AS_USUAL, gettext_lazy("As on that day of the week")),
    (CLOSED, gettext_lazy("Closed")),
    (THESE, gettext_lazy("At these hours:")),
)
DAYS = (
    ("mo", pgettext_lazy("beside its hours", "Monday")),
    ("tu", pgettext_lazy("beside its hours", "Tuesday")),
    ("we", pgettext_lazy("beside its hours", "Wednesday")),
    ("th", pgettext_lazy("beside its hours", "Thursday")),
    ("fr", pgettext_lazy("beside its hours", "Friday")),
    ("sa", pgettext_lazy("beside its hours", "Saturday")),
    ("su", pgettext_lazy("beside its hours", "Sunday")),
)


def initial_of_hours(hours: str | None, on_holidays: str | None) -> dict[str, Any]:
    """What a text of hours says, as the questions ask for it."""
    found = {"kind": NOBODY_SAID, "on_holidays": on_holidays or UNSAID, "beside": on_holidays}
    if hours in (None, UNKNOWN):
        return found
    week, found = _week(hours), found | {"text": hours, "kind": TEXT}
    if week is None:
        return found
    table = {day: _times(spans) for (day, _label), spans in zip(DAYS, week.days, strict=True)}
    kind = ALWAYS_KIND if hours == ALWAYS else TABLE
    return found | table | {"kind": kind} | _holidays_of(week, on_holidays)


def _week(hours: str) -> Week | None:
    try:
        return week_of_text(hours)
    except HoursError:
        return None


def _holidays_of(week: Week, on_holidays: str | None) -> dict[str, str]:
    if week.as_usual:
        return {"on_holidays": AS_USUAL}
    if week.holidays is None:
        return {"on_holidays": on_holidays or UNSAID}
    return {"on_holidays": THESE, "holidays": _times(week.holidays)} if week.holidays else {"on_holidays": CLOSED}


def _times(spans: Spans) -> str:
    ends = (span.end if span.end <= MINUTES_IN_DAY else span.end - MINUTES_IN_DAY for span in spans)
    return ", ".join(f"{clock(span.start)}–{clock(end)}" for span, end in zip(spans, ends, strict=True))


class HoursForm(forms.Form):
    """The questions on hours, to be asked beside others."""

    kind = forms.ChoiceField(label=gettext_lazy("When"), choices=KINDS, widget=forms.RadioSelect)
    on_holidays = forms.ChoiceField(label=gettext_lazy("On public holidays"), choices=HOLIDAYS, required=False)
    holidays = forms.CharField(label=gettext_lazy("Hours on public holidays"), required=False, max_length=200)
    text = forms.CharField(
        label=gettext_lazy("Hours as a text"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("In the syntax of OpenStreetMap, such as Mo-Fr 08:00-17:00; Dec 24 off; PH off"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for day, label in DAYS:
            widget = forms.TextInput({"placeholder": _("closed"), "autocomplete": "off"})
            self.fields[day] = forms.CharField(label=label, required=False, max_length=200, widget=widget)

    @property
    def table(self) -> list[forms.BoundField]:
        """The seven days."""
        return [self[day] for day, _label in DAYS]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        kind = cleaned.get("kind")
        if kind == TABLE:
            cleaned["week"] = tuple(self._spans(day) for day, _label in DAYS)
        if kind == TABLE and cleaned.get("on_holidays") == THESE:
            cleaned["on_these"] = self._spans("holidays")
        if kind == TEXT:
            self._check_text(cleaned.get("text") or "")
        return cleaned

    def _spans(self, field: str) -> Spans:
        try:
            return spans_of_times(self.cleaned_data.get(field) or "")
        except TimesError as error:
            said = _("“%(part)s” can't be read. Write times such as 08:00-17:00, or leave it empty for closed.")
            self.add_error(field, said % {"part": error})
            return ()

    def _check_text(self, text: str) -> None:
        if not text:
            self.add_error("text", _("Write the hours, or choose “Nobody said”."))
        elif trouble := trouble_with(text):
            said = _("%(trouble)s Write them like this: Mo-Fr 08:00-17:00; PH off")
            self.add_error("text", said % {"trouble": trouble})

    def hours(self) -> dict[str, Any]:
        """The fields `hours` and `on_holidays` of an availability by the answers; unchanged, they stay as written."""
        if not ASKED & set(self.changed_data) and self.initial.get("text"):
            return {"hours": self.initial["text"], "on_holidays": self.initial.get("beside")}
        beside = self.cleaned_data.get("on_holidays")
        settled = beside if beside in (AS_USUAL, CLOSED) else None
        return HOURS_OF[self.cleaned_data["kind"]](self.cleaned_data, settled)


def _of_table(cleaned: dict[str, Any], settled: str | None) -> dict[str, Any]:
    week = Week(cleaned["week"], cleaned.get("on_these"), as_usual=settled == AS_USUAL)
    said = text_of_week(week)
    return {"hours": said, "on_holidays": None if said == ALWAYS else settled}


def _of_text(cleaned: dict[str, Any], settled: str | None) -> dict[str, Any]:
    text = cleaned["text"]
    is_settled = text != UNKNOWN and read_hours(text).settles_holidays
    return {"hours": text, "on_holidays": None if is_settled else settled}


HOURS_OF: dict[str, Callable[[dict[str, Any], str | None], dict[str, Any]]] = {
    ALWAYS_KIND: lambda _cleaned, _settled: {"hours": ALWAYS, "on_holidays": None},
    TABLE: _of_table,
    TEXT: _of_text,
    NOBODY_SAID: lambda _cleaned, settled: {"hours": UNKNOWN, "on_holidays": settled},
}
ASKED = {"kind", "text", "holidays", "on_holidays", *(day for day, _label in DAYS)}
