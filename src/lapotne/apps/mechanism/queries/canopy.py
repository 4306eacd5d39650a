"""Reads of one town's canopy: its week and its year for one imagined person, and what holes others meet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lapotne.apps.mechanism.queries import towns
from lapotne.apps.mechanism.queries.neighbours import offers_elsewhere
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities.models import Municipality
from lapotne.domain.coverage.asking import Asked, Question, ask
from lapotne.domain.coverage.findings import Finding, ToConfirm, WeakPoint, findings, to_confirm, weak_points
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Offer
from lapotne.domain.mechanism.towns import Mechanism

type Days = tuple[date, date]
"""From which local day to before which."""


@dataclass(frozen=True)
class Canopy:
    """A town's canopy for one profile; computed where it is asked for, everything from the same mechanism."""

    municipality: Municipality
    mechanism: Mechanism
    profile: Profile
    today: date
    days_of_week: Days
    days_of_year: Days

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """The needs this profile may have, in the order of the reference."""
        return tuple(need for need in reference().needs.values() if need.applies(self.profile))

    @cached_property
    def week(self) -> Asked:
        return self._asked(self.days_of_week, (self.profile,))

    @cached_property
    def year(self) -> Asked:
        return self._asked(self.days_of_year, (self.profile,))

    @cached_property
    def everybody(self) -> Asked:
        """The year for all profiles."""
        return self._asked(self.days_of_year, tuple(reference().profiles.values()))

    @cached_property
    def findings(self) -> list[Finding]:
        """The holes of the year for this profile, the longest first."""
        return findings(self.year.town, self.year.evaluator, self.elsewhere)

    @cached_property
    def findings_of_everybody(self) -> list[Finding]:
        return findings(self.everybody.town, self.everybody.evaluator)

    @cached_property
    def weak_points(self) -> list[WeakPoint]:
        return weak_points(self.year.town, self.year.evaluator.calendar)

    @cached_property
    def to_confirm(self) -> list[ToConfirm]:
        return [found for found in to_confirm(self.mechanism, self.today) if found.offer.serves]

    @cached_property
    def elsewhere(self) -> tuple[Offer, ...]:
        return offers_elsewhere(self.municipality, self.today)

    def _asked(self, days: Days, profiles: tuple[Profile, ...]) -> Asked:
        needs = tuple(reference().needs.values())
        return ask(self.mechanism, Question(needs, profiles, *days, self.today))


def canopy(municipality: Municipality, profile: str, today: date, week: Days, year: Days) -> Canopy:
    """The canopy of a town; an unknown profile is the one that meets most holes among the plainest."""
    mechanism = towns.mechanism(municipality, today)
    known = reference().profiles
    person = known.get(profile) or _worst_off(mechanism, today, year)
    return Canopy(municipality, mechanism, person, today, week, year)


PLAINEST = ("woman", "man", "woman-with-child", "girl-16")
"""Profiles that a page offers first: most people know somebody like them."""


def plainest() -> tuple[Profile, ...]:
    known = reference().profiles
    found = tuple(known[key] for key in PLAINEST if key in known)
    return found or tuple(known.values())[: len(PLAINEST)]


def _worst_off(mechanism: Mechanism, today: date, year: Days) -> Profile:
    people = plainest()[:2]
    asked = ask(mechanism, Question(tuple(reference().needs.values()), people, *year, today))
    missing = {person.key: 0 for person in people}
    for _need, person, cell in asked.town.each():
        missing[person.key] += int(cell.measured.by_hour.sum())
    return max(people, key=lambda person: missing[person.key])
