"""Reads of the record of acts, by the place that somebody answers for."""

from django.db.models import Q, QuerySet

from lapotne.apps.accounts.models import User
from lapotne.apps.audit import queries as audit
from lapotne.apps.audit.models import Act
from lapotne.apps.municipalities.models import Country, Municipality


def acts_in(place: Municipality | Country) -> QuerySet[Act]:
    """A town's own acts; a country's are those of its towns, and what its people did that concerns no town."""
    if isinstance(place, Municipality):
        return audit.of_municipality(place.key)
    keys = Municipality.objects.filter(country=place).values("key")
    people = User.objects.filter(Q(roles__country=place) | Q(roles__municipality__country=place)).values("pk")
    # Asked for inside the statement, for a country has thousands of acts and some hundred towns.
    return audit.everywhere().filter(Q(municipality__in=keys) | Q(municipality="", by__in=people))


def people_in(acts: QuerySet[Act]) -> list[User]:
    """Whoever did one of these acts, by name."""
    return list(User.objects.filter(pk__in=acts.order_by().values("by")).order_by("name", "username"))


def verbs_in(acts: QuerySet[Act]) -> list[str]:
    return sorted(acts.order_by().values_list("verb", flat=True).distinct())
