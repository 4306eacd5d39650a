"""Reads of people and their roles."""

from django.db.models import QuerySet

from lapotne.apps.accounts.models import Role, User
from lapotne.apps.municipalities.models import Municipality

DEMO_NAMES = "demo-"
"""How the names of a demo's people begin."""


def roles(user: User) -> QuerySet[Role]:
    """Somebody's roles with their places."""
    chosen = Role.objects.filter(user=user).select_related("municipality__country", "country")
    return chosen.order_by("kind", "pk")


def by_name(username: str) -> User | None:
    return User.objects.filter(username=username).first()


def home(user: User) -> Municipality | None:
    """The town a person's workspace opens with, if a role binds them to one."""
    role = roles(user).filter(municipality__isnull=False).first()
    return role.municipality if role else None


def demo_people() -> QuerySet[User]:
    """The accounts that only a demo has, by their names."""
    return User.objects.filter(username__startswith=DEMO_NAMES).order_by("username")
