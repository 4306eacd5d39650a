"""Hypothesis strategies for situations: a mechanism, needs, profiles, a period and its holidays."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations, combinations_with_replacement

from hypothesis import strategies as st

from lapotne.domain.dated import Valid
from lapotne.domain.mechanism.conditions import ADULT, CHILD, AgeRange, Allowed, Condition, Conditions, Fact
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import (
    Availability,
    Closure,
    Confirmation,
    Institution,
    Level,
    Offer,
    OfferKind,
    OnHolidays,
    Places,
)
from lapotne.domain.mechanism.states import Mode
from lapotne.domain.mechanism.towns import Mechanism, Municipality
from tests.oracle.coverage import Asked, Period
from tests.oracle.drawing import chosen, number, once_in, some
from tests.oracle.hours import Hours
from tests.oracle.written_hours import Days, hours_text

ZONES = ("Europe/Riga", "Europe/Riga", "Europe/Lisbon", "Asia/Tbilisi")
TURNING_DAYS = (
    date(2026, 10, 25),  # clocks go back
    date(2027, 3, 28),  # clocks go forward, on Easter Sunday
    date(2027, 10, 31),
    date(2028, 3, 26),
    date(2027, 1, 1),
    date(2028, 2, 29),
    date(2026, 11, 18),
    date(2027, 6, 24),
)
CODES: dict[str, tuple[str, ...]] = {
    "sex": ("female", "male", "other"),
    "exploitation": ("sexual", "labour", "begging"),
    "residence": ("citizen", "permit", "none"),
    "identified": ("yes", "no"),
    "proceedings": ("yes", "no"),
    "consents_to_police": ("yes", "no"),
    "children_along": ("yes", "no"),
    "disability": ("yes", "no"),
}
LANGUAGES = ("lv", "ru", "en", "vi")
AGES = (ADULT, CHILD, AgeRange(16, 21), AgeRange(18, 65), AgeRange(0, 14), AgeRange(65, None), AgeRange())
NEED_KEYS = ("bed", "decide", "interpreter")
ATTRIBUTES = ("age", "languages", *CODES)
LEVELS, KINDS, MODES = tuple(Level), tuple(OfferKind), (Mode.IN_PERSON, *Mode)
ON_HOLIDAYS = (None, *OnHolidays)
MEETS = (*[frozenset(NEED_KEYS)] * 3, *(frozenset(pair) for pair in combinations(NEED_KEYS, 2)))
SPOKEN_BY_OFFERS = (None, *(frozenset(LANGUAGES[:size]) for size in range(4)))
TOLERATED_KM = 50.0
TOLERATED_MINUTES = 60
SELDOM = 5
"""What spoils an offer comes once in so many times, so that one isn't spoilt by everything at once."""


def _sets(codes: tuple[str, ...]) -> list[frozenset[str]]:
    return [frozenset(pair) for pair in combinations_with_replacement(codes, 2)]


def _half_unsaid(values: Iterable[Allowed]) -> tuple[Allowed, ...]:
    said = tuple(values)
    return (*[None] * len(said), *said)


def _quarter_unknown(facts: Iterable[Fact]) -> tuple[Fact | None, ...]:
    known = tuple(facts)
    return (*[None] * len(known), *known * 3)


SPOKEN: list[frozenset[str]] = [*[frozenset[str]()] * 5, *_sets(LANGUAGES)]
ADMITTED = {one: _half_unsaid(AGES if one == "age" else _sets(CODES.get(one, LANGUAGES))) for one in ATTRIBUTES}
FACTS = {one: _quarter_unknown(said) for one, said in {**CODES, "age": AGES, "languages": SPOKEN}.items()}


@dataclass(frozen=True)
class Situation:
    """Everything that a question about coverage is asked with."""

    mechanism: Mechanism
    needs: tuple[Need, ...]
    profiles: tuple[Profile, ...]
    period: Period
    asked: Asked


@st.composite
def situations(draw: st.DrawFn, longest: int = 8) -> Situation:
    """Draw a mechanism asked about for up to `longest` local days, often around a clock change."""
    period = drawn_period(draw, longest)
    days = days_around(period)
    asked = Asked(chosen(draw, days), _holidays(draw, days))
    needs = tuple(_need(draw, key) for key in some(draw, NEED_KEYS, 2))
    profiles = tuple(Profile(f"{place}", _facts(draw)) for place in range(number(draw, 1, 2)))
    return Situation(_mechanism(draw, period, asked), needs, profiles, period, asked)


