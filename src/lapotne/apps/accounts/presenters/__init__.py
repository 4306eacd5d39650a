"""How a role is shown to the person who has it, and where they give roles themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from lapotne.apps.accounts.models import Role, RoleKind
from lapotne.apps.municipalities import presenters as municipalities
from lapotne.apps.municipalities.models import Municipality


@dataclass(frozen=True)
class ShownRole:
    kind: str | Promise
    place: str
    institution: str
    people: str
    """Where the roles of this place are given, for whoever gives them by this role; else nothing."""


@dataclass(frozen=True)
class ShownTown:
    name: str
    people: str


def shown(roles: Iterable[Role], language: str) -> list[ShownRole]:
    return [
        ShownRole(RoleKind(role.kind).label, place(role, language), role.institution, address_of_people(role))
        for role in roles
    ]


def place(role: Role, language: str) -> str:
    if role.municipality:
        return municipalities.name(role.municipality, language)
    return municipalities.called(role.country.names, language, role.country.code)


def address_of_people(role: Role) -> str:
    if role.kind == RoleKind.COORDINATOR:
        return reverse("accounts:town_people", args=[role.municipality.key])
    if role.kind == RoleKind.NATIONAL_COORDINATOR:
        return reverse("accounts:country_people", args=[role.country.code])
    return ""


def shown_towns(towns: Iterable[Municipality], language: str) -> list[ShownTown]:
    """In the order of the reader's alphabet."""
    named = municipalities.in_order(towns, language)
    return [ShownTown(said, reverse("accounts:town_people", args=[town.key])) for town, said in named]
