"""What a search may find in each language, and the forms of words by which it is found."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lapotne.apps.municipalities.models import Municipality


class FindableKind(models.TextChoices):
    PAGE = "page", _("page")
    INSTITUTION = "institution", _("institution")
    NEED = "need", _("what is needed")


class Findable(models.Model):
    """A page, an institution or a need in one language; `words` holds the base forms, those of the title first.

    Whether it may be read is for whoever shows it to say: this is made from what was public when it was written.
    """

    kind = models.CharField(max_length=16, choices=FindableKind)
    key = models.CharField(max_length=200, help_text="of the page or need; of an institution: its town's, then its own")
    language = models.CharField(max_length=8)
    title = models.TextField()
    title_language = models.CharField(max_length=8, blank=True, help_text="where a name isn't in the language itself")
    text = models.TextField(blank=True)
    municipality = models.ForeignKey(Municipality, null=True, on_delete=models.CASCADE, related_name="+")
    words = SearchVectorField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "language", "key"], name="findable_once_in_a_language"),
            models.CheckConstraint(condition=~Q(title=""), name="findable_has_a_title"),
        ]
        indexes = [GinIndex(fields=["words"], name="findable_words")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} {self.language}"


class WordForm(models.Model):
    """A form of a word and the base that stands for all its forms; only words that something findable has."""

    language = models.CharField(max_length=8)
    form = models.CharField(max_length=200)
    base = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "form", "base"], name="word_form_once"),
            # In a vector and in a query either would end the word.
            models.CheckConstraint(
                condition=~Q(base__contains="'") & ~Q(base__contains="\\") & ~Q(base=""),
                name="word_form_base_is_a_word",
            ),
        ]
        indexes = [models.Index(fields=["language", "base"], name="word_form_by_base")]

    def __str__(self) -> str:
        return f"{self.language} {self.form} {self.base}"
