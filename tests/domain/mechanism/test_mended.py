"""An entry changed by one mend: confirmed, open longer, taking more people, serving a neighbour."""

from datetime import date

import pytest

from lapotne.domain.mechanism.conditions import ADULT
from lapotne.domain.mechanism.mended import (
    admitting,
    all_confirmed,
    also_open,
    confirmed,
    holds,
    opens_otherwise,
    serving,
    takes_others,
    unconfirmed,
)

ON, DUE = date(2026, 11, 24), date(2027, 11, 24)
WORD = {"on": "2026-11-24", "by": "coordinator", "due": "2027-11-24"}
ENTRY = {"availabilities": [{"hours": "24/7", "mode": "phone", "on_holidays": "closed"}, {"hours": "unknown"}]}


def test_one_availability_is_confirmed_and_the_rest_stays():
    changed = confirmed(ENTRY, 1, on=ON, by="coordinator", due=DUE)
    assert changed["availabilities"] == [ENTRY["availabilities"][0], {"hours": "unknown", "confirmation": WORD}]


def test_only_hours_that_somebody_said_can_be_still_right():
    changed = all_confirmed(ENTRY, on=ON, by="coordinator", due=DUE)
    assert [kept.get("confirmation") for kept in changed["availabilities"]] == [WORD, None]


def test_more_hours_stand_beside_those_that_were_confirmed_and_are_confirmed_by_nobody():
    day = {"key": "day", "hours": "Mo-Su 08:00-22:00", "mode": "phone", "confirmation": WORD, "on_holidays": "closed"}
    assert also_open({"availabilities": [day]}, 0, "Mo-Su,PH 22:00-08:00", None) == {
        "availabilities": [day, {"hours": "Mo-Su,PH 22:00-08:00", "mode": "phone"}]
    }


def test_an_entry_without_its_words_keeps_all_else():
    said = confirmed(ENTRY, 0, on=ON, by="coordinator", due=DUE)
    assert unconfirmed(said) == ENTRY
    assert unconfirmed({"payer": "ngo"}) == {"payer": "ngo"}


CLOSED = {"from": "2026-12-24", "to": "2026-12-26"}


@pytest.mark.parametrize(
    ("change", "still"),
    [
        ({}, True),
        ({"closures": [CLOSED, {"from": "2027-01-01", "to": "2027-01-01"}]}, True),
        ({"closures": []}, False),
        ({"hours": "24/7"}, False),
        ({"on_holidays": "closed"}, False),
        ({"mode": "phone"}, False),
        ({"minutes_to_respond": 5}, False),
    ],
)
def test_a_confirmation_holds_for_what_was_confirmed(change, still):
    before = {"hours": "Mo-Fr 08:00-17:00", "mode": "in_person", "closures": [CLOSED]}
    assert holds(before, {**before, **change}) is still


@pytest.mark.parametrize(
    ("change", "others"),
    [
        ({"payer": "ngo"}, False),
        ({"capacity": [{"count": 5, "sex": ["female"]}]}, False),
        ({"capacity": [{"count": 0, "sex": ["female"]}]}, True),
        ({"capacity": [{"count": 6, "sex": ["female", "male"]}]}, True),
        ({"eligibility": {"sex": ["male"]}}, True),
        ({"area": ["XX1"]}, True),
        ({"meets": ["bed", "doctor"]}, True),
        ({"languages": ["lv"]}, True),
    ],
)
def test_a_confirmation_holds_for_the_people_it_was_given_for(change, others):
    before = {"meets": ["bed"], "capacity": [{"count": 6, "sex": ["female"]}]}
    assert takes_others(before, {**before, **change}) is others


def test_a_new_offer_opens_at_no_other_hours_than_before():
    assert not opens_otherwise({}, ENTRY)
    assert opens_otherwise(ENTRY, {"availabilities": [{"hours": "24/7"}]})


@pytest.mark.parametrize(
    ("entry", "changed"),
    [
        ({"eligibility": {"sex": ["female"]}}, {"eligibility": {"sex": ["female", "male"]}}),
        ({"eligibility": {"sex": "unknown"}}, {"eligibility": {}}),
        ({"eligibility": "unknown"}, {"eligibility": None}),
        ({"capacity": [{"count": 6, "sex": ["female"]}]},
         {"capacity": [{"count": 6, "sex": ["female"]}, {"count": 1, "sex": ["male"]}]}),
        ({"capacity": [{"count": 4, "age": "child"}]},
         {"capacity": [{"count": 4, "age": "child"}, {"count": 1, "age": "adult"}]}),
        ({"languages": ["lv"]}, {"languages": ["lv", "vi"]}),
        ({"payer": "ngo"}, {"payer": "ngo"}),
    ],
)  # fmt: skip
def test_a_man_is_admitted(entry, changed):
    assert admitting(entry, {"sex": "male", "age": ADULT, "languages": frozenset({"vi"})}) == changed


@pytest.mark.parametrize("area", ["own", ["XX1", "XX2"], ["XX1"], None])
def test_a_neighbour_is_served_too(area):
    assert serving({"area": area}, "XX1", "XX2")["area"] == ["XX1", "XX2"]
