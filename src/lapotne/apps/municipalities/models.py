"""Countries and municipalities: official facts with dates, so that a former town still has its page."""

from django.db import models
from django.db.models import F, Q


class Country(models.Model):
    """A state, by its two-letter ISO code in lower case."""

    code = models.CharField(max_length=2, unique=True)
    names = models.JSONField(help_text="name by language code")

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(condition=Q(code__regex=r"^[a-z]{2}$"), name="country_code_is_iso"),
        ]

    def __str__(self) -> str:
        return self.code


class Municipality(models.Model):
    """Local government, the tenant; `key` is the stem of its mechanism file and stands in addresses."""

    key = models.SlugField(max_length=64, unique=True)
    code = models.CharField(max_length=16, help_text="official code")
    names = models.JSONField(help_text="name by language code")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="municipalities")
    time_zone = models.CharField(max_length=64)
    latitude = models.FloatField(null=True, help_text="of the seat, degrees")
    longitude = models.FloatField(null=True, help_text="of the seat, degrees")
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True, help_text="first day on which it no longer exists")
    successors = models.ManyToManyField("self", symmetrical=False, related_name="predecessors")

    class Meta:
        ordering = ["key"]
        constraints = [
            models.UniqueConstraint(
                "country",
                "code",
                F("valid_from"),
                nulls_distinct=False,
                name="municipality_code_once_per_period",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_from=None) | Q(valid_to__gt=F("valid_from")),
                name="municipality_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None) | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="municipality_seat_is_a_place",
            ),
        ]

    def __str__(self) -> str:
        return self.key
