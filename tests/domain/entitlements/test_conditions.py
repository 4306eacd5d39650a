"""Three answers: a single no settles `all`, a single yes settles `any`, and what is missing is asked."""

import pytest

from lapotne.domain.entitlements.conditions import (
    After,
    AtLeast,
    Before,
    Context,
    Happened,
    Is,
    IsAge,
    Leaf,
    Not,
    Open,
    WithinLast,
    judge,
)
from lapotne.domain.mechanism.conditions import CHILD, AgeRange
from tests.domain.entitlements.books import both, day, either, leaf

TODAY = Context(day("2017-02-01"), lambda *_: (day("2017-01-30"), day("2017-02-03")))
APPLIED, SIGNS, VICTIM = leaf("applied"), leaf("signs"), leaf("status", "victim")

SITUATIONS = [
    ("a fact that is so", APPLIED, {"applied": True}, "yes", ""),
    ("a fact that isn't so", APPLIED, {"applied": False}, "no", ""),
    ("a fact nobody asked about", APPLIED, {}, "unknown", "applied"),
    ("all, with one no and one unknown", both(APPLIED, SIGNS), {"signs": False}, "no", ""),
    ("all, with one yes and one unknown", both(APPLIED, SIGNS), {"signs": True}, "unknown", "applied"),
    ("any, with one yes and one unknown", either(APPLIED, SIGNS), {"signs": True}, "yes", ""),
    ("any, with one no and one unknown", either(APPLIED, SIGNS), {"signs": False}, "unknown", "applied"),
    ("any, with all no", either(APPLIED, SIGNS), {"applied": False, "signs": False}, "no", ""),
    ("not, of an unknown", Not(APPLIED), {}, "unknown", "applied"),
    ("not, of a yes", Not(APPLIED), {"applied": True}, "no", ""),
    ("one of several values", Leaf("status", Is(frozenset({"victim", "witness"}))), {"status": "witness"}, "yes", ""),
    ("none of the values", VICTIM, {"status": "none"}, "no", ""),
    ("an age inside", Leaf("age", IsAge(CHILD)), {"age": AgeRange(17, 18)}, "yes", ""),
    ("an age outside", Leaf("age", IsAge(CHILD)), {"age": AgeRange(18, 19)}, "no", ""),
    ("an age that may be either", Leaf("age", IsAge(CHILD)), {"age": AgeRange(15, 21)}, "unknown", "age"),
    ("enough children", Leaf("children", AtLeast(2)), {"children": 2}, "yes", ""),
    ("too few children", Leaf("children", AtLeast(2)), {"children": 1}, "no", ""),
    ("happened today", Leaf("began", Happened()), {"began": day("2017-02-01")}, "yes", ""),
    ("happens tomorrow", Leaf("began", Happened()), {"began": day("2017-02-02")}, "no", ""),
    ("never happened", Leaf("began", Happened()), {"began": "never"}, "no", ""),
    ("happened, nobody knows when", Leaf("began", Happened()), {"began": "sometime"}, "yes", ""),
    ("before a day", Leaf("began", Before(day("2017-01-01"))), {"began": day("2016-12-31")}, "yes", ""),
    ("on the day isn't before it", Leaf("began", Before(day("2017-01-01"))), {"began": day("2017-01-01")}, "no", ""),
    ("on the day isn't after it", Leaf("began", After(day("2017-01-01"))), {"began": day("2017-01-01")}, "no", ""),
    (
        "nobody knows when, so whether before",
        Leaf("began", Before(day("2017-01-01"))),
        {"began": "sometime"},
        "unknown",
        "began",
    ),
    (
        "ended before it began",
        Leaf("ended", Before(fact="began")),
        {"ended": day("2016-01-01"), "began": day("2016-02-01")},
        "yes",
        "",
    ),
    (
        "ended, and the beginning unknown",
        Leaf("ended", Before(fact="began")),
        {"ended": day("2016-01-01")},
        "unknown",
        "ended began",
    ),
    (
        "in a time whose end is in doubt",
        Leaf("ended", WithinLast("window")),
        {"ended": day("2015-02-01")},
        "unknown",
        "",
    ),
    ("an open question of law", Open("papers"), {"applied": True}, "unknown", ""),
    ("an open question beside a yes", either(Open("papers"), APPLIED), {"applied": True}, "yes", ""),
    ("an open question beside a no", both(Open("papers"), APPLIED), {"applied": False}, "no", ""),
]


@pytest.mark.parametrize(
    ("situation", "condition", "facts", "answer", "ask"), SITUATIONS, ids=[row[0] for row in SITUATIONS]
)
def test_a_condition_is_yes_no_or_unknown(situation, condition, facts, answer, ask):
    found = judge(condition, facts, TODAY)
    assert (str(found.answer), " ".join(found.ask)) == (answer, ask)


def test_how_a_law_counts_is_a_question_of_law_and_not_to_be_asked():
    found = judge(Leaf("ended", WithinLast("window")), {"ended": day("2015-02-01")}, TODAY)
    assert found.questions == ("how_to_count",)


def test_the_reasons_of_a_no_are_those_that_settle_it():
    found = judge(both(APPLIED, either(SIGNS, VICTIM)), {"applied": True, "signs": False, "status": "none"}, TODAY)
    assert [ground.leaf.fact for ground in found.grounds] == ["signs", "status"]