@st.composite
def told_hours(draw: st.DrawFn, longest: int = 8) -> tuple[Hours, Period, frozenset[date]]:
    """Draw hours alone with all that stands beside them, a period to ask about, and its holidays."""
    period = drawn_period(draw, longest)
    days = days_around(period)
    hours = Hours(
        text=_text_or_none(draw, days),
        on_holidays=chosen(draw, ON_HOLIDAYS),
        closures=_closures(draw, days),
        valid=_valid(draw, days),
    )
    return hours, period, _holidays(draw, days)


@st.composite
def texts(draw: st.DrawFn, kind: Callable[[st.DrawFn, Days], str]) -> tuple[str, Period]:
    """Draw a text of hours alone, and the period near which its dates lie."""
    period = drawn_period(draw, 8)
    return kind(draw, days_around(period)), period


def drawn_period(draw: st.DrawFn, longest: int) -> Period:
    """From one local day to `longest`, near a day on which something turns."""
    first = chosen(draw, TURNING_DAYS) + timedelta(days=chosen(draw, (0, -1, -2, 0, 1, -1, 2, -3)))
    length = longest - number(draw, 0, longest - 1)
    return Period(first, first + timedelta(days=length), chosen(draw, ZONES))


def days_around(period: Period) -> list[date]:
    """List the days of the period, four after and two before, which a night or a wait can reach."""
    length = (period.until - period.first).days
    return [period.first + timedelta(days=offset) for offset in (*range(length + 4), -2, -1)]


def _holidays(draw: st.DrawFn, days: Days) -> frozenset[date]:
    """Any days around the period, two running ones among them often."""
    found = {chosen(draw, days) for _ in range(number(draw, 0, 3))}
    if once_in(draw, 2):
        first = chosen(draw, days)
        found |= {first, first + timedelta(days=1)}
    return frozenset(found)


def _mechanism(draw: st.DrawFn, period: Period, asked: Asked) -> Mechanism:
    """One to five institutions with one to eight offers between them."""
    town = Municipality("xa-town", "XA-1", {"en": "Town"}, "xa", period.zone)
    count = number(draw, 1, 5)
    institutions = [
        Institution(f"institution-{place}", "other", level=chosen(draw, LEVELS), layer=f"layer-{place % 2}")
        for place in range(count)
    ]
    offers = [_offer(draw, place, institutions, period, asked) for place in range(number(draw, count, 8))]
    return Mechanism(town, {one.key: one for one in institutions}, tuple(offers))


def _offer(draw: st.DrawFn, place: int, institutions: list[Institution], period: Period, asked: Asked) -> Offer:
    """Draw a plain offer that differs in hours and mode alone, or one that anything may spoil."""
    institution, kind = chosen(draw, institutions), chosen(draw, KINDS)
    is_spoilt, days = once_in(draw, 2), days_around(period)
    availability = _spoilt_availability if is_spoilt else _plain_availability
    plain = Offer(
        key=f"{institution.key}/{kind}-{place}",
        kind=kind,
        institution=institution,
        # A competence meets the need of its name.
        meets=frozenset({"decide"}) if kind is OfferKind.COMPETENCE else chosen(draw, MEETS),
        kilometres=0.0,
        languages=frozenset(LANGUAGES),
        availabilities=tuple(availability(draw, days, asked.on) for _ in range(number(draw, 1, 3))),
    )
    return _spoilt(draw, plain, days) if is_spoilt else plain


def _spoilt(draw: st.DrawFn, plain: Offer, days: Days) -> Offer:
    return replace(
        plain,
        serves=not once_in(draw, 8),
        kilometres=chosen(draw, (0.0, 0.0, 12.5, TOLERATED_KM, TOLERATED_KM + 0.001, None)),
        languages=chosen(draw, SPOKEN_BY_OFFERS),
        eligibility=_conditions(draw) if once_in(draw, SELDOM) else (),
        places=tuple(_places(draw) for _ in range(number(draw, 1, 3))) if once_in(draw, SELDOM) else (),
        valid=_valid(draw, days),
    )


