"""What editors and reviewers send. Pictures are made anew: what a camera wrote into one, or hides there, is gone."""

from datetime import date, datetime
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.images.forms import BaseImageForm
from wagtail.models import Page

from lapotne.adapters import days
from lapotne.adapters.pictures import UnreadablePictureError, made_anew
from lapotne.apps.library.blocks import SourcesField
from lapotne.apps.library.models import ContentPage
from lapotne.apps.library.models.page import numbered
from lapotne.apps.municipalities import queries as municipalities
from lapotne.apps.municipalities.presenters import in_order

ISO, EXAMPLE = "%Y-%m-%d", datetime(2026, 12, 24, 9, 30)  # noqa: DTZ001 -- shows how to type a moment, and is none
FIRST_YEAR = 1900
"""No text of ours, no event and no publication is older."""


class ReviewForm(forms.Form):
    """As what somebody read a text; no name, for a role is what readers need to know."""

    role = forms.CharField(
        label=gettext_lazy("You read it as"),
        max_length=120,
        help_text=gettext_lazy("Your role, as teacher of the language or lawyer; not your name."),
    )


class PageForm(WagtailAdminPageForm):
    """Says above the page which answers need mending; Wagtail lists them only where something concerns the whole."""

    sources = SourcesField(label=gettext_lazy("sources"))

    WANTED: ClassVar = {
        "dated": gettext_lazy("Write the day of the text: every page tells its readers how old it is."),
        "published": gettext_lazy("Write the day: readers find news by it."),
        "starts": gettext_lazy("Write when it begins: the calendar is made from it."),
    }

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for wanted, words in self.WANTED.items():
            if wanted in self.fields:
                self.fields[wanted].error_messages["required"] = words
        self._say_how_to_type()
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if "municipality" in self.fields:
            self._offer_towns()

    def _say_how_to_type(self) -> None:
        """Days and moments, the reader's own way; ISO is taken too."""
        day = days.typed(get_language() or settings.LANGUAGE_CODE)
        zone = _("Time zone: {zone}").format(zone=timezone.get_current_timezone_name())
        for field in self.fields.values():
            has_clock = isinstance(field, forms.DateTimeField)
            if has_clock or isinstance(field, forms.DateField):
                field.input_formats = [f"{day} %H:%M"] if has_clock else [day, ISO]
                how = _("Write it as {example}.").format(example=EXAMPLE.strftime(field.input_formats[0]))
                field.error_messages["invalid"] = how
                field.help_text = " ".join(str(said) for said in (field.help_text, how, has_clock and zone) if said)

    def _offer_towns(self) -> None:
        """By their names; below a town's page there is no choice, and a home page is everybody's."""
        above = self.parent_page and self.parent_page.specific
        if not isinstance(above, ContentPage) or above.municipality_id:
            del self.fields["municipality"]
            return
        language, field = get_language() or settings.LANGUAGE_CODE, self.fields["municipality"]
        towns = {town.pk: town for town in municipalities.on(timezone.localdate())}
        if now := self.instance.municipality:
            towns.setdefault(now.pk, now)
        field.queryset = field.queryset.filter(pk__in=towns)
        named = ((town.pk, said) for town, said in in_order(towns.values(), language))
        field.choices = [("", _("none: it is the whole country's")), *named]

    def clean(self) -> dict[str, Any]:
        """Where nobody wrote an address it is made from the title, and the key from it."""
        base = slugify(self.cleaned_data.get("title", ""))
        if not self.cleaned_data.get("slug") and "slug" not in self.errors and "slug" in self.fields:
            if base:
                self.cleaned_data["slug"] = next(slug for slug in numbered(base) if self._is_free(slug))
            else:
                self.add_error("slug", self.fields["slug"].error_messages["required"])
        said: dict[str, Any] = super().clean()
        self._refuse_slips()
        return said

    def _refuse_slips(self) -> None:
        """A year of two digits is one of antiquity, and what begins then is public at once."""
        for answer, value in list(self.cleaned_data.items()):
            if isinstance(value, date) and value.year < FIRST_YEAR:
                self.add_error(answer, _("Write the year in four digits, such as 2026."))
        moment = self.cleaned_data.get("go_live_at")
        if moment and "go_live_at" in self.changed_data and moment < timezone.now():
            self.add_error("go_live_at", _("This moment has passed. To publish at once, leave it empty."))

    def _get_validation_exclusions(self) -> set[str]:
        """Without an address there is no key yet, and it is the address that has to be told as missing."""
        left_out: set[str] = super()._get_validation_exclusions()
        return left_out if self.cleaned_data.get("slug") else {*left_out, "key"}

    def _is_free(self, slug: str) -> bool:
        return bool(Page._slug_is_available(slug, self.parent_page, self.instance))  # noqa: SLF001 -- as Wagtail's form asks

    def full_clean(self) -> None:
        """Rows below the page, as the towns that adopted a practice, count as its answers."""
        super().full_clean()
        is_wrong = self.is_bound and (self.errors or not all(rows.is_valid() for rows in self.formsets.values()))
        if is_wrong and not self.non_field_errors():
            self.add_error(None, _("What needs mending is marked below. Nothing you wrote is lost."))


class PictureForm(BaseImageForm):
    """Wagtail builds its forms for pictures on it."""

    def clean_file(self) -> SimpleUploadedFile | None:
        given = self.cleaned_data.get("file")
        if not given or "file" not in self.changed_data:
            return given
        try:
            return SimpleUploadedFile(given.name, made_anew(given.read()), content_type=given.content_type)
        except UnreadablePictureError as error:
            raise ValidationError(
                _("This picture can't be read. Save it as JPEG, PNG or WebP and try again.")
            ) from error
