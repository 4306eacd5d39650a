"""One row for every act: names of fields, never their values; written once, never changed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Act(models.Model):
    """Who did what to which object, when; the database refuses to change or delete it.

    `by` is the number of an account, none where the product itself acted.
    """

    at = models.DateTimeField()
    # A number and no reference, so that the record may lie in a database of its own and outlives an account.
    by = models.BigIntegerField(null=True, db_column="by_id")
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
