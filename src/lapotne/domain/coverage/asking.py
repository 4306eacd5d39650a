"""The usual question: one town's coverage over some local days, with the step and holidays that it needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lapotne.domain.coverage.evaluation import Evaluator, TownCoverage
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.timetables import timetable_of
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.moments.openings import Period, step_for
from lapotne.domain.moments.public_holidays import public_holidays

DAYS_IN_WEEK = 7


@dataclass(frozen=True)
class Asked:
    """A town's coverage together with what computed it, for who stands behind each moment."""

    town: TownCoverage
    evaluator: Evaluator


@dataclass(frozen=True, slots=True)
class Question:
    """For which needs and profiles, from which local day to before which, judged on which day."""

    needs: Sequence[Need]
    profiles: Sequence[Profile]
    first: date
    end: date
    asked_on: date


def ask(mechanism: Mechanism, question: Question) -> Asked:
    """Evaluate one town exactly, in the largest steps that its hours allow."""
    evaluator = evaluator_for([mechanism], question)
    return Asked(evaluator.town(mechanism), evaluator)


def evaluator_for(mechanisms: Iterable[Mechanism], question: Question, *, keep_levels: bool = True) -> Evaluator:
    """An evaluator for towns of one country and time zone; raises UnknownCountryError without a calendar for it."""
    towns = list(mechanisms)
    timetables = (
        timetable_of(offer, availability)
        for town in towns
        for offer in town.offers
        for availability in offer.availabilities
    )
    here = towns[0].municipality
    period = Period(
        here.time_zone,
        question.first,
        question.end,
        step_for(timetables),
        max((need.within_hours for need in question.needs), default=0),
        holidays_around(here.country, question.first, question.end),
    )
    return Evaluator(question.needs, question.profiles, period, question.asked_on, keep_levels=keep_levels)


def holidays_around(country: str, first: date, end: date) -> frozenset[date]:
    """The public holidays of all years that a period and its edges touch."""
    return public_holidays(country, range(first.year - 1, end.year + 2))


def week_of(day: date) -> tuple[date, date]:
    """The Monday of a day's week, and the Monday after."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=DAYS_IN_WEEK)
