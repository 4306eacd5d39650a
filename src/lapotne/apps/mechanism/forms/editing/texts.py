"""Names and what is done for the person, language by language."""

from typing import Any

from django import forms
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from lapotne.apps.mechanism.forms.editing.parts import Part, Raw

LONGEST = 600
ALWAYS_ASKED = ("lv", "en")


class TextsForm(Part):
    """Texts of an entry in the country's languages, English, the reader's, and those it has already."""

    fields_asked: tuple[str, ...] = ("names", "what")
    needed: tuple[str, ...] = ("names",)

    def __init__(self, *args: Any, languages: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages = languages
        for name in self.fields_asked:
            for language in languages:
                self.fields[f"{name}_{language}"] = self._field(name, language)

    def _field(self, name: str, language: str) -> forms.CharField:
        labels = {"names": _("Name in %(language)s"), "what": _("What they do for the person, in %(language)s")}
        spoken = get_language_info(language)["name_translated"]
        is_long = name == "what"
        widget = forms.Textarea(attrs={"rows": 2, "lang": language}) if is_long else forms.TextInput({"lang": language})
        return forms.CharField(
            label=labels[name] % {"language": spoken}, required=False, max_length=LONGEST, widget=widget
        )

    @classmethod
    def initial_of(cls, raw: Raw) -> dict[str, Any]:
        return {f"{name}_{code}": text for name in cls.fields_asked for code, text in (raw.get(name) or {}).items()}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in self.needed:
            if not any(cleaned.get(f"{name}_{language}") for language in self.languages):
                self.add_error(f"{name}_{self.languages[0]}", _("Give it a name, in one language at least."))
        return cleaned

    def answers(self) -> dict[str, Any]:
        return {name: self._texts(name) for name in self.fields_asked}

    def _texts(self, name: str) -> dict[str, str] | None:
        texts = {code: self.cleaned_data.get(f"{name}_{code}", "").strip() for code in self.languages}
        return {code: text for code, text in texts.items() if text} or None


class NamesForm(TextsForm):
    """Names alone, for an institution."""

    fields_asked = ("names",)


class CompetenceTextsForm(TextsForm):
    """A competence needs no name: it has that of what it does."""

    fields_asked = ("what",)
    needed = ()


def languages_for(entry: Raw, country: str) -> list[str]:
    """Which languages to ask for: the country's first, then those that are there already."""
    there = [code for name in ("names", "what") for code in entry.get(name) or {}]
    wanted = dict.fromkeys((country, *ALWAYS_ASKED, get_language() or "en", *there))
    return [code for code in wanted if _is_known(code)]


def _is_known(code: str) -> bool:
    try:
        return bool(get_language_info(code)["name_translated"])
    except KeyError:
        return False
