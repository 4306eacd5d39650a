"""What was said when: each wording that went live, who reviewed one, and the stamp of all that is public."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lapotne.apps.library.models.page import ContentPage


class Wording(models.Model):
    """What the public reads of a page from a moment on; a translation names the source's wording that it translates.

    Kept apart from the page itself, which may meanwhile hold a draft or a half of a translation.
    """

    page = models.ForeignKey(ContentPage, on_delete=models.CASCADE, related_name="wordings")
    content = models.JSONField(help_text="title, summary, further texts, blocks")
    digest = models.CharField(max_length=64)
    of = models.CharField(max_length=64, blank=True, help_text="digest of the source's wording")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(F("page"), F("id").desc(), name="wording_newest")]
        constraints = [models.CheckConstraint(condition=~Q(digest=""), name="wording_has_a_digest")]

    def __str__(self) -> str:
        return f"{self.page_id} {self.digest} {self.at:%Y-%m-%d}"


class Review(models.Model):
    """Somebody of a role read a wording and found it right; it says nothing of a later wording."""

    page = models.ForeignKey(ContentPage, on_delete=models.CASCADE, related_name="reviews")
    digest = models.CharField(max_length=64)
    role = models.CharField(_("reviewed by (role)"), max_length=120)
    on = models.DateField(_("reviewed on"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(digest="") & ~Q(role=""), name="review_names_wording_and_role"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.role} {self.on}"


class Stamp(models.Model):
    """One row with a new token whenever anything public changes: what was made before it is out of date."""

    token = models.UUIDField(default=uuid4)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="one_stamp")]

    def __str__(self) -> str:
        return str(self.token)


class Address(models.Model):
    """Where a page has been public, as its path with the language; whoever kept it is led to where the page is now."""

    path = models.TextField(unique=True)
    page = models.ForeignKey(ContentPage, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return self.path
