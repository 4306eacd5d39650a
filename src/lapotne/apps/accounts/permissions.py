"""Who may do what, as predicates on a user and a municipality.

All staff read every mechanism, to compare; editing, drafts and staff-only contacts stay at home.
"""

import rules

from lapotne.apps.accounts.models import Role, RoleKind, User
from lapotne.apps.municipalities.models import Country, Municipality

EDIT_MECHANISM = "mechanism.edit"
EDIT_INSTITUTION = "mechanism.edit_institution"
READ_MECHANISM = "mechanism.read"
READ_DRAFTS = "mechanism.read_drafts"
SEE_COUNTRY = "mechanism.see_country"
MANAGE_PEOPLE = "accounts.manage_people"
MANAGE_COUNTRY = "accounts.manage_country"
READ_RECORD = "accounts.read_record"
READ_RECORD_OF_COUNTRY = "accounts.read_record_of_country"
RESET_SECOND_FACTOR = "accounts.reset_second_factor"

OF_CONTENT = (RoleKind.CONTENT_EDITOR, RoleKind.CONTENT_REVIEWER)
AT_HOME = (RoleKind.COORDINATOR, RoleKind.INSTITUTION_EDITOR, RoleKind.NATIONAL_COORDINATOR, RoleKind.VIEWER)
"""Who reads drafts and what only staff see, at the place of their role; a new kind reads neither."""

STAFF = (*AT_HOME, *OF_CONTENT)
"""Who reads every town's mechanism, to compare."""


def roles_of(user: User) -> list[Role]:
    """The roles, read once per request: the user object lives as long."""
    if not user.is_authenticated:
        return []
    if not hasattr(user, "_roles_read"):
        user._roles_read = list(user.roles.select_related("municipality__country", "country"))  # noqa: SLF001
    return user._roles_read  # noqa: SLF001


@rules.predicate
def is_staff_member(user: User) -> bool:
    return any(role.kind in STAFF for role in roles_of(user))


@rules.predicate
def is_coordinator(user: User, municipality: Municipality | None) -> bool:
    return municipality is not None and any(
        role.kind == RoleKind.COORDINATOR and role.municipality_id == municipality.pk for role in roles_of(user)
    )


@rules.predicate
def is_national_coordinator(user: User) -> bool:
    return any(role.kind == RoleKind.NATIONAL_COORDINATOR for role in roles_of(user))


@rules.predicate
def cares_for_texts(user: User) -> bool:
    return any(role.kind in OF_CONTENT for role in roles_of(user))


@rules.predicate
def cares_for_texts_alone(user: User) -> bool:
    return bool(roles_of(user)) and all(role.kind in OF_CONTENT for role in roles_of(user))


@rules.predicate
def is_at_home(user: User, municipality: Municipality | None) -> bool:
    """Bound to this municipality, or to the country it lies in, by more than the care for the site's texts."""
    return municipality is not None and any(
        (role.municipality_id == municipality.pk or role.country_id == municipality.country_id) and role.kind in AT_HOME
        for role in roles_of(user)
    )


@rules.predicate
def edits_an_institution(user: User, municipality: Municipality | None) -> bool:
    return municipality is not None and bool(institutions_edited(user, municipality))


def institutions_edited(user: User, municipality: Municipality) -> set[str]:
    """The keys of the institutions of this town that the user may edit without being its coordinator."""
    return {
        role.institution
        for role in roles_of(user)
        if role.kind == RoleKind.INSTITUTION_EDITOR and role.municipality_id == municipality.pk
    }


@rules.predicate
def coordinates_country(user: User, country: Country | None) -> bool:
    return country is not None and _coordinates(user, country.pk)


@rules.predicate
def coordinates_country_of(user: User, municipality: Municipality | None) -> bool:
    return municipality is not None and _coordinates(user, municipality.country_id)


def _coordinates(user: User, country_id: int) -> bool:
    return any(role.kind == RoleKind.NATIONAL_COORDINATOR and role.country_id == country_id for role in roles_of(user))


def gives(user: User, role: Role) -> bool:
    """Whether somebody gives and takes roles in the place of this one."""
    if role.municipality:
        return user.has_perm(MANAGE_PEOPLE, role.municipality)
    return user.has_perm(MANAGE_COUNTRY, role.country)


@rules.predicate
def gives_all_roles_of(user: User, colleague: User | None) -> bool:
    """Not for oneself, and not where the colleague answers to somebody else as well."""
    roles = roles_of(colleague) if colleague is not None and colleague.pk != user.pk else []
    return bool(roles) and all(gives(user, role) for role in roles)


rules.add_perm(MANAGE_PEOPLE, is_coordinator | coordinates_country_of)
rules.add_perm(MANAGE_COUNTRY, coordinates_country)
rules.add_perm(READ_RECORD, is_coordinator | coordinates_country_of)
rules.add_perm(READ_RECORD_OF_COUNTRY, coordinates_country)
rules.add_perm(RESET_SECOND_FACTOR, gives_all_roles_of)
rules.add_perm(READ_MECHANISM, is_staff_member)
rules.add_perm(SEE_COUNTRY, is_staff_member)
rules.add_perm(READ_DRAFTS, is_at_home)
rules.add_perm(EDIT_MECHANISM, is_coordinator)
rules.add_perm(EDIT_INSTITUTION, is_coordinator | edits_an_institution)
