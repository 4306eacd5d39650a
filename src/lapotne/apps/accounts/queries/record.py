"""Reads of the record of acts, by the place that somebody answers for. It may lie in another database than accounts."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from lapotne.apps.accounts.models import User
from lapotne.apps.audit import queries as audit
from lapotne.apps.audit.models import Act
from lapotne.apps.municipalities.models import Country, Municipality


def acts_in(place: Municipality | Country) -> QuerySet[Act]:
    """A town's own acts; a country's are those of its towns, and what its people did that concerns no town."""
    if isinstance(place, Municipality):
        return audit.of_municipality(place.key)
    keys = Municipality.objects.filter(country=place).values_list("key", flat=True)
    people = User.objects.filter(Q(roles__country=place) | Q(roles__municipality__country=place))
    return audit.of_municipalities_and_people(list(keys), list(people.values_list("pk", flat=True).distinct()))


def people_in(acts: QuerySet[Act]) -> list[User]:
    """Whoever did one of these acts, by name."""
    numbers = list(acts.order_by().values_list("by", flat=True).distinct())
    return list(User.objects.filter(pk__in=numbers).order_by("name", "username"))


def verbs_in(acts: QuerySet[Act]) -> list[str]:
    return sorted(acts.order_by().values_list("verb", flat=True).distinct())


def people_by_number(acts: Iterable[Act]) -> dict[int, User]:
    """Who did these acts; an account that is gone isn't among them."""
    return User.objects.in_bulk({act.by for act in acts if act.by})
