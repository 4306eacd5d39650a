"""A time that has run out is no yes: what is unknown then, what is refused, and what to make sure of before."""

from dataclasses import replace

import pytest

from lapotne.domain.entitlements.columns import ANSWERS, find_many
from lapotne.domain.entitlements.interview import interview
from lapotne.domain.entitlements.judging import find
from lapotne.domain.entitlements.rulebook import Amount
from tests.domain.entitlements.books import amount, book, day, entitlement, leaf, version, with_clock

RULE = {"first_day": "counts", "over": "ended"}
TODAY = day("2026-12-04")


def law(length=(), **rule):
    return book(with_clock(entitlement(version(leaf("signs"))), **(RULE | rule)), length=length or (amount(30),))


def found(facts, rulebook=None):
    [one] = find(rulebook or law(), {"signs": True} | facts, TODAY)
    return one


OUTCOMES = [
    ("never begun", {"began": "never"}, "yes", ()),
    ("begins later", {"began": day("2026-12-05")}, "yes", ()),
    ("runs", {"began": day("2026-12-01")}, "yes", ()),
    ("its last day", {"began": day("2026-11-05")}, "yes", ()),
    ("the day after", {"began": day("2026-11-04")}, "unknown", ("given_again",)),
    ("years ago", {"began": day("2022-05-02")}, "unknown", ("given_again",)),
    ("nobody knows when", {"began": "sometime"}, "unknown", ("given_again",)),
    ("said to be over", {"ended": day("2020-06-28")}, "unknown", ("given_again",)),
    ("said not to be over", {"began": "never", "ended": "never"}, "yes", ()),
    ("no signs anyway", {"signs": False, "began": day("2022-05-02")}, "no", ()),
]


@pytest.mark.parametrize(("situation", "facts", "answer", "questions"), OUTCOMES, ids=[row[0] for row in OUTCOMES])
def test_no_yes_once_the_time_has_run_out(situation, facts, answer, questions):
    one = found(facts)
    assert (str(one.answer), one.questions) == (answer, questions)


@pytest.mark.parametrize("facts", [row[1] for row in OUTCOMES], ids=[row[0] for row in OUTCOMES])
def test_many_at_once_get_the_same_answers(facts):
    person = {"signs": True} | facts
    assert ANSWERS[find_many(law(), [person], TODAY).answers["help"][0]] is found(facts).answer


def test_a_source_that_says_once_only_makes_it_a_no_which_nothing_opens():
    once = law(again="office")
    one = found({"began": day("2022-05-02")}, once)
    assert (str(one.answer), one.opens, [ground.leaf.fact for ground in one.barred]) == ("no", None, ["began"])
    person = {"signs": True, "began": day("2022-05-02")}
    assert ANSWERS[find_many(once, [person], TODAY).answers["help"][0]] is one.answer


def test_between_the_first_and_the_last_possible_end_nobody_can_say():
    one = found({"began": day("2026-11-04")}, law(first_day="unsaid"))
    assert (str(one.answer), one.questions) == ("unknown", ("how_to_count",))


def test_of_a_day_that_is_not_known_the_day_is_asked():
    assert found({"began": "sometime"}).ask == ("began",)


def test_hours_are_used_up_and_do_not_run_out():
    hours = replace(amount(150), content=Amount(150, "hour", "year"))
    assert str(found({"began": day("2020-01-01")}, law((hours,))).answer) == "yes"


def test_a_yes_says_what_to_make_sure_of_and_stays_a_yes():
    one = found({})
    assert (str(one.answer), one.ask, one.make_sure) == ("yes", (), ("began",))
    assert found({"began": day("2026-12-01")}).make_sure == ("ended",)
    assert found({"began": "never"}).make_sure == ()
    assert found({"signs": False}).make_sure == ()


def test_step_by_step_it_is_asked_last_and_certain_only_then():
    first = interview([law()], {}, TODAY)
    assert first.next_question == "signs"
    second = interview([law()], {"signs": True}, TODAY)
    assert (second.next_question, second.settled) == ("began", ())
    last = interview([law()], {"signs": True, "began": "never"}, TODAY)
    assert (last.next_question, len(last.settled)) == (None, 1)
    assert len(interview([law()], {"signs": True}, TODAY, not_known=["began"]).settled) == 1
