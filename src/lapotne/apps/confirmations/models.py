"""What institutions are asked, the links they answer by, their answers, and what the town made of them."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lapotne.apps.municipalities.models import Municipality


class Asking(models.Model):
    """A town asks one of its institutions whether its entries are still right.

    It ends when every entry has its answer, or when the town takes it back.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    institution = models.CharField(max_length=128, help_text="its key in the town's mechanism")
    language = models.CharField(max_length=8, help_text="the language of the letters")
    due = models.DateField(help_text="the day by which the town would like the answers")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "institution"], condition=Q(ended_at=None), name="asking_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.institution}"


class Link(models.Model):
    """One link of an asking; a newer one ends it. The token is kept nowhere: a copy of the table opens nothing."""

    asking = models.ForeignKey(Asking, on_delete=models.PROTECT, related_name="links")
    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the token")
    at = models.DateTimeField()
    expires_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True, help_text="empty where it was handed over by hand")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["asking"], condition=Q(ended_at=None), name="link_alive_once"),
        ]

    def __str__(self) -> str:
        return f"{self.asking_id} {self.at}"


class AnswerKind(models.TextChoices):
    RIGHT = "right"
    CHANGED = "changed"
    LATER = "later"


class Answer(models.Model):
    """What an institution answered about one entry: once for good, and before that once that it will later."""

    asking = models.ForeignKey(Asking, on_delete=models.PROTECT, related_name="answers")
    entry = models.CharField(max_length=200, help_text="section and key: services/beds")
    kind = models.CharField(max_length=8, choices=AnswerKind)
    words = models.CharField(max_length=1000, blank=True, help_text="what is right instead")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["asking", "entry"], condition=~Q(kind=AnswerKind.LATER), name="answer_for_good_once"
            ),
            models.UniqueConstraint(
                fields=["asking", "entry"], condition=Q(kind=AnswerKind.LATER), name="answer_later_once"
            ),
            models.CheckConstraint(
                condition=Q(kind=AnswerKind.CHANGED) & ~Q(words="") | ~Q(kind=AnswerKind.CHANGED) & Q(words=""),
                name="answer_of_a_change_says_which",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asking_id} {self.entry} {self.kind}"


class Decision(models.Model):
    """What the town made of a change that an institution proposed."""

    answer = models.OneToOneField(Answer, on_delete=models.PROTECT, related_name="decision")
    taken = models.BooleanField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.answer_id} {self.taken}"
