"""Rules as sentences, word for word, in English and Latvian."""

from dataclasses import replace

import pytest

from lapotne.domain.entitlements.conditions import (
    AtLeast,
    Before,
    Ground,
    Happened,
    Is,
    IsAge,
    Leaf,
    Not,
    Open,
    WithinLast,
)
from lapotne.domain.entitlements.phrases import counted
from lapotne.domain.entitlements.rulebook import Amount
from lapotne.domain.entitlements.sentences import Branch, Speaker
from lapotne.domain.mechanism.conditions import CHILD, AgeRange
from lapotne.domain.verdict import Answer
from tests.domain.entitlements.books import amount, book, both, dating, day, either, entitlement, leaf, version

APPLIED, SIGNS, VICTIM = leaf("applied"), leaf("signs"), leaf("status", "victim")
MOST = replace(amount(60), content=Amount(60, "day", bound="at_most"))
BOOK = book(entitlement(version(APPLIED)), questions=("papers",), window=(amount(2, "year"),), most=(MOST,))
ENGLISH, LATVIAN = Speaker("en", BOOK), Speaker("lv", BOOK)

SENTENCES = [
    (APPLIED, "Applied is so."),
    (Not(APPLIED), "Applied isn't so."),
    (both(APPLIED, SIGNS), "Applied is so, and signs is so."),
    (both(APPLIED, either(SIGNS, VICTIM)), "Applied is so, and at least one of these: signs is so; Status: victim."),
    (both(either(SIGNS, VICTIM), APPLIED), "(at least one of these: signs is so; Status: victim), and applied is so."),
    (Not(both(APPLIED, SIGNS)), "At least one of these: applied isn't so; signs isn't so."),
    (Leaf("status", Is(frozenset({"victim", "witness"}))), "Status: victim or witness."),
    (Not(VICTIM), "Not: Status: victim."),
    (Leaf("age", IsAge(CHILD, "child")), "Age: a child."),
    (Leaf("age", IsAge(AgeRange(16))), "Age is at least 16."),
    (Not(Leaf("age", IsAge(AgeRange(16)))), "Age is below 16."),
    (Leaf("children", AtLeast(2)), "Children is at least 2."),
    (Leaf("began", Happened()), "Began is so."),
    (Leaf("began", Is(frozenset({"never"}))), "Began isn't so."),
    (Leaf("began", Before(day("2017-01-01"))), "Began before 1 January 2017."),
    (Leaf("ended", Before(fact="began")), "Ended before “Began”."),
    (Leaf("ended", WithinLast("window")), "Ended: no longer ago than 2 years."),
    (Leaf("ended", WithinLast("most")), "Ended: no longer ago than 60 days."),
    (Not(Leaf("ended", WithinLast("most"))), "Ended: longer ago than 60 days."),
    (Open("papers"), "Open question: What of papers?"),
    (both(Open("papers"), APPLIED), "Open question: “What of papers?”, and applied is so."),
    (both(APPLIED, either(SIGNS, Open("papers"))),
     "Applied is so, and at least one of these: signs is so; open question: “What of papers?”."),
    (leaf("ground", "permit"), "The person has a permit."),
    (Not(leaf("ground", "permit")), "The person has no permit."),
    (leaf("ground", "permit", "visa"), "The person has a permit or the person has a visa."),
    (Not(leaf("ground", "permit", "visa")), "The person has no permit, and the person has no visa."),
    (both(leaf("ground", "permit", "visa", "asylum"), APPLIED),
     "(at least one of these: the person has a permit; the person has a visa; the person has asylum), "
     "and applied is so."),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "sentence"), SENTENCES, ids=[row[1] for row in SENTENCES])
def test_a_rule_reads_as_a_sentence(condition, sentence):
    assert ENGLISH.sentence(condition) == sentence


def test_latvian_joins_with_its_own_words():
    rule = both(APPLIED, either(SIGNS, VICTIM))
    assert LATVIAN.sentence(rule) == "Applied is so, un vismaz viens no šiem: signs is so; Status: victim."


def test_a_rule_is_a_list_to_be_read_line_by_line():
    assert ENGLISH.tree(both(APPLIED, either(SIGNS, VICTIM))) == Branch(
        "all of these",
        (
            Branch("applied is so"),
            Branch("at least one of these", (Branch("signs is so"), Branch("Status: victim"))),
        ),
    )


