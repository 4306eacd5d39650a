"""One entitlement on one day: what the days of the sources make of it."""

import pytest

from lapotne.domain.entitlements.facts import ContradictionError
from lapotne.domain.entitlements.judging import find
from lapotne.domain.verdict import Answer
from tests.domain.entitlements.books import amount, book, both, day, either, entitlement, leaf, version

APPLIED, SIGNS = leaf("applied"), leaf("signs")


def judged(one, facts, on, **more):
    return find(book(one, **more), facts, day(on))[0]


def test_before_the_first_source_the_verdict_is_unknown_and_asking_helps_nobody():
    found = judged(entitlement(version(APPLIED, stated_on="2017-02")), {"applied": True}, "2017-01-31")
    assert (found.answer, found.ask, found.questions) == (Answer.UNKNOWN, (), ("no_source_for_the_day",))
    assert found.first_stated.version.dating.stated_on.text == "2017-02"


@pytest.mark.parametrize(
    ("facts", "answer", "questions"),
    [
        ({"applied": True, "signs": True}, Answer.YES, ()),
        ({"applied": False, "signs": False}, Answer.NO, ()),
        ({"applied": True, "signs": False}, Answer.UNKNOWN, ("which_version",)),
    ],
)
def test_while_the_day_of_entry_into_force_is_unknown_both_rules_must_agree(facts, answer, questions):
    rules = version(APPLIED, stated_on="2017-02"), version(SIGNS, adopted_on="2019-07-16")
    found = judged(entitlement(*rules), facts, "2019-07-16")
    assert (found.answer, found.questions) == (answer, questions)
    assert [reading.sure for reading in found.readings] == [True, False]


def test_an_amount_in_doubt_leaves_the_verdict_standing():
    values = amount(6, "month", stated_on="2011-12-27"), amount(180, adopted_on="2012-12-11")
    found = judged(entitlement(version(APPLIED)), {"applied": True}, "2012-12-11", length=values)
    assert found.answer is Answer.YES
    assert [(one.number, one.unit) for one in found.gives[0].amounts] == [(6, "month"), (180, "day")]


def test_facts_that_cannot_all_be_true_get_an_error_and_no_verdict():
    impossible = [(both(SIGNS, leaf("status", "none")), "Signs are a status.")]
    with pytest.raises(ContradictionError, match=r"Signs are a status\.") as refused:
        judged(entitlement(version(APPLIED)), {"signs": True, "status": "none"}, "2017-02-01", impossible=impossible)
    assert refused.value.facts == ("signs", "status")


def test_a_no_says_what_would_open_it():
    rule = both(APPLIED, either(SIGNS, leaf("status", "victim")))
    found = judged(entitlement(version(rule)), {"applied": True, "signs": False, "status": "none"}, "2017-02-01")
    assert found.opens == either(SIGNS, leaf("status", "victim"))


def test_a_way_over_what_nobody_can_change_is_no_way_where_others_are_left():
    rule = either(both(leaf("age", "child"), APPLIED), SIGNS)
    facts = {"age": "adult", "applied": True, "signs": False}
    assert judged(entitlement(version(rule)), facts, "2017-02-01").opens == SIGNS


def test_a_verdict_speaks_the_words_that_all_verdicts_share():
    shared = judged(entitlement(version(APPLIED)), {"applied": False}, "2017-02-01").verdict
    assert (shared.answer, [reason.attribute for reason in shared.reasons]) == (Answer.NO, ["applied"])


def test_of_several_rules_the_latest_that_can_still_open_tells_how():
    rules = (version(SIGNS), version(leaf("age", "child"), stated_on="2012"))
    both_stand = (rules[0], version(leaf("age", "child"), adopted_on="2012-01-01"))
    facts = {"age": "adult", "signs": False}
    assert judged(entitlement(*both_stand), facts, "2017-02-01").opens == SIGNS
    only_age = judged(entitlement(*rules), facts, "2017-02-01")
    assert (only_age.opens, [ground.leaf.fact for ground in only_age.barred]) == (None, ["age"])
