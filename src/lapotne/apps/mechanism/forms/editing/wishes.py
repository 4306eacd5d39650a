"""Which mend somebody wants to try, as an address says it."""

from django import forms

from lapotne.apps.mechanism.queries.suggestions import Wish
from lapotne.domain.coverage.mends import MendKind


class WishForm(forms.Form):
    kind = forms.ChoiceField(choices=[(kind.value, kind.value) for kind in MendKind])
    offer = forms.CharField(max_length=200)
    place = forms.IntegerField(min_value=0, max_value=100)
    need = forms.CharField(max_length=64)
    profile = forms.CharField(max_length=64)
    serve = forms.CharField(max_length=16, required=False)

    def wish(self) -> Wish:
        return Wish(**self.cleaned_data)
