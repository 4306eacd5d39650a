"""The municipalities that took up a practice, chosen from those that are known."""

from collections.abc import Iterator

from django.db import models
from django.forms import Select
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from lapotne.apps.library.models.kinds import PracticePage
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.municipalities.presenters import alphabetical, name

type Choice = tuple[int, str]


class TownSelect(Select):
    """Municipalities by their names in the editor's language: those of today, then those that have ended."""

    def optgroups(self, *given: object, **named: object) -> list[object]:
        towns = list(Municipality.objects.select_related("country"))
        today, former = (
            list(_choices(town for town in towns if (town.valid_to is not None) is ended)) for ended in (False, True)
        )
        self.choices = [("", "---------"), *today, *([(gettext("Former municipalities"), former)] if former else [])]
        groups: list[object] = super().optgroups(*given, **named)
        return groups


def _choices(towns: Iterator[Municipality]) -> list[Choice]:
    language = get_language()
    in_order = alphabetical(language)
    named = [(town.pk, str(name(town, language))) for town in towns]
    return sorted(named, key=lambda one: in_order(one[1]))


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
