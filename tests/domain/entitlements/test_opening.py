"""What would open a no: only what can change or be decided, and where nothing can, what stands in the way."""

from datetime import date

import pytest

from lapotne.domain.entitlements.conditions import (
    After,
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
from lapotne.domain.entitlements.facts import SOMETIME
from lapotne.domain.entitlements.opening import what_opens
from lapotne.domain.mechanism.conditions import ADULT, CHILD, AgeRange
from lapotne.domain.verdict import Answer
from tests.domain.entitlements.books import FACTS, both, day, either, leaf

APPLIED, SIGNS = leaf("applied"), leaf("signs")
IS_CHILD, IS_ADULT = Leaf("age", IsAge(CHILD, "child")), Leaf("age", IsAge(ADULT, "adult"))
TODAY = day("2017-02-01")
NO = {"applied": False, "signs": False}
LASTS = {"window": (day("2017-01-01"),)}


def opening(rule, **facts):
    context = Context(TODAY, lambda parameter, _start: LASTS[parameter])
    assert judge(rule, facts, context).answer is Answer.NO
    return what_opens(rule, facts, context, FACTS)


@pytest.mark.parametrize(
    ("rule", "facts", "needed"),
    [
        (both(APPLIED, SIGNS), {"applied": True, "signs": False}, SIGNS),
        (both(APPLIED, SIGNS), NO, both(APPLIED, SIGNS)),
        (either(both(IS_CHILD, APPLIED), SIGNS), NO | {"age": ADULT}, SIGNS),
        (both(APPLIED, either(IS_CHILD, SIGNS)), NO | {"age": ADULT}, both(APPLIED, SIGNS)),
        (both(APPLIED, Open("papers")), NO, both(APPLIED, Open("papers"))),
        (Not(either(APPLIED, SIGNS)), {"applied": True}, both(Not(APPLIED), Not(SIGNS))),
        # A child grows up; a day that hasn't come may come.
        (IS_ADULT, {"age": CHILD}, IS_ADULT),
        (Not(IS_CHILD), {"age": AgeRange(17, 18)}, Not(IS_CHILD)),
        (Leaf("age", IsAge(AgeRange(16))), {"age": AgeRange(12, 13)}, Leaf("age", IsAge(AgeRange(16)))),
        (Leaf("began", Happened()), {"began": "never"}, Leaf("began", Happened())),
        (Leaf("began", Happened()), {"began": date(2018, 1, 1)}, Leaf("began", Happened())),
        (
            Leaf("began", Before(date(2018, 1, 1))),
            {"began": "never"},
            Leaf("began", Before(date(2018, 1, 1))),
        ),
        (Leaf("ended", WithinLast("window")), {"ended": "never"}, Leaf("ended", WithinLast("window"))),
    ],
)
def test_what_can_change_or_be_decided_is_told(rule, facts, needed):
    found = opening(rule, **facts)
    assert (found.needed, found.barred) == (needed, ())


@pytest.mark.parametrize(
    ("rule", "facts", "barred"),
    [
        (IS_CHILD, {"age": ADULT}, ["age"]),
        (Not(IS_ADULT), {"age": ADULT}, ["age"]),
        (both(IS_CHILD, APPLIED), NO | {"age": ADULT}, ["age"]),
        (either(both(IS_CHILD, APPLIED), both(IS_CHILD, SIGNS)), NO | {"age": ADULT}, ["age"]),
        # What has happened can't be undone, and a day that has passed doesn't come back.
        (Not(Leaf("ended", Happened())), {"ended": date(2016, 1, 1)}, ["ended"]),
        (Not(Leaf("ended", Happened())), {"ended": SOMETIME}, ["ended"]),
        (Leaf("ended", Is(frozenset({"never"}))), {"ended": date(2016, 1, 1)}, ["ended"]),
        (Leaf("ended", WithinLast("window")), {"ended": date(2010, 1, 1)}, ["ended"]),
        (Leaf("began", After(date(2016, 1, 1))), {"began": date(2015, 1, 1)}, ["began"]),
        (Leaf("began", Before(date(2016, 1, 1))), {"began": "never"}, ["began"]),
    ],
)
def test_where_nothing_can_open_it_what_stands_in_the_way_is_told(rule, facts, barred):
    found = opening(rule, **facts)
    assert (found.needed, [ground.leaf.fact for ground in found.barred]) == (None, barred)
