"""A step of the protocol as its coordinator may change it: whom it names, in which order, and by when."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lapotne.domain.protocol.steps import Reach

ADDED = 2
"""How many more names each list has room for at a time."""
MOST_MINUTES = 525_600
LISTS = ("acts", "decides", "then")


@dataclass(frozen=True)
class Whom:
    """Whom a step may name, as grouped choices, and how a line that is there already reads."""

    choices: Sequence[Any]
    words_of: Callable[[str], str]


class StepForm(forms.Form):
    """Lists as places: a line without a place is left out."""

    within = forms.IntegerField(
        label=gettext_lazy("Must be done within (minutes)"), required=False, min_value=0, max_value=MOST_MINUTES,
        help_text=gettext_lazy("Leave it empty where nobody sets a time."),
    )  # fmt: skip
    after = forms.IntegerField(
        label=gettext_lazy("Nobody has answered after (minutes)"), required=False, min_value=0, max_value=MOST_MINUTES,
        help_text=gettext_lazy("Then whoever is listed here is turned to as well."),
    )  # fmt: skip
    reach = forms.ChoiceField(label=gettext_lazy("Who has to be reached"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Why"), max_length=500,
        help_text=gettext_lazy("So that others understand it later. No names of persons."),
        error_messages={"required": gettext_lazy("Write why, so that others understand it later.")},
    )  # fmt: skip
    on_version = forms.IntegerField(widget=forms.HiddenInput)
    use_required_attribute = False

    def __init__(self, step: Mapping[str, Any], whom: Whom, number: int, data: QueryDict | None) -> None:
        said = {**_said(step), "on_version": number}
        super().__init__(data, initial=said, label_suffix="")
        self.step = step
        self.fields["reach"].choices = [
            (Reach.FIRST, _("whoever answers first is enough")),
            (Reach.ALL, _("each of those who act must be reached")),
        ]
        for name in LISTS:
            for place, text in enumerate(_listed(step, name)):
                self.fields[f"{name}-{place}"] = _place(whom.words_of(text), place)
            for place in range(ADDED):
                self.fields[f"{name}-new-{place}"] = forms.ChoiceField(
                    label=_("Add"), required=False, choices=whom.choices
                )

    def lines(self, name: str) -> list[Any]:
        """The fields of a list's lines, for the page."""
        return [self[f"{name}-{place}"] for place in range(len(_listed(self.step, name)))]

    def added(self, name: str) -> list[Any]:
        return [self[f"{name}-new-{place}"] for place in range(ADDED)]

    @property
    def lists(self) -> list[tuple[str, str, list[Any], list[Any]]]:
        titles = (_("Who acts"), _("Who decides"), _("If nobody answers, then"))
        return [(name, title, self.lines(name), self.added(name)) for name, title in zip(LISTS, titles, strict=True)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not self.wanted_list("acts"):
            self.add_error(None, _("Nobody would act in this step. Give somebody a place, or add somebody."))
        if not self.errors and self.wanted_list("then") and cleaned.get("after") is None:
            self.add_error("after", _("Say after how many minutes they are turned to."))
        return cleaned

    def wanted_list(self, name: str) -> list[str]:
        """The list in the order of the places given, what was added last."""
        placed = [
            (self.cleaned_data[f"{name}-{place}"], place, text)
            for place, text in enumerate(_listed(self.step, name))
            if self.cleaned_data.get(f"{name}-{place}") is not None
        ]
        new = [self.cleaned_data.get(f"{name}-new-{place}") for place in range(ADDED)]
        return list(dict.fromkeys([text for _place, _at, text in sorted(placed)] + [text for text in new if text]))

    def wanted(self) -> dict[str, Any]:
        """The step with these answers in place; what isn't asked about stays."""
        cleaned = self.cleaned_data
        answers = {
            "acts": self.wanted_list("acts"),
            "decides": self.wanted_list("decides"),
            "reach": cleaned.get("reach") or Reach.FIRST.value,
            "within": _timed(self.step.get("within"), "minutes", cleaned.get("within"), {}),
            "unanswered": _timed(
                self.step.get("unanswered"), "after_minutes", cleaned.get("after"), {"then": self.wanted_list("then")}
            ),
        }
        if answers["reach"] == Reach.FIRST and "reach" not in self.step:
            del answers["reach"]
        laid = {**self.step, **answers}
        return {key: value for key, value in laid.items() if value not in (None, []) or key in self.step}


def _place(words: str, place: int) -> forms.IntegerField:
    return forms.IntegerField(label=words, required=False, min_value=1, max_value=99, initial=place + 1)


def _said(step: Mapping[str, Any]) -> dict[str, Any]:
    within, unanswered = step.get("within") or {}, step.get("unanswered") or {}
    return {
        "within": within.get("minutes"),
        "after": unanswered.get("after_minutes"),
        "reach": step.get("reach") or Reach.FIRST.value,
    }


def _listed(step: Mapping[str, Any], name: str) -> Sequence[str]:
    found = (step.get("unanswered") or {}).get("then") if name == "then" else step.get(name)
    return [str(text) for text in found or ()]


def _timed(before: Any, name: str, minutes: int | None, more: Mapping[str, Any]) -> dict[str, Any] | None:
    """A time as the file writes it; a new time is a proposal without a source until the version is adopted."""
    if minutes is None:
        return None
    said = dict(before or {})
    if said.get(name) != minutes:
        said = {**said, name: minutes, "proposed": True}
        said.pop("source", None)
    return {**said, **more}
