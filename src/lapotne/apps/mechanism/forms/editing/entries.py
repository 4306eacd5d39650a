"""A whole entry as one form: its parts side by side, and the entry they want."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.text import slugify

from lapotne.apps.mechanism.forms.editing.availabilities import AvailabilityForm
from lapotne.apps.mechanism.forms.editing.capacity import PlacesForm
from lapotne.apps.mechanism.forms.editing.contacts import ContactForm
from lapotne.apps.mechanism.forms.editing.eligibility import EligibilityForm
from lapotne.apps.mechanism.forms.editing.institution import InstitutionForm
from lapotne.apps.mechanism.forms.editing.parts import Part, Raw, Rows, all_valid
from lapotne.apps.mechanism.forms.editing.terms import ServiceTermsForm, TermsForm
from lapotne.apps.mechanism.forms.editing.texts import CompetenceTextsForm, NamesForm, TextsForm, languages_for
from lapotne.domain.mechanism.mended import takes_others, without_word
from lapotne.domain.mechanism.towns import Municipality

SERVICES, COMPETENCES = "services", "competences"
LONGEST_KEY = 60
LETTERS = str.maketrans("āčēģīķļņōŗšūžåäöæøßłńśźżąęćđ", "acegiklnorsuzaaoaoslnszzaecd")


@dataclass(frozen=True)
class Asked:
    """What the forms of an entry have to know: the entry, the town, the word of whoever edits, the names of groups."""

    entry: Raw
    town: Municipality
    word: Raw
    groups: Mapping[str, str]
    is_new: bool = False


class EntryForms:
    """The parts of one entry's form by name, in the order in which they are asked."""

    def __init__(self, asked: Asked, data: QueryDict | None) -> None:
        self.asked, self.data = asked, data
        self.parts: dict[str, Part | Rows] = {}

    def ask(self, name: str, form: type[Part], **further: object) -> None:
        initial = form.initial_of(self.asked.entry)
        self.parts[name] = form(self.data, prefix=name, initial=initial, **further)

    def ask_rows(self, name: str, form: type, spare: int = 0) -> None:
        self.parts[name] = Rows(form, name, self.asked.entry, self.data, spare)

    def is_valid(self) -> bool:
        return all_valid(self.parts.values())

    def wanted(self) -> Raw:
        """The entry as the answers want it; the parts must be valid."""
        entry = self.asked.entry
        for part in self.parts.values():
            entry = part.wanted(entry)
        return entry

    def told(self) -> list[str]:
        """Every error with the question it belongs to, for where the questions aren't shown."""
        parts = [row for part in self.parts.values() for row in (part.rows if isinstance(part, Rows) else [part])]
        checked = [part for part in parts if part.is_bound and not getattr(part, "is_gone", False)]
        return [f"{field.label}: {error}" for part in checked for field in part for error in field.errors]

    def __getitem__(self, name: str) -> Part | Rows:
        return self.parts[name]


class OfferForms(EntryForms):
    """A service or a competence."""

    def __init__(self, asked: Asked, data: QueryDict | None, section: str) -> None:
        super().__init__(asked, data)
        is_service = section == SERVICES
        languages = languages_for(asked.entry, asked.town.country)
        self.ask("texts", TextsForm if is_service else CompetenceTextsForm, languages=languages)
        self.ask_rows("availabilities", AvailabilityForm, spare=int(asked.is_new))
        if is_service:
            self.ask("terms", ServiceTermsForm, town=asked.town, groups=asked.groups)
        else:
            self.ask("terms", TermsForm, town=asked.town)
        self.ask("eligibility", EligibilityForm)
        if is_service:
            self.ask_rows("capacity", PlacesForm)
        self.ask_rows("contacts", ContactForm)
        for row in self.parts["availabilities"].rows:
            row.word_given = asked.word

    def wanted(self) -> Raw:
        """Words kept from before are dropped where they were given for other people."""
        entry = super().wanted()
        if not takes_others(self.asked.entry, entry):
            return entry
        rows = [row for row in self.parts["availabilities"].rows if row.is_bound and not row.is_gone and row.is_kept]
        listed = zip(rows, entry.get("availabilities") or (), strict=True)
        return {**entry, "availabilities": [without_word(one) if row.keeps_word else one for row, one in listed]}


class InstitutionForms(EntryForms):
    """An institution by itself: its services and competences have forms of their own."""

    def __init__(self, asked: Asked, data: QueryDict | None) -> None:
        super().__init__(asked, data)
        self.ask("texts", NamesForm, languages=languages_for(asked.entry, asked.town.country))
        self.ask("body", InstitutionForm)
        self.ask_rows("contacts", ContactForm, spare=int(asked.is_new))


def key_for(names: Mapping[str, str], taken: Mapping[str, object], fallback: str) -> str:
    """A stable key made of a name that nothing else has yet."""
    name = names.get("en") or next(iter(names.values()), "")
    plain = slugify(name.casefold().translate(LETTERS))[:LONGEST_KEY].strip("-") or fallback
    key, number = plain, 2
    while key in taken:
        key, number = f"{plain}-{number}", number + 1
    return key
