"""Reads of the record of acts."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from lapotne.apps.audit.models import Act

PAGE = 100


@dataclass(frozen=True)
class RecordFilter:
    """Which acts are asked for; what is empty asks for all. `since` is included, `until` isn't."""

    verb: str = ""
    by: int | None = None
    since: datetime | None = None
    until: datetime | None = None


def of_municipality(municipality: str) -> QuerySet[Act]:
    """The acts of one town, newest first."""
    return everywhere().filter(municipality=municipality)


def of_municipalities_and_people(keys: list[str], people: list[int]) -> QuerySet[Act]:
    """What concerns these municipalities, and what these people did that concerns none, such as ending a session."""
    return everywhere().filter(Q(municipality__in=keys) | Q(municipality="", by__in=people))


def everywhere() -> QuerySet[Act]:
    """All acts, newest first."""
    return Act.objects.order_by("-at", "-pk")


def matching(acts: QuerySet[Act], asked: RecordFilter) -> QuerySet[Act]:
    conditions = {
        "verb": asked.verb,
        "by": asked.by,
        "at__gte": asked.since,
        "at__lt": asked.until,
    }
    return acts.filter(**{name: value for name, value in conditions.items() if value})


def page(acts: QuerySet[Act], before: int | None) -> tuple[list[Act], int | None]:
    """At most PAGE acts older than that numbered `before`, and the number to go on from where there are more."""
    last = acts.filter(pk=before).first() if before else None
    if last is not None:
        acts = acts.filter(Q(at__lt=last.at) | Q(at=last.at, pk__lt=last.pk))
    found = list(acts[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None
