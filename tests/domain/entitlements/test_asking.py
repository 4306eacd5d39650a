"""What to ask next, and an interview from the first question to its end."""

from dataclasses import replace

import pytest

from lapotne.domain.entitlements.asking import in_order
from lapotne.domain.entitlements.conditions import AtLeast, Before, IsAge, Leaf, Open
from lapotne.domain.entitlements.facts import SOMETIME, ContradictionError
from lapotne.domain.entitlements.interview import interview
from lapotne.domain.entitlements.judging import find
from lapotne.domain.entitlements.rulebook import Rulebooks
from lapotne.domain.entitlements.side_by_side import asked_next, same_person
from lapotne.domain.mechanism.conditions import AgeRange
from tests.domain.entitlements.books import FACTS, book, both, day, either, entitlement, leaf, version

APPLIED, SIGNS, VICTIM = leaf("applied"), leaf("signs"), leaf("status", "victim")
TODAY = day("2017-02-01")


def asked(rule, facts=None):
    found = book(entitlement(version(rule)))
    return in_order(found, find(found, facts or {}, TODAY)[0], facts or {})


def test_the_question_that_settles_most_comes_first():
    # One in two answers settles it by `applied`; of the others neither alone can.
    assert asked(both(either(SIGNS, VICTIM), APPLIED))[0] == "applied"


def test_where_questions_are_worth_the_same_the_order_of_facts_decides():
    assert asked(both(SIGNS, APPLIED)) == ("applied", "signs")


def test_what_is_known_is_not_asked():
    assert asked(both(SIGNS, APPLIED), {"applied": True}) == ("signs",)


def test_days_ages_and_numbers_are_tried_on_both_sides_of_what_the_rule_says():
    rule = both(
        Leaf("began", Before(day("2016-01-01"))), Leaf("age", IsAge(AgeRange(16))), Leaf("children", AtLeast(2))
    )
    assert set(asked(rule)) == {"began", "age", "children"}


def walk(rules, answers, not_known=()):
    """The questions asked from nothing known to the end, and the interview there."""
    facts, passed, path = {}, list(not_known), []
    while not (at := interview(rules, facts, TODAY, passed)).has_ended:
        path.append(at.next_question)
        if at.next_question in answers:
            facts[at.next_question] = answers[at.next_question]
        else:
            passed.append(at.next_question)
    return path, at


def test_an_interview_ends_in_yes_or_no_when_everything_is_answered():
    rules = [book(entitlement(version(both(APPLIED, SIGNS)), key="one"), entitlement(version(SIGNS), key="two"))]
    path, end = walk(rules, {"signs": True, "applied": False})
    assert path == ["signs", "applied"]
    assert [(found.entitlement.key, str(found.answer)) for found in end.settled] == [("one", "no"), ("two", "yes")]


def test_after_each_answer_it_says_what_is_certain_already():
    rules = [book(entitlement(version(both(APPLIED, SIGNS)), key="one"), entitlement(version(SIGNS), key="two"))]
    at = interview(rules, {"signs": True}, TODAY)
    assert [found.entitlement.key for found in at.settled] == ["two"]
    assert [found.entitlement.key for found in at.undecided] == ["one"]


def test_i_do_not_know_is_a_full_answer_and_what_hangs_on_it_is_named():
    path, end = walk([book(entitlement(version(both(APPLIED, SIGNS))))], {"signs": True})
    assert path == ["applied", "signs"]
    assert [found.ask for found in end.not_known] == [("applied",)]


def test_a_vague_answer_is_an_answer_and_its_question_does_not_come_again():
    rules = [book(entitlement(version(both(Leaf("began", Before(day("2016-01-01"))), APPLIED))))]
    path, end = walk(rules, {"began": SOMETIME, "applied": True})
    assert path == ["began", "applied"]
    assert [found.ask for found in end.not_known] == [("began",)]
    vague = interview(rules, {"began": SOMETIME, "applied": True}, TODAY)
    assert (vague.has_ended, vague.undecided) == (True, ())


def test_a_question_of_law_is_where_no_question_to_a_person_helps():
    rules = [book(entitlement(version(both(APPLIED, Open("papers")))), questions=("papers",))]
    _, end = walk(rules, {"applied": True})
    assert [found.questions for found in end.open_in_law] == [("papers",)]


def test_the_same_person_is_judged_in_each_country_and_history_is_not_asked_about():
    here, there = book(entitlement(version(APPLIED))), book(entitlement(version(SIGNS)))
    old = replace(book(entitlement(version(VICTIM))), is_history=True)
    books, facts = Rulebooks({"xa": here, "xb": there, "xc": old}, FACTS, {}, {}), {"applied": True}
    found = same_person(books, facts, TODAY)
    told = {country: [str(one.answer) for one in row] for country, row in found.row("assistance").items()}
    assert told == {"xa": ["yes"], "xb": ["unknown"], "xc": ["unknown"]}
    assert asked_next(books, facts, TODAY) == ("signs",)


def test_facts_that_cannot_all_be_true_in_one_country_have_no_verdict_in_any():
    plain = book(entitlement(version(APPLIED)))
    strict = book(entitlement(version(APPLIED)), impossible=[(both(SIGNS, VICTIM), "A victim shows no signs.")])
    facts = {"signs": True, "status": "victim"}
    for books in ({"xa": plain, "xb": strict}, {"xa": strict, "xb": plain}):
        with pytest.raises(ContradictionError, match="A victim shows no signs"):
            same_person(Rulebooks(books, FACTS, {}, {}), facts, TODAY)
