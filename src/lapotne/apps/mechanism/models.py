"""Mechanisms as versioned documents, and the offers they put before each municipality."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lapotne.apps.municipalities.models import Country, Municipality


class LayerKind(models.TextChoices):
    COUNTRY = "country", _("Country")
    REGION = "region", _("Region")
    MUNICIPALITY = "municipality", _("Municipality")


class Layer(models.Model):
    """Whose mechanism a document is: a country's, a region's or a municipality's; lower ones override upper ones."""

    key = models.SlugField(max_length=64, unique=True)
    kind = models.CharField(max_length=16, choices=LayerKind)
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="layers")
    municipality = models.OneToOneField(Municipality, null=True, on_delete=models.PROTECT, related_name="layer")

    class Meta:
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=LayerKind.MUNICIPALITY, municipality__isnull=False)
                | ~Q(kind=LayerKind.MUNICIPALITY) & Q(municipality__isnull=True),
                name="layer_of_a_municipality_names_it",
            ),
            models.UniqueConstraint(
                fields=["country"], condition=Q(kind=LayerKind.COUNTRY), name="layer_of_a_country_is_one"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Origin(models.TextChoices):
    FILE = "file", _("loaded from a file")
    PRODUCT = "product", _("edited here")
    INSTITUTION = "institution"


class Version(models.Model):
    """A saved state of a mechanism, never changed again: the whole document, who saved it, when and why."""

    layer = models.ForeignKey(Layer, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    document = models.JSONField(help_text="as docs/mechanism-format.md says, days as text")
    origin = models.CharField(max_length=16, choices=Origin)
    file_digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the file it was loaded from")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.CharField(max_length=500)

    class Meta:
        ordering = ["layer", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["layer", "number"], name="version_number_once_per_layer"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_numbers_begin_at_one"),
            models.CheckConstraint(condition=~Q(reason=""), name="version_says_why"),
            models.CheckConstraint(
                condition=Q(origin=Origin.FILE) & ~Q(file_digest="")
                | Q(origin=Origin.PRODUCT, by__isnull=False)
                | Q(origin=Origin.INSTITUTION, by__isnull=True),
                name="version_has_a_file_or_an_author",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.layer_id}.{self.number}"


class Body(models.TextChoices):
    GROUP = "group", _("the working group")
    COUNCIL = "council", _("the council")


class Adoption(models.Model):
    """The day on which the group or the council adopted a version: its protocol and competences act from then."""

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="adoption")
    body = models.CharField(max_length=16, choices=Body)
    on = models.DateField()
    decision = models.CharField(max_length=64, blank=True, help_text="number of the decision")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(body=Body.GROUP) | ~Q(decision=""), name="adoption_by_a_council_has_a_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.on}"


class Reach(models.Model):
    """That a layer's document names a municipality elsewhere as served by one of its services."""

    layer = models.ForeignKey(Layer, on_delete=models.CASCADE, related_name="reaches")
    code = models.CharField(max_length=16, help_text="official code of the municipality served")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["layer", "code"], name="reach_once")]
        indexes = [models.Index(fields=["code"], name="reach_by_code")]

    def __str__(self) -> str:
        return f"{self.layer_id} {self.code}"


class Offering(models.Model):
    """An offer as it counts in a municipality for one need: what the public page reads, in a single look-up.

    Derived from the versions in force; written only when a mechanism is published.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="offerings")
    need = models.CharField(max_length=64)
    offer = models.CharField(max_length=200, help_text="key of the offer")
    words = models.JSONField(help_text="the offer in the domain's words")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "need", "offer"], name="offering_once_per_need"),
        ]

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.need} {self.offer}"
