"""How the people of a place stand in its list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lapotne.apps.accounts import permissions
from lapotne.apps.accounts.models import Role, RoleKind, User
from lapotne.apps.municipalities import presenters as municipalities
from lapotne.apps.municipalities.models import Country, Municipality


@dataclass(frozen=True)
class ShownPerson:
    role: int
    person: int
    name: str
    username: str
    kind: str | Promise
    institution: str
    has_second_factor: bool
    may_be_reset: bool
    is_reader: bool


def shown(roles: Iterable[Role], reader: User, institutions: Mapping[str, str]) -> list[ShownPerson]:
    return [
        ShownPerson(
            role=role.pk,
            person=role.user_id,
            name=str(role.user),
            username=role.user.username,
            kind=RoleKind(role.kind).label,
            institution=institutions.get(role.institution, role.institution),
            has_second_factor=role.has_second_factor,
            is_reader=role.user_id == reader.pk,
            may_be_reset=role.has_second_factor and reader.has_perm(permissions.RESET_SECOND_FACTOR, role.user),
        )
        for role in roles
    ]


def name(place: Municipality | Country, language: str) -> str:
    if isinstance(place, Municipality):
        return municipalities.name(place, language)
    return municipalities.called(place.names, language, place.code)


def leading(place: Municipality | Country) -> dict[str, str]:
    """The addresses of the people of a place and of what was done there."""
    kind, key = ("town", place.key) if isinstance(place, Municipality) else ("country", place.code)
    return {part: reverse(f"accounts:{kind}_{part}", args=[key]) for part in ("people", "record")}


def told(user: User, *, is_new: bool) -> str:
    """What happened, and how somebody with a new account gets in."""
    if not is_new:
        return _("{name} has the role now.").format(name=user)
    if settings.SENDS_LETTERS:
        return _("{name} has an account now, and gets a letter with a link to set a password.").format(name=user)
    return _(
        "{name} has an account now. No letters are sent from here: ask whoever runs the site to set a first password."
    ).format(name=user)
