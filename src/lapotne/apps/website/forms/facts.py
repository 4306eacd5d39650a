"""What a reader says: facts about a person, and a moment; every fact may be left unknown."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lapotne.adapters.reference_yaml import Reference
from lapotne.adapters.reference_yaml.decoding import fact_of
from lapotne.domain.mechanism.conditions import Fact
from lapotne.domain.moments.clock import minute_shown

OLDEST = 120
YEARS = "years"
FIRST_YEAR, LAST_YEAR = 2000, 2100
"""The calendars of public holidays know these years."""

NOT_LISTED = {"invalid_choice": gettext_lazy("Choose one of the answers listed, or “I don't know”.")}
NO_AGE = gettext_lazy("Write the age in whole years, from 0 to 120, or leave it empty.")


class MomentError(ValueError):
    """A moment that can't be answered for, with how to write one."""


class FactsForm(forms.Form):
    """What is known of a person, by the attributes of the reference; an empty answer means that nobody knows."""

    def __init__(self, reference: Reference, data: MultiValueDict[str, str]) -> None:
        super().__init__(data)
        for key in (key for key in reference.attributes if key in data):
            self.fields[key] = _field(key, tuple(reference.attributes[key].values))
        self.fields[YEARS] = _years()

    def facts(self) -> dict[str, Fact]:
        """What is known, in the domain's words; years are surer than child or adult, an error says nothing."""
        self.full_clean()
        said = {key: value for key, value in self.cleaned_data.items() if value not in ("", [], None)}
        years = said.pop(YEARS, None)
        if years is not None:
            said["age"] = years
        return {key: fact_of(key, value) for key, value in said.items()}


def written_facts(facts: Mapping[str, object]) -> MultiValueDict[str, str]:
    """Facts that a program sent, as a form writes them: an age in years has its own field."""
    written = MultiValueDict()
    for key, value in facts.items():
        field = YEARS if key == "age" and isinstance(value, int) else key
        written.setlist(field, [str(one) for one in (value if isinstance(value, list) else [value])])
    return written


# No form changes its fields, and to make them takes longer than to ask them.
@lru_cache(maxsize=64)
def _field(key: str, codes: tuple[str, ...]) -> forms.Field:
    kind = _Languages if key == "languages" else forms.ChoiceField
    return kind(choices=[("", ""), *zip(codes, codes, strict=True)], required=False, error_messages=NOT_LISTED)


@lru_cache(maxsize=1)
def _years() -> forms.Field:
    errors = dict.fromkeys(("invalid", "min_value", "max_value"), NO_AGE)
    return forms.IntegerField(required=False, min_value=0, max_value=OLDEST, error_messages=errors)


class _Languages(forms.MultipleChoiceField):
    """Several lists to choose from; those left at "I don't know" say nothing."""

    def clean(self, value: list[str] | None) -> list[str]:
        return [code for code in super().clean(value) if code]


def moment_of(written: str, zone: str) -> int:
    """The UTC minute of a local time written as 2026-11-18T03:00. Raises MomentError."""
    try:
        wall = datetime.fromisoformat(written.strip())
    except ValueError:
        raise MomentError(
            _("“{written}” isn't a moment. Write the day and the time, as 2026-11-18T03:00.").format(written=written)
        ) from None
    if wall.tzinfo is not None:
        raise MomentError(_("Write the town's own local time, without a time zone, as 2026-11-18T03:00."))
    if not FIRST_YEAR <= wall.year < LAST_YEAR:
        raise MomentError(_("Choose a year from 2000 to 2099."))
    minute = minute_shown(wall, zone)
    if minute is None:
        raise MomentError(_("That time doesn't exist: the clocks go forward then. Choose an hour later."))
    return minute