def _plain_availability(draw: st.DrawFn, days: Days, asked_on: date) -> Availability:
    """Draw confirmed hours, mostly in person."""
    return Availability(
        hours=hours_text(draw, days),
        mode=chosen(draw, MODES),
        minutes_to_respond=0,
        confirmation=Confirmation(asked_on - timedelta(days=30), due=asked_on),
    )


def _spoilt_availability(draw: st.DrawFn, days: Days, asked_on: date) -> Availability:
    """Draw hours, mode, minutes, holidays, confirmation and closures, each with its unknowns."""
    return Availability(
        hours=_text_or_none(draw, days),
        mode=chosen(draw, MODES),
        minutes_to_respond=chosen(draw, (0, 15, 15, TOLERATED_MINUTES, TOLERATED_MINUTES + 1, None)),
        on_holidays=chosen(draw, ON_HOLIDAYS),
        confirmation=chosen(draw, _confirmations(asked_on)),
        closures=_closures(draw, days),
    )


@cache
def _confirmations(asked_on: date) -> tuple[Confirmation | None, ...]:
    """Valid twice as often as by a source, or as none, overdue by a day and overdue beside a source."""
    month_ago, yesterday = asked_on - timedelta(days=30), asked_on - timedelta(days=1)
    year_ago = asked_on - timedelta(days=365)
    sourced = [year_ago + timedelta(days=offset) for offset in (-2, -1, 0, 1)]
    valid = [Confirmation(month_ago, due=due) for due in (None, asked_on, asked_on + timedelta(days=1))]
    by_source = [Confirmation(day, source="page") for day in (*sourced, month_ago, date(2027, 2, 28))]
    odd = [None, Confirmation(month_ago, due=yesterday), Confirmation(year_ago, due=asked_on, source="page")]
    return (*valid * 4, *by_source, *odd * 2)


def _closures(draw: st.DrawFn, days: Days) -> tuple[Closure, ...]:
    """None mostly; else a day or a few near the period, or twice that."""
    if not once_in(draw, SELDOM):
        return ()
    firsts = [chosen(draw, days) for _ in range(number(draw, 1, 2))]
    return tuple(Closure(first, first + timedelta(days=number(draw, 0, 3)), "repairs") for first in firsts)


def _valid(draw: st.DrawFn, days: Days) -> Valid:
    """Always mostly; else a validity open at either end, or of some days."""
    if not once_in(draw, SELDOM):
        return Valid()
    since = chosen(draw, days)
    until = since + timedelta(days=number(draw, 0, 6))
    return chosen(draw, (Valid(since, None), Valid(None, until), Valid(since, until)))


def _conditions(draw: st.DrawFn) -> Conditions:
    """One to three attributes, each with what it admits or with nobody having said."""
    return tuple(Condition(one, chosen(draw, ADMITTED[one])) for one in some(draw, ATTRIBUTES, 3))


def _places(draw: st.DrawFn) -> Places:
    """Draw a kind of place: none, some or an unknown number, for everybody or for some."""
    return Places(chosen(draw, (0, 1, 4, None)), _conditions(draw) if once_in(draw, 2) else ())


def _facts(draw: st.DrawFn) -> dict[str, Fact]:
    """Any of the attributes, a missing one being unknown."""
    drawn = {attribute: chosen(draw, facts) for attribute, facts in FACTS.items()}
    return {attribute: fact for attribute, fact in drawn.items() if fact is not None}


def _need(draw: st.DrawFn, key: str) -> Need:
    """Draw a need of a key that offers meet, with every tolerance asked or not."""
    return Need(
        key=key,
        within_hours=chosen(draw, (0, 0, 2, 24, 72)),
        kilometres=chosen(draw, (None, None, TOLERATED_KM, TOLERATED_KM, 0.0)),
        minutes=chosen(draw, (None, None, TOLERATED_MINUTES, TOLERATED_MINUTES, 0)),
        call_meets=once_in(draw, 2),
        in_language=once_in(draw, 3),
        applies_to=_conditions(draw) if once_in(draw, SELDOM) else (),
    )


def _text_or_none(draw: st.DrawFn, days: Days) -> str | None:
    return None if once_in(draw, 11) else hours_text(draw, days)
