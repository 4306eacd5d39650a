"""People who work here and the roles that bind them to a town, an institution or a country."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lapotne.apps.municipalities.models import Country, Municipality


class User(AbstractUser):
    """Somebody who signs in; the public never does."""

    first_name = None
    last_name = None
    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=150, blank=True)

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        """The editor greets people by this; the inherited one joins two fields that aren't here."""
        return str(self)


class RoleKind(models.TextChoices):
    COORDINATOR = "coordinator", _("Municipal coordinator")
    INSTITUTION_EDITOR = "institution_editor", _("Institution editor")
    NATIONAL_COORDINATOR = "national_coordinator", _("National coordinator")
    VIEWER = "viewer", _("Viewer")
    CONTENT_EDITOR = "content_editor", _("Editor of the site's texts")
    CONTENT_REVIEWER = "content_reviewer", _("Reviewer of the site's texts")


ANYWHERE = (RoleKind.VIEWER, RoleKind.CONTENT_EDITOR, RoleKind.CONTENT_REVIEWER)
TOWN = Q(municipality__isnull=False, country__isnull=True)
COUNTRY = Q(municipality__isnull=True, country__isnull=False)
NO_INSTITUTION = Q(institution="")
RIGHT_PAIRS = (
    Q(kind=RoleKind.COORDINATOR) & TOWN & NO_INSTITUTION
    | Q(kind=RoleKind.INSTITUTION_EDITOR) & (TOWN | COUNTRY) & ~NO_INSTITUTION
    | Q(kind=RoleKind.NATIONAL_COORDINATOR) & COUNTRY & NO_INSTITUTION
    | Q(kind__in=ANYWHERE) & (TOWN | COUNTRY) & NO_INSTITUTION
)


class Role(models.Model):
    """What somebody may do and where: a coordinator in a town, an editor of one institution, and so on.

    `institution` is the key of an institution in the mechanism of the town (or the country) named.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="roles")
    kind = models.CharField(max_length=32, choices=RoleKind)
    municipality = models.ForeignKey(Municipality, null=True, blank=True, on_delete=models.PROTECT)
    country = models.ForeignKey(Country, null=True, blank=True, on_delete=models.PROTECT)
    institution = models.CharField(max_length=128, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=RIGHT_PAIRS, name="role_is_bound_to_the_right_place"),
            models.UniqueConstraint(
                fields=["user", "kind", "municipality", "country", "institution"],
                nulls_distinct=False,
                name="role_is_given_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.municipality or self.country} {self.institution}".strip()
