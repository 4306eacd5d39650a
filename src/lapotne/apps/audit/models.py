"""One row for every act: names of fields, never their values; written once, never changed."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models


class Act(models.Model):
    """Who did what to which object, when; the database refuses to change or delete it."""

    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    municipality = models.CharField(max_length=64, blank=True)
    verb = models.CharField(max_length=64)
    object_kind = models.CharField(max_length=64)
    object_id = models.CharField(max_length=64)
    fields = ArrayField(models.CharField(max_length=64), default=list)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["municipality", "at"], name="audit_by_municipality"),
            models.Index(fields=["object_kind", "object_id"], name="audit_by_object"),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(verb=""), name="audit_act_has_verb"),
            models.CheckConstraint(
                condition=~models.Q(object_kind="") & ~models.Q(object_id=""), name="audit_act_has_object"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.object_kind} {self.object_id}"
