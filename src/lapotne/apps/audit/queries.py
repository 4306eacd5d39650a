"""Reads of the record of acts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from lapotne.apps.audit.models import Act

PAGE = 100


@dataclass(frozen=True)
class RecordFilter:
    """Which acts are asked for; what is empty asks for all. `since` is included, `until` isn't."""

    verb: str = ""
    username: str = ""
    since: datetime | None = None
    until: datetime | None = None


def of_municipality(municipality: str) -> QuerySet[Act]:
    """The acts of one town, newest first."""
    return of_municipalities([municipality])


def of_municipalities(keys: Iterable[str]) -> QuerySet[Act]:
    return everywhere().filter(municipality__in=list(keys))


def of_no_municipality(people: Iterable[int]) -> QuerySet[Act]:
    """What these people did that concerns no town, such as ending a session."""
    return everywhere().filter(municipality="", by__in=list(people))


def everywhere() -> QuerySet[Act]:
    """All acts with who did them, newest first."""
    return Act.objects.select_related("by").order_by("-at", "-pk")


def matching(acts: QuerySet[Act], asked: RecordFilter) -> QuerySet[Act]:
    conditions = {
        "verb": asked.verb,
        "by__username": asked.username,
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
