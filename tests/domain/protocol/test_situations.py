"""When a situation is the case: plain all and any over facts and hours, readable by a lawyer."""

import pytest

from lapotne.domain.mechanism.conditions import ADULT, CHILD, AgeRange
from lapotne.domain.protocol.reading import Reader
from lapotne.domain.protocol.reading_when import read_when
from lapotne.domain.protocol.situations import hours_in, judged

CHILDS_PATH = {"age": ["child", "unknown"]}
REFUSES = {"all": [{"police_consent": "no"}, {"age": "adult"}]}


def when(raw):
    reader = Reader()
    found = read_when(reader, raw, ())
    assert not reader.problems
    return found


def answer(raw, facts, minute=720):
    return judged(when(raw), facts, minute).answer


@pytest.mark.parametrize(
    ("age", "expected"),
    [(CHILD, "yes"), (None, "yes"), (AgeRange(15, 22), "yes"), (ADULT, "no"), (AgeRange(40, 41), "no")],
    ids=["child", "not asked", "15 to 21", "adult", "forty"],
)
def test_the_childs_path_is_taken_while_the_age_is_unknown(age, expected):
    assert answer(CHILDS_PATH, {} if age is None else {"age": age}) == expected


@pytest.mark.parametrize(
    ("facts", "expected", "ask"),
    [
        ({"police_consent": "no", "age": ADULT}, "yes", ()),
        ({"police_consent": "yes", "age": ADULT}, "no", ()),
        ({"police_consent": "no", "age": CHILD}, "no", ()),
        ({"police_consent": "no"}, "unknown", ("age",)),
        ({}, "unknown", ("police_consent", "age")),
    ],
)
def test_only_a_grown_up_refuses_the_police_and_what_is_unknown_is_asked(facts, expected, ask):
    verdict = judged(when(REFUSES), facts, 0)
    assert (verdict.answer, verdict.ask) == (expected, ask)


@pytest.mark.parametrize(
    ("hours", "minute", "expected"),
    [
        ("22:00-06:00", 22 * 60, "yes"),
        ("22:00-06:00", 21 * 60 + 59, "no"),
        ("22:00-06:00", 3 * 60, "yes"),
        ("22:00-06:00", 6 * 60, "no"),
        ("08:00-17:00", 8 * 60, "yes"),
        ("08:00-17:00", 17 * 60, "no"),
        ("18:00-24:00", 24 * 60 - 1, "yes"),
    ],
)
def test_hours_run_over_midnight_and_leave_out_their_end(hours, minute, expected):
    assert answer({"hours": hours}, {}, minute) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"sex": "male", "residence": "permit"}, "yes"),
        ({"sex": "male"}, "unknown"),
        ({"residence": "irregular"}, "yes"),
        ({"sex": "female", "residence": "permit"}, "no"),
    ],
)
def test_any_and_all_nest(facts, expected):
    raw = {"any": [{"sex": "male", "residence": "permit"}, {"residence": ["irregular", "asylum_seeker"]}]}
    assert answer(raw, facts) == expected


def test_nothing_but_unknown_means_that_nobody_knows():
    assert answer({"nationality": "unknown"}, {}) == "yes"
    assert answer({"nationality": "unknown"}, {"nationality": "eu"}) == "no"
    assert answer({"age": "unknown"}, {"age": ADULT}) == "no"


def test_the_hours_at_which_an_answer_may_change_are_known():
    raw = {"any": [{"hours": "22:00-06:00"}, {"all": [{"sex": "male"}, {"hours": "18:00-24:00"}]}]}
    assert hours_in(when(raw)) == {22 * 60, 6 * 60, 18 * 60, 0}
