"""The municipalities that took up a practice, chosen from those that are known."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from lapotne.apps.library.blocks import TownSelect
from lapotne.apps.library.models.kinds import PracticePage
from lapotne.apps.municipalities.models import Municipality


class Adopter(Orderable):
    page = ParentalKey(PracticePage, on_delete=models.CASCADE, related_name="adopters")
    municipality = models.ForeignKey(
        Municipality, verbose_name=_("municipality"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [FieldPanel("municipality", widget=TownSelect)]

    class Meta(Orderable.Meta):
        constraints = [
            # Asked at the end, for an editor may let two towns change places.
            models.UniqueConstraint(
                fields=["page", "municipality"], name="practice_adopted_once", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.municipality_id}"
