"""Hypothesis strategies for situations: a mechanism, needs, profiles, a period and its holidays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

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
from tests.oracle.hours import Hours
from tests.oracle.written_hours import hours_texts

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
TOLERATED_KM = 50.0
TOLERATED_MINUTES = 60


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
    period = draw(periods(longest))
    days = days_around(period)
    asked = Asked(draw(st.sampled_from(days)), draw(holiday_sets(period)))
    needs_drawn = draw(st.lists(needs(), min_size=1, max_size=2, unique_by=lambda need: need.key))
    profiles_drawn = draw(st.lists(profiles(), min_size=1, max_size=2))
    numbered = tuple(Profile(f"{place}", one.facts) for place, one in enumerate(profiles_drawn))
    return Situation(draw(mechanisms(period, asked)), tuple(needs_drawn), numbered, period, asked)


@st.composite
def told_hours(draw: st.DrawFn, longest: int = 8) -> tuple[Hours, Period, frozenset[date]]:
    """Draw hours alone with all that stands beside them, a period to ask about, and its holidays."""
    period = draw(periods(longest))
    hours = Hours(
        text=draw(_mostly_text(period)),
        on_holidays=draw(st.sampled_from([None, None, *OnHolidays])),
        closures=draw(_mostly((), st.lists(closures(period), min_size=1, max_size=2).map(tuple))),
        valid=draw(_mostly(Valid(), validities(period))),
    )
    return hours, period, draw(holiday_sets(period))


@st.composite
def periods(draw: st.DrawFn, longest: int = 8) -> Period:
    """From one local day to `longest`, near a day on which something turns."""
    first = draw(st.sampled_from(TURNING_DAYS)) + timedelta(days=draw(st.integers(-3, 2)))
    return Period(
        first, first + timedelta(days=longest - draw(st.integers(0, longest - 1))), draw(st.sampled_from(ZONES))
    )


def days_around(period: Period) -> list[date]:
    """List the days of the period, two before and four after, which a night or a wait can reach."""
    length = (period.until - period.first).days
    return [period.first + timedelta(days=offset) for offset in range(-2, length + 4)]


def holiday_sets(period: Period) -> st.SearchStrategy[frozenset[date]]:
    """Any days around the period, two running ones among them often."""
    single = st.frozensets(st.sampled_from(days_around(period)), max_size=3)
    running = st.sampled_from(days_around(period)).map(lambda day: frozenset({day, day + timedelta(days=1)}))
    return st.one_of(single, st.builds(frozenset.union, single, running))


@st.composite
def mechanisms(draw: st.DrawFn, period: Period, asked: Asked) -> Mechanism:
    """One to five institutions with one to eight offers between them."""
    town = Municipality("xa-town", "XA-1", {"en": "Town"}, "xa", period.zone)
    count = draw(st.integers(1, 5))
    institutions = [
        Institution(f"institution-{place}", "other", level=draw(st.sampled_from(Level)), layer=f"layer-{place % 2}")
        for place in range(count)
    ]
    drawn = draw(
        st.lists(offers(institutions, period, asked), min_size=count, max_size=8, unique_by=lambda one: one.key)
    )
    return Mechanism(town, {one.key: one for one in institutions}, tuple(drawn))


@st.composite
def offers(draw: st.DrawFn, institutions: Sequence[Institution], period: Period, asked: Asked) -> Offer:
    """Draw a plain offer that differs in hours and mode alone, or one that anything may spoil."""
    institution = draw(st.sampled_from(list(institutions)))
    kind = draw(st.sampled_from(OfferKind))
    meets = draw(st.frozensets(st.sampled_from(NEED_KEYS), min_size=2, max_size=3))
    if kind is OfferKind.COMPETENCE:
        meets = frozenset({"decide"})  # a competence meets the need of its name
    spoiled = draw(st.booleans())
    one = spoilt_availabilities(period, asked) if spoiled else plain_availabilities(period, asked)
    plain = Offer(
        key=f"{institution.key}/{kind}-{draw(st.integers(0, 99))}",
        kind=kind,
        institution=institution,
        meets=meets,
        kilometres=0.0,
        languages=frozenset(LANGUAGES),
        availabilities=tuple(draw(st.lists(one, min_size=1, max_size=3))),
    )
    return draw(_spoilt(plain, period)) if spoiled else plain


@st.composite
def _spoilt(draw: st.DrawFn, plain: Offer, period: Period) -> Offer:
    return replace(
        plain,
        serves=draw(st.sampled_from([True] * 8 + [False])),
        kilometres=draw(st.sampled_from([0.0, 0.0, 12.5, TOLERATED_KM, TOLERATED_KM + 0.001, None])),
        languages=draw(st.sampled_from([None, frozenset(), *(frozenset(LANGUAGES[:size]) for size in (1, 2, 3))])),
        eligibility=draw(_mostly((), conditions())),
        places=draw(_mostly((), st.lists(places(), min_size=1, max_size=3).map(tuple))),
        valid=draw(_mostly(Valid(), validities(period))),
    )


@st.composite
def plain_availabilities(draw: st.DrawFn, period: Period, asked: Asked) -> Availability:
    """Draw confirmed hours, mostly in person."""
    return Availability(
        hours=draw(hours_texts(days_around(period))),
        mode=draw(st.sampled_from([Mode.IN_PERSON, *Mode])),
        minutes_to_respond=0,
        confirmation=Confirmation(asked.on - timedelta(days=30), due=asked.on),
    )


@st.composite
def spoilt_availabilities(draw: st.DrawFn, period: Period, asked: Asked) -> Availability:
    """Draw hours, mode, minutes, holidays, confirmation and closures, each with its unknowns."""
    return Availability(
        hours=draw(_mostly_text(period)),
        mode=draw(st.sampled_from([Mode.IN_PERSON, *Mode])),
        minutes_to_respond=draw(st.sampled_from([0, 15, 15, TOLERATED_MINUTES, TOLERATED_MINUTES + 1, None])),
        on_holidays=draw(st.sampled_from([None, None, *OnHolidays])),
        confirmation=draw(confirmations(asked.on)),
        closures=draw(_mostly((), st.lists(closures(period), min_size=1, max_size=2).map(tuple))),
    )


def confirmations(asked_on: date) -> st.SearchStrategy[Confirmation | None]:
    """None, valid, due on the day of asking, overdue by a day, and the same by a source."""
    month_ago, yesterday = asked_on - timedelta(days=30), asked_on - timedelta(days=1)
    year_ago = asked_on - timedelta(days=365)
    sourced = [year_ago + timedelta(days=offset) for offset in (-2, -1, 0, 1)]
    valid = [Confirmation(month_ago, due=due) for due in (None, asked_on, asked_on + timedelta(days=1))]
    by_source = [Confirmation(day, source="page") for day in (*sourced, month_ago, date(2027, 2, 28))]
    odd = [None, Confirmation(month_ago, due=yesterday), Confirmation(year_ago, due=asked_on, source="page")]
    return st.one_of(st.sampled_from(valid), st.sampled_from(valid), st.sampled_from(by_source), st.sampled_from(odd))


@st.composite
def closures(draw: st.DrawFn, period: Period) -> Closure:
    """Draw a day or a few near the period."""
    first = draw(st.sampled_from(days_around(period)))
    return Closure(first, first + timedelta(days=draw(st.integers(0, 3))), "repairs")


@st.composite
def validities(draw: st.DrawFn, period: Period) -> Valid:
    """Draw a validity open at either end, or of some days."""
    since = draw(st.sampled_from(days_around(period)))
    until = since + timedelta(days=draw(st.integers(0, 6)))
    return draw(st.sampled_from([Valid(since, None), Valid(None, until), Valid(since, until)]))


@st.composite
def conditions(draw: st.DrawFn) -> Conditions:
    """One to three attributes, each with what it admits or with nobody having said."""
    attributes = draw(st.lists(st.sampled_from(["age", "languages", *CODES]), min_size=1, max_size=3, unique=True))
    return tuple(Condition(attribute, draw(_allowed(attribute))) for attribute in attributes)


def _allowed(attribute: str) -> st.SearchStrategy[Allowed]:
    if attribute == "age":
        return st.one_of(st.none(), st.sampled_from(AGES))
    codes = CODES.get(attribute, LANGUAGES)
    return st.one_of(st.none(), st.frozensets(st.sampled_from(codes), min_size=1, max_size=2))


def places() -> st.SearchStrategy[Places]:
    """Draw a kind of place: none, some or an unknown number, for everybody or for some."""
    return st.builds(Places, st.sampled_from([0, 1, 4, None]), st.one_of(st.just(()), conditions()))


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Any of the attributes, a missing one being unknown."""
    facts: dict[str, Fact] = {}
    for attribute, codes in CODES.items():
        if draw(st.integers(0, 3)):
            facts[attribute] = draw(st.sampled_from(codes))
    if draw(st.integers(0, 3)):
        facts["age"] = draw(st.sampled_from(AGES))
    if draw(st.integers(0, 3)):
        facts["languages"] = draw(st.frozensets(st.sampled_from(LANGUAGES), max_size=2))
    return Profile("somebody", facts)


def needs() -> st.SearchStrategy[Need]:
    """Draw a need of a key that offers meet, with every tolerance asked or not."""
    return st.builds(
        Need,
        key=st.sampled_from(NEED_KEYS),
        within_hours=st.sampled_from([0, 0, 2, 24, 72]),
        kilometres=st.sampled_from([None, None, TOLERATED_KM, TOLERATED_KM, 0.0]),
        minutes=st.sampled_from([None, None, TOLERATED_MINUTES, TOLERATED_MINUTES, 0]),
        call_meets=st.booleans(),
        in_language=st.sampled_from([False, False, True]),
        applies_to=_mostly((), conditions()),
    )


@st.composite
def _mostly_text(draw: st.DrawFn, period: Period) -> str | None:
    return draw(hours_texts(days_around(period))) if draw(st.integers(0, 11)) else None


@st.composite
def _mostly[T](draw: st.DrawFn, usual: T, otherwise: st.SearchStrategy[T]) -> T:
    """Draw the usual six times in seven, so that one offer isn't spoiled by everything at once."""
    return usual if draw(st.integers(0, 6)) else draw(otherwise)
