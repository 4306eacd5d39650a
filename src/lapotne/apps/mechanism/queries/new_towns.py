"""A town's first mechanism: who may make one, where there is none yet, and which bodies the country gives each town."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lapotne.apps.accounts.models import RoleKind, User
from lapotne.apps.accounts.permissions import roles_of
from lapotne.apps.mechanism.queries.desks import Desk, Raw
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities import queries as municipalities
from lapotne.apps.municipalities.models import Municipality
from lapotne.domain.coverage.asking import Question, ask, week_of
from lapotne.domain.coverage.states import picture
from lapotne.domain.mechanism.needs import Need
from lapotne.domain.mechanism.offers import Level
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import MINUTES_IN_HOUR, wall_time

COMMON = ("woman", "man", "woman-with-child", "man-labour-no-papers", "girl-16", "boy-15")
"""Profiles that every town meets first; those that the reference lacks are left out."""
NIGHT_FROM, NIGHT_UNTIL = 22, 8
OFFICE_FROM, OFFICE_UNTIL = 9, 16
SATURDAY = 5
BY_DAY, AT_NIGHT, AT_WEEKENDS = "day", "night", "weekend"


def without_mechanism(user: User, today: date) -> list[Municipality]:
    """Municipalities of today without a mechanism that this person may make one for."""
    open_to = municipalities.on(today).filter(layer__isnull=True)
    roles = roles_of(user)
    countries = [role.country_id for role in roles if role.kind == RoleKind.NATIONAL_COORDINATOR]
    towns = [role.municipality_id for role in roles if role.kind == RoleKind.COORDINATOR]
    return list((open_to.filter(country__in=countries) | open_to.filter(pk__in=towns)).distinct())


def is_open_to(user: User) -> bool:
    """Whether making towns is this person's business at all."""
    kinds = {role.kind for role in roles_of(user)}
    return bool(kinds & {RoleKind.NATIONAL_COORDINATOR, RoleKind.COORDINATOR})


def template(desk: Desk) -> Mapping[str, Raw]:
    """The bodies of first contact that the country gives every municipality, by key."""
    found = desk.upper.section("institutions")
    return {key: body for key, body in found.items() if body.get("level") == Level.LOCAL}


def may_make(user: User, municipality: Municipality) -> bool:
    """Whether this person may make the first mechanism of a municipality."""
    return any(
        (role.kind == RoleKind.NATIONAL_COORDINATOR and role.country_id == municipality.country_id)
        or (role.kind == RoleKind.COORDINATOR and role.municipality_id == municipality.pk)
        for role in roles_of(user)
    )


@dataclass(frozen=True)
class Outlook:
    """How far a need is met in a week for the common profiles: the worst state of each part of it."""

    need: Need
    by_day: State
    at_night: State
    at_weekends: State
    is_met: Mapping[str, bool]


def outlook(desk: Desk, document: Raw) -> list[Outlook]:
    """Every need of the week that begins now, as it would be with a document."""
    known = reference()
    profiles = [known.profiles[key] for key in COMMON if key in known.profiles]
    first, end = week_of(desk.today)
    mechanism = desk.mechanism_with(document)
    town = ask(mechanism, Question(tuple(known.needs.values()), profiles, first, end, desk.today)).town
    worst: dict[str, dict[str, State]] = {}
    for need, _profile, cell in town.each():
        hours = picture(cell, town.period, MINUTES_IN_HOUR)
        for part, state in _parts(hours, town.period.start_minute, town.period.zone):
            parts = worst.setdefault(need.key, {})
            parts[part] = min(state, parts.get(part, State.COVERED))
    return [_outlook(known.needs[key], parts) for key, parts in worst.items()]


def _outlook(need: Need, parts: Mapping[str, State]) -> Outlook:
    enough = State.BY_PHONE if need.call_meets else State.COVERED
    states = {part: parts.get(part, State.NOBODY) for part in (BY_DAY, AT_NIGHT, AT_WEEKENDS)}
    met = {part: state >= enough for part, state in states.items()}
    return Outlook(need, states[BY_DAY], states[AT_NIGHT], states[AT_WEEKENDS], met)


def _parts(hours: Iterable[State], start: int, zone: str) -> Iterable[tuple[str, State]]:
    for number, state in enumerate(hours):
        wall = wall_time(start + number * MINUTES_IN_HOUR, zone)
        if wall.hour >= NIGHT_FROM or wall.hour < NIGHT_UNTIL:
            yield AT_NIGHT, state
        elif wall.weekday() >= SATURDAY:
            yield AT_WEEKENDS, state
        elif OFFICE_FROM <= wall.hour < OFFICE_UNTIL:
            yield BY_DAY, state
