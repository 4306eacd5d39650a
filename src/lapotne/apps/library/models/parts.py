"""Files of a publication and pictures of a gallery."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.forms import Select
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin

from lapotne.apps.library.models.kinds import GalleryPage, PublicationPage
from lapotne.apps.library.models.page import shared, translated


class PublishedFile(Orderable):
    """A publication in one language: a document kept here, or an address where others keep it."""

    page = ParentalKey(PublicationPage, on_delete=models.CASCADE, related_name="published_files")
    language = models.CharField(_("language"), max_length=8)
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    address = models.URLField(_("address elsewhere"), max_length=1000, blank=True)
    cover = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("cover"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    checked_for_accessibility = models.BooleanField(_("checked for accessibility"), default=False)

    panels = [
        FieldPanel("language", widget=Select(choices=[("", "---------"), *settings.LANGUAGES])),
        *(FieldPanel(name) for name in ("document", "address", "cover", "checked_for_accessibility")),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(document__isnull=False, address="") | Q(document=None) & ~Q(address=""),
                name="published_file_is_here_or_elsewhere",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.address or self.document}"

    def clean(self) -> None:
        """Readers are told the language, and machines take it for a code."""
        super().clean()
        if self.language and self.language not in dict(settings.LANGUAGES):
            message = models.Field.default_error_messages["invalid_choice"]
            raise ValidationError({"language": ValidationError(message, params={"value": self.language})})


class Picture(TranslatableMixin, Orderable):
    """A picture of a gallery with its words in one language; the same picture has one key in all languages."""

    page = ParentalKey(GalleryPage, on_delete=models.CASCADE, related_name="pictures")
    image = models.ForeignKey(
        "wagtailimages.Image", verbose_name=_("image"), on_delete=models.PROTECT, related_name="+"
    )
    shows = models.CharField(_("what it shows"), max_length=300, help_text=_("For who can't see it."))
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(_("who made it"), max_length=120, blank=True)

    panels = [FieldPanel(name) for name in ("image", "shows", "caption", "credit")]
    translatable_fields = [*translated("shows", "caption", "credit"), *shared("image")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        pass

    def __str__(self) -> str:
        return self.shows
