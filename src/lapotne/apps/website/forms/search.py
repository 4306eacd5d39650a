"""What is sought: a few words."""

from django import forms

LONGEST = 200


class SearchForm(forms.Form):
    """Empty words find nothing and are no mistake; what is too long is cut, for its first words say enough."""

    q = forms.CharField(required=False)

    def sought(self) -> str:
        return str(self.cleaned_data["q"])[:LONGEST] if self.is_valid() else ""
