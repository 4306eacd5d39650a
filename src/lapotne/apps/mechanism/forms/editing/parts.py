"""A part of an entry's form: some questions, filled from the entry, whose answers go back into it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language

from lapotne.apps.mechanism.forms.editing.numbers import number_in
from lapotne.apps.municipalities.presenters import name_in

type Raw = Mapping[str, Any]


class Part(forms.Form):
    """Some questions about an entry."""

    template_name = "mechanism/parts/questions.html"
    use_required_attribute = False
    """Browsers must not keep anybody from looking at the preview; what is missing is said on the page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

    @classmethod
    def initial_of(cls, raw: Raw) -> dict[str, Any]:
        """What the entry says, as the questions ask for it."""
        raise NotImplementedError

    def answers(self) -> dict[str, Any]:
        """The entry's fields by the answers given; None takes a field out."""
        raise NotImplementedError

    def wanted(self, before: Raw) -> dict[str, Any]:
        """The entry with these answers in place; what the questions don't ask about stays."""
        return laid_over(before, self.answers())


def laid_over(before: Raw, answers: Raw) -> dict[str, Any]:
    """The fields answered in place of those before, in their order; None takes a field out."""
    laid = {**before, **answers}
    return {key: value for key, value in laid.items() if value is not None or (key in before and key not in answers)}


def named(names: Mapping[str, str], fallback: str = "") -> str:
    """A name from data in the reader's language, else English, else any."""
    return name_in(names, get_language() or "en") or fallback


class Rows:
    """A list of an entry as rows of the same questions, with one more row at the press of a button.

    A row remembers the place its values had in the list, so that what its questions don't ask about stays.
    """

    def __init__(self, form: type["Row"], name: str, entry: Raw, data: QueryDict | None, spare: int = 0) -> None:
        self.name, self.counter = name, f"{name}-count"
        self.is_asked_for = data is not None and data.get("add") == name
        self.listed = [item for item in entry.get(name) or () if isinstance(item, Mapping)]
        count = len(self.listed) + spare
        if data is not None:
            count = min(MOST_ROWS, (number_in(data.get(self.counter)) or 0) + self.is_asked_for)
        self.rows = [self._row(form, place, data) for place in range(count)]

    def _row(self, form: type["Row"], place: int, data: QueryDict | None) -> "Row":
        prefix = f"{self.name}-{place}"
        said = place if data is None else number_in(data.get(f"{prefix}-origin"))
        origin = said if said is not None and said < len(self.listed) else None
        raw = {} if origin is None else self.listed[origin]
        is_new = data is not None and f"{prefix}-origin" not in data
        initial = form.initial_of(raw) | {"origin": origin}
        return form(None if is_new else data, prefix=prefix, initial=initial, empty_permitted=origin is None)

    def is_valid(self) -> bool:
        checked = [row.is_valid() for row in self.rows if row.is_bound and not row.is_gone]
        return all(checked)

    def wanted(self, before: Raw) -> dict[str, Any]:
        listed = [item for item in before.get(self.name) or () if isinstance(item, Mapping)]
        kept = [row.item(listed) for row in self.rows if row.is_bound and not row.is_gone and row.is_kept]
        return laid_over(before, {self.name: kept or None})

    @property
    def errors(self) -> bool:
        return any(row.is_bound and not row.is_gone and row.errors for row in self.rows)


MOST_ROWS = 20


class Row(Part):
    """One of a list; `origin` is its place in the list before, empty for a new one."""

    template_name = "mechanism/parts/questions.html"

    origin = forms.IntegerField(required=False, widget=forms.HiddenInput)
    gone = forms.BooleanField(required=False)

    @property
    def is_gone(self) -> bool:
        """Whether it is to go, whatever else it says."""
        return bool(self["gone"].data)

    @property
    def is_kept(self) -> bool:
        """Whether it was there before or says anything now."""
        return self.cleaned_data.get("origin") is not None or self.has_answers()

    def has_answers(self) -> bool:
        return self.has_changed()

    def item(self, listed: list[Raw]) -> dict[str, Any]:
        place = self.cleaned_data.get("origin")
        before = listed[place] if place is not None and 0 <= place < len(listed) else {}
        return self.wanted(before)


def all_valid(parts: Iterable[Part | Rows]) -> bool:
    """Whether every part is, each asked so that all errors are told at once."""
    checked = [part.is_valid() for part in parts]
    return all(checked)
