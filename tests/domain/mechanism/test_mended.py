"""An entry changed by one mend: confirmed, open longer, taking more people, serving a neighbour."""

from datetime import date

import pytest

from lapotne.domain.mechanism.conditions import ADULT
from lapotne.domain.mechanism.mended import admitting, all_confirmed, confirmed, open_longer, serving

ON, DUE = date(2026, 11, 24), date(2027, 11, 24)
WORD = {"on": "2026-11-24", "by": "coordinator", "due": "2027-11-24"}
ENTRY = {"availabilities": [{"hours": "24/7", "mode": "phone", "on_holidays": "closed"}, {"hours": "unknown"}]}


def test_one_availability_is_confirmed_and_the_rest_stays():
    changed = confirmed(ENTRY, 1, on=ON, by="coordinator", due=DUE)
    assert changed["availabilities"] == [ENTRY["availabilities"][0], {"hours": "unknown", "confirmation": WORD}]


def test_only_hours_that_somebody_said_can_be_still_right():
    changed = all_confirmed(ENTRY, on=ON, by="coordinator", due=DUE)
    assert [kept.get("confirmation") for kept in changed["availabilities"]] == [WORD, None]


def test_longer_hours_take_the_word_on_holidays_with_them():
    assert open_longer(ENTRY, 0, "Mo-Su,PH 00:00-24:00", None)["availabilities"][0] == {
        "hours": "Mo-Su,PH 00:00-24:00",
        "mode": "phone",
    }


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
