"""A job offer that a reader pastes or types, or ten answers about it; both are read and kept nowhere."""

from collections.abc import Iterable

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from lapotne.adapters.adverts_yaml import Question
from lapotne.domain.adverts.checking import LONGEST

EMPTY = gettext_lazy("Paste or type the offer first. If there is no text, answer the ten questions.")
TOO_LONG = gettext_lazy(
    "This text is too long: %(show_value)s characters. Paste the offer alone, %(limit_value)s at most."
)
NO_ANSWER = gettext_lazy("Choose one of the three answers.")
ANSWERS = ("yes", "no", "unknown")


class OfferForm(forms.Form):
    """The text of an offer, and its language where the reader chose one; otherwise it is guessed."""

    text = forms.CharField(max_length=LONGEST, error_messages={"required": EMPTY, "max_length": TOO_LONG})
    language = forms.ChoiceField(choices=[("", ""), *settings.LANGUAGES], required=False)

    def clean_text(self) -> str:
        """Lines end as the rules know them, whatever the browser sent."""
        return self.cleaned_data["text"].replace("\r\n", "\n").replace("\r", "\n")


class AnswersForm(forms.Form):
    """Yes, no or "I don't know" to each question; what is left out isn't known."""

    def __init__(self, questions: Iterable[Question], data: QueryDict | None = None) -> None:
        super().__init__(data)
        choices = [(answer, answer) for answer in ANSWERS]
        for question in questions:
            errors = {"invalid_choice": NO_ANSWER}
            self.fields[question.key] = forms.ChoiceField(choices=choices, required=False, error_messages=errors)

    def answers(self) -> dict[str, str]:
        """Answers that say something, by question; an error says nothing."""
        self.full_clean()
        return {key: answer for key, answer in self.cleaned_data.items() if answer}
