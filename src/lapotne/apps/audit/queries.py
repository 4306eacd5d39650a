"""Reads of the record of acts."""

from django.db.models import QuerySet

from lapotne.apps.audit.models import Act


def of_municipality(municipality: str) -> QuerySet[Act]:
    """The acts of one town, newest first."""
    return Act.objects.filter(municipality=municipality).order_by("-at", "-pk")
