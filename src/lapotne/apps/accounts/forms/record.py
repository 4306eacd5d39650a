"""Which acts of the record are asked for."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lapotne.apps.accounts.models import User
from lapotne.apps.audit.queries import RecordFilter


class RecordForm(forms.Form):
    """Every field may stay empty."""

    by = forms.TypedChoiceField(label=_("Who"), required=False, coerce=int, empty_value=None)
    act = forms.ChoiceField(label=_("What"), required=False)
    since = forms.DateField(label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    before = forms.IntegerField(required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput)

    def __init__(self, *given: Any, people: list[User], acts: list[tuple[str, str]], **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["by"].choices = [("", _("all people")), *((one.pk, str(one)) for one in people)]
        self.fields["act"].choices = [("", _("every act")), *acts]

    @property
    def asked(self) -> RecordFilter:
        """What is wrong asks for nothing."""
        said = self.cleaned_data
        return RecordFilter(said.get("act", ""), said.get("by"), *days(said.get("since"), said.get("until")))


def days(since: date | None, until: date | None) -> tuple[datetime | None, datetime | None]:
    """From the midnight that begins the one day to that which ends the other, by the clock of the site."""
    return since and _midnight(since), (until and until < date.max and _midnight(until + timedelta(days=1))) or None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=timezone.get_current_timezone())
