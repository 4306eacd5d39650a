"""Reads of the people of a place, for whoever gives roles there."""

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet

from lapotne.apps.accounts.models import Role, RoleKind, User
from lapotne.apps.accounts.permissions import roles_of
from lapotne.apps.accounts.queries.second_factors import FACTORS
from lapotne.apps.municipalities.models import Country, Municipality


def roles_in(place: Municipality | Country) -> QuerySet[Role]:
    """Bound to just this place, with their people and whether those have a second factor."""
    here = Q(municipality=place) if isinstance(place, Municipality) else Q(country=place)
    factors = Authenticator.objects.filter(user=OuterRef("user"), type__in=FACTORS)
    found = Role.objects.filter(here).select_related("user", "municipality__country", "country")
    return found.annotate(has_second_factor=Exists(factors)).order_by("kind", "institution", "user__name", "pk")


def kinds_in(town: Municipality) -> set[tuple[str, str]]:
    """Which roles of a town somebody has: kind and institution, nobody named."""
    found = Role.objects.filter(municipality=town, user__is_active=True)
    return set(found.values_list("kind", "institution"))


def role(number: int) -> Role | None:
    return Role.objects.filter(pk=number).select_related("user", "municipality__country", "country").first()


def person(number: int) -> User | None:
    return User.objects.filter(pk=number, is_active=True).first()


def by_name_or_email(written: str) -> User | None:
    """By user name as it is, or by an e-mail that only one has."""
    found = list(User.objects.filter(Q(username=written) | Q(email__iexact=written), is_active=True)[:2])
    return found[0] if len(found) == 1 else next((user for user in found if user.username == written), None)


def is_taken(username: str, email: str) -> bool:
    return User.objects.filter(Q(username__iexact=username) | Q(email__iexact=email)).exists()


def towns_coordinated(user: User) -> list[Municipality]:
    """All municipalities of the countries whose national coordinator somebody is."""
    national = [role.country_id for role in roles_of(user) if role.kind == RoleKind.NATIONAL_COORDINATOR]
    return list(Municipality.objects.filter(country__in=national).select_related("country")) if national else []


def only_member_with(emails: list[str]) -> User | None:
    """The one person with a role and one of these addresses; nobody where there are two."""
    if not emails:
        return None
    one_of = Q()
    for email in emails:
        one_of |= Q(email__iexact=email)
    found = list(User.objects.filter(one_of, is_active=True, roles__isnull=False).distinct()[:2])
    return found[0] if len(found) == 1 else None