def test_many_values_of_a_fact_are_a_list_of_their_own():
    assert ENGLISH.tree(leaf("ground", "permit", "visa", "asylum")) == Branch(
        "at least one of these",
        (Branch("the person has a permit"), Branch("the person has a visa"), Branch("the person has asylum")),
    )


def test_a_question_of_law_keeps_its_mark_in_a_list():
    assert ENGLISH.tree(either(SIGNS, Open("papers"))).parts[1] == Branch("open question: What of papers?")


@pytest.mark.parametrize(
    ("number", "latvian"),
    [(0, "0 dienu"), (1, "1 diena"), (2, "2 dienas"), (11, "11 dienas"), (21, "21 diena"), (180, "180 dienas")],
)
def test_latvian_counts_as_latvians_do(number, latvian):
    assert counted(number, "day", "lv") == latvian


@pytest.mark.parametrize(
    ("number", "polish"),
    [(0, "0 lat"), (1, "1 rok"), (2, "2 lata"), (5, "5 lat"), (12, "12 lat"), (22, "22 lata"), (112, "112 lat")],
)
def test_polish_counts_in_three_forms(number, polish):
    assert counted(number, "year", "pl") == polish


@pytest.mark.parametrize(
    ("given", "english", "latvian"),
    [
        (Amount(150, "hour", "year"), "150 hours a year", "150 stundas gadā"),
        (Amount(30, "day", bound="at_least"), "at least 30 days", "vismaz 30 dienas"),
        (Amount(1, "month", bound="at_most"), "up to 1 month", "ne vairāk kā 1 mēnesis"),
    ],
)
def test_an_amount_says_how_much_of_what(given, english, latvian):
    assert (ENGLISH.amount(given), LATVIAN.amount(given)) == (english, latvian)


@pytest.mark.parametrize(
    ("days", "english", "latvian"),
    [
        ({"in_force": "2017-01-01"}, "in force since 1 January 2017", "spēkā kopš 01.01.2017."),
        ({"stated_on": "2017-02"}, "last stated February 2017", "pēdējoreiz avotā: 2017. gada februāris"),
        ({"adopted_on": "2019-07-16"}, "adopted 16 July 2019", "pieņemts 16.07.2019."),
        (
            {"adopted_on": "2019-07-16", "stated_on": "2021"},
            "adopted 16 July 2019, last stated 2021",
            "pieņemts 16.07.2019., pēdējoreiz avotā: 2021",
        ),
        ({}, "", ""),
    ],
)
def test_a_day_says_whose_day_it_is(days, english, latvian):
    assert (ENGLISH.since(dating(**days)), LATVIAN.since(dating(**days))) == (english, latvian)


@pytest.mark.parametrize(
    ("key", "found", "said"),
    [
        ("applied", True, "applied is so"),
        ("applied", False, "applied isn't so"),
        ("status", "witness", "Status: witness"),
        ("age", CHILD, "Age: a child"),
        ("age", AgeRange(17, 18), "Age: 17"),
        ("age", AgeRange(15, 21), "Age: 15-20"),
        ("began", "never", "began isn't so"),
        ("began", day("2017-01-01"), "Began: 1 January 2017"),
        ("children", 2, "Children: 2"),
        ("children", None, "Children"),
    ],
)
def test_a_fact_is_said_as_it_was_told(key, found, said):
    assert ENGLISH.fact(key, found) == said


def test_a_reason_says_the_fact():
    assert ENGLISH.ground(Ground(APPLIED, found=False, answer=Answer.NO)) == "applied isn't so"


def test_a_language_without_words_of_its_own_is_read_in_english():
    assert replace(ENGLISH, language="xx").sentence(both(APPLIED, SIGNS)) == "Applied is so, and signs is so."


@pytest.mark.parametrize(
    ("number", "lithuanian"),
    [(0, "0 dienų"), (1, "1 diena"), (9, "9 dienos"), (10, "10 dienų"), (21, "21 diena"), (111, "111 dienų")],
)
def test_lithuanian_counts_tens_and_teens_in_the_genitive(number, lithuanian):
    assert counted(number, "day", "lt") == lithuanian


def test_lithuanian_writes_a_day_from_the_year_down():
    assert replace(ENGLISH, language="lt").fact("began", day("2017-02-01")).endswith(": 2017 m. vasario 1 d.")
