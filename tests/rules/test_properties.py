"""What must hold of every rulebook, whatever is known of a person: for all countries, on days around every change."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from lapotne.domain.entitlements.asking import answers
from lapotne.domain.entitlements.columns import ANSWERS, facts_used, find_many
from lapotne.domain.entitlements.conditions import facts_of
from lapotne.domain.entitlements.facts import SOMETIME, ContradictionError, FactKind
from lapotne.domain.entitlements.interview import interview
from lapotne.domain.entitlements.judging import find
from lapotne.domain.verdict import Answer
from tests.rules.shipped import books

BOOKS = {book.country: book for book in books()}


def turning_days(book):
    """The days on which something begins or ends, the day before and the day after."""
    for entry in (*book.parameters.values(), *book.entitlements.values()):
        for value in getattr(entry, "values", None) or entry.versions:
            for day in (value.dating.sure_from, value.dating.possible_from):
                if day and day > date(1900, 1, 1):
                    yield from (day - timedelta(days=1), day, day + timedelta(days=1))


@st.composite
def asked(draw):
    """A rulebook, a day that matters to it, and some of the facts that it speaks of."""
    book = BOOKS[draw(st.sampled_from(sorted(BOOKS)))]
    day = draw(st.sampled_from(sorted(set(turning_days(book)))) | st.dates(date(2005, 1, 1), date(2027, 1, 1)))
    facts = {
        key: draw(st.sampled_from(answers(book, key, day)))
        for key in draw(st.permutations(facts_used(book)))
        if draw(st.booleans())
    }
    return book, day, facts


def judged(book, facts, day):
    try:
        return {found.entitlement.key: found for found in find(book, facts, day)}
    except ContradictionError:
        assume(condition=False)
        raise


@given(asked(), st.data())
def test_a_new_fact_turns_only_unknown_into_yes_or_no(question, data):
    book, day, facts = question
    missing = [key for key in facts_used(book) if key not in facts]
    assume(missing)
    key = data.draw(st.sampled_from(missing))
    before = judged(book, facts, day)
    after = judged(book, facts | {key: data.draw(st.sampled_from(answers(book, key, day)))}, day)
    for name, found in before.items():
        assert found.answer is Answer.UNKNOWN or after[name].answer is found.answer


@given(asked(), st.data())
def test_a_fact_in_neither_the_questions_nor_the_reasons_changes_nothing(question, data):
    book, day, facts = question
    before = judged(book, facts, day)
    key = data.draw(st.sampled_from(list(book.facts)))
    values = [*answers(book, key, day), None]
    changed = {**facts, key: data.draw(st.sampled_from(values))}
    after = judged(book, {name: value for name, value in changed.items() if value is not None}, day)
    for name, found in before.items():
        if key not in found.ask and key not in found.reasons:
            assert after[name].answer is found.answer


@given(asked(), st.data())
def test_the_order_of_facts_changes_nothing(question, data):
    book, day, facts = question
    reordered = dict(data.draw(st.permutations(list(facts.items()))))
    assert judged(book, facts, day) == judged(book, reordered, day)


@given(asked())
def test_without_anything_left_to_ask_it_is_yes_no_or_a_named_question_of_law(question):
    book, day, facts = question
    for found in judged(book, facts, day).values():
        assert found.answer is not Answer.UNKNOWN or found.ask or found.questions
        assert found.answer is Answer.UNKNOWN or not found.ask


@given(asked(), st.data())
def test_an_interview_always_ends_and_loses_nothing(question, data):
    book, day, facts = question
    judged(book, facts, day)
    told, passed, asked_so_far = dict(facts), [], []
    while not (at := interview([book], told, day, passed)).has_ended:
        assert at.next_question not in asked_so_far
        asked_so_far.append(at.next_question)
        vague = [SOMETIME] if book.facts[at.next_question].kind is FactKind.DATE else []
        value = data.draw(st.sampled_from([None, *vague, *answers(book, at.next_question, day)]))
        try:
            find(book, {**told, at.next_question: value}, day)
        except ContradictionError:
            value = None
        if value is None:
            passed.append(at.next_question)
        else:
            told[at.next_question] = value
    assert not at.undecided
    assert all(found.questions for found in at.open_in_law)
    assert all(set(found.ask) <= {*passed, *told} for found in at.not_known)
    assert len(at.settled) + len(at.open_in_law) + len(at.not_known) == len(book.entitlements)


@given(st.lists(asked(), min_size=1, max_size=5))
def test_many_at_once_are_judged_as_each_alone(questions):
    book, day, _ = questions[0]
    people = [facts for other, _, facts in questions if other is book]
    many = find_many(book, people, day)
    for at, facts in enumerate(people):
        try:
            alone = {found.entitlement.key: found.answer for found in find(book, facts, day)}
        except ContradictionError:
            assert many.contradicted[at]
            continue
        assert not many.contradicted[at]
        assert {key: ANSWERS[codes[at]] for key, codes in many.answers.items()} == alone


@given(asked())
def test_a_no_says_what_can_still_open_it_or_what_stands_in_the_way(question):
    book, day, facts = question
    for found in judged(book, facts, day).values():
        if found.answer is Answer.NO:
            assert bool(found.opens) != bool(found.barred)
            assert found.opens is None or not {fact for fact in facts_of(found.opens) if is_fixed(book, facts, fact)}
            assert {ground.leaf.fact for ground in found.barred} <= set(facts)


def is_fixed(book, facts, key):
    """Whether a fact is known and nobody can change it; a child can still grow up."""
    return key in facts and key != "age" and book.facts[key].fixed
