"""Writes about people: an account is made, a role is given or taken, each leaving its act."""

from datetime import datetime

from django.db import transaction

from lapotne.apps.accounts.models import Role, RoleKind, User
from lapotne.apps.audit import actions as audit
from lapotne.apps.municipalities.models import Country, Municipality

LEADING = (RoleKind.COORDINATOR, RoleKind.NATIONAL_COORDINATOR)
"""Who gives roles: without one of them a place has nobody who lets others in."""


class LastOneError(ValueError):
    """Somebody would take their own role, and nobody would be left to give it back."""


@transaction.atomic
def open_account(
    *, by: User | None, at: datetime, username: str, name: str, email: str = "", password: str | None = None
) -> User:
    """Make an account; without a password nobody can sign in with it yet."""
    user = User.objects.create_user(username=username, email=email, password=password, name=name)
    audit.record(at=at, by=by, verb="open_account", subject=user, fields=["username", "name", "email"])
    return user


@transaction.atomic
def give_role(
    *,
    by: User | None,
    at: datetime,
    user: User,
    kind: str,
    municipality: Municipality | None = None,
    country: Country | None = None,
    institution: str = "",
) -> Role:
    """Bind somebody to a place; the database refuses a role bound to the wrong kind of place."""
    role = Role.objects.create(
        user=user, kind=kind, municipality=municipality, country=country, institution=institution
    )
    key = municipality.key if municipality else ""
    audit.record(at=at, by=by, verb="give_role", subject=role, municipality=key, fields=["kind"])
    return role


@transaction.atomic
def take_role(*, by: User | None, at: datetime, role: Role) -> None:
    """End a role at once; raises LastOneError for one's own that is the last of its kind in its place."""
    if by is not None and by.pk == role.user_id and _is_last_leading(role):
        raise LastOneError
    key = role.municipality.key if role.municipality else ""
    audit.record(at=at, by=by, verb="take_role", subject=role, municipality=key, fields=["kind"])
    role.delete()


def _is_last_leading(role: Role) -> bool:
    """Locks its like, so that two who leave together don't each see the other stay."""
    like = Role.objects.select_for_update().filter(kind=role.kind, municipality=role.municipality, country=role.country)
    return role.kind in LEADING and len(like) == 1
