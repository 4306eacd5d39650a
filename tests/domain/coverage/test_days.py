"""Days of the local calendar: as many hours as the clock gives them, and how long each state lasts."""

from datetime import date

import pytest

from lapotne.domain.coverage.asking import Question, ask
from lapotne.domain.coverage.days import by_day, days_of
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Availability, Confirmation, Institution, Offer, OfferKind
from lapotne.domain.mechanism.states import Mode, State
from lapotne.domain.mechanism.towns import Mechanism, Municipality

HERE = Municipality("here", "X-1", {}, "lv", "Europe/Riga")
CONFIRMED = Confirmation(date(2026, 1, 1))


def asked(hours: str, first: date, end: date, mode: Mode = Mode.IN_PERSON):
    availability = Availability(hours, mode, confirmation=CONFIRMED)
    body = Institution("shelter", "shelter")
    offer = Offer("shelter/night", OfferKind.SERVICE, body, frozenset({"bed"}), availabilities=(availability,))
    question = Question([Need("bed")], [Profile("anybody")], first, end, date(2026, 2, 1))
    return ask(Mechanism(HERE, {}, (offer,)), question).town


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 11, 18), 24)]
)
def test_a_day_has_as_many_hours_as_its_clock_gives_it(day, hours):
    town = asked("24/7", day, date.fromordinal(day.toordinal() + 1))
    (only,) = days_of(town.period)
    assert len(only.hours) == hours
    (cover,) = by_day(town.cells[0], town.period)
    assert cover.minutes == (0, 0, 0, 0, 0, hours * 60)


def test_each_day_says_how_long_each_state_lasts_and_which_is_the_worst():
    town = asked("Mo 08:00-12:30; PH off", date(2026, 11, 16), date(2026, 11, 18))
    monday, tuesday = by_day(town.cells[0], town.period)
    assert (monday.minutes[State.COVERED], monday.minutes[State.NOBODY], monday.gap_minutes) == (270, 1170, 1170)
    assert (monday.worst_state, tuesday.gap_minutes) == (State.NOBODY, 1440)


def test_a_call_is_a_gap_for_a_need_that_no_call_meets():
    town = asked("24/7", date(2026, 11, 16), date(2026, 11, 17), Mode.PHONE)
    (monday,) = by_day(town.cells[0], town.period)
    assert (monday.worst_state, monday.gap_minutes) == (State.BY_PHONE, 1440)
