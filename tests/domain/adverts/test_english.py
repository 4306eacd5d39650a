"""Small differences that change what is found, told in English so that everybody can follow."""

import pytest

from lapotne.domain.adverts.checking import LONGEST, check
from lapotne.domain.adverts.findings import Span, Strength, joined
from tests.domain.adverts.shipped import adverts

OFFER = "Northbrook Farm Ltd, 4 Mill Street. You pick apples 40 hours a week for 12 pounds an hour."


def found(text: str) -> frozenset[str]:
    return check(text, adverts().rules["en"]).flags


def strong(text: str) -> frozenset[str]:
    return check(text, adverts().rules["en"]).strong


@pytest.mark.parametrize(
    ("text", "raises"),
    [
        ("You pay a deposit of 100 euros.", True),
        ("You pay no deposit.", False),
        ("You never pay a deposit or a fee.", False),
        ("No fees, deposits or other costs.", False),
        ("A deposit isn't needed.", False),
        ("No experience needed, but you pay a deposit of 100 euros.", True),
        ("We pay the deposit for your room.", False),
        ("If anyone asks you for a deposit in our name, call us.", False),
        ("The deposit isn't refundable, you pay 100 euros.", True),
        ("no papers needed. you pay a deposit of 100 euros", True),
        ("Never late pay 💸 You pay a deposit of 100 euros", True),
        ("No contract\nYou pay a deposit of 100 euros", True),
    ],
)
def test_a_fee_is_told_from_the_denial_of_one(text, raises):
    assert ("fee_or_deposit" in strong(text)) is raises


@pytest.mark.parametrize(
    ("text", "raises"),
    [
        ("5,000 euros a month, no experience needed.", True),
        ("5 000 EUR per month, no experience needed.", True),
        ("€5k a month, no experience needed.", True),
        ("Between 3,000 and 5,000 euros monthly. No language needed.", True),
        ("1,900 euros a month, no experience needed.", False),
        ("1,900 euros a week, no experience needed.", True),
        ("60,000 euros a year, no experience needed.", True),
        ("24,000 euros a year, no experience needed.", False),
        ("5,000 euros a month for a doctor with a diploma and five years of experience.", False),
        ("5,000 kroner a month, no experience needed.", False),
    ],
)
def test_pay_is_high_by_currency_and_time_and_only_where_no_skill_is_asked(text, raises):
    assert ("high_pay_no_skill" in found(text)) is raises


@pytest.mark.parametrize(
    ("ending", "raises"),
    [
        (" Call 07700 900123.", False),
        (" Write to jobs@northbrookfarm.example.", False),
        (" Write only on WhatsApp.", True),
    ],
)
def test_a_named_employer_may_be_reached_by_telephone(ending, raises):
    assert ("contact_untraceable" in found(OFFER + ending)) is raises


@pytest.mark.parametrize(
    ("way", "raises"),
    [
        ("Call 07700 900123.", True),
        ("Write to pickers@gmail.com.", True),
        ("Write to jobs@northbrookfarm.example.", False),
        ("See www.northbrookfarm.example.", False),
        ("Telegram @pick_apples", True),
    ],
)
def test_without_a_name_only_an_address_of_their_own_leads_to_somebody(way, raises):
    text = f"You pick apples 40 hours a week for 12 pounds an hour. {way}"
    assert ("contact_untraceable" in found(text)) is raises
    assert ("employer_unnamed" in found(text)) is raises


def test_what_is_said_over_two_sentences_counts_weakly():
    one = check("We buy your flight, you work it off.", adverts().rules["en"])
    two = check("We take care of your passport. It is kept by the manager.", adverts().rules["en"])
    assert "all_arranged_repaid" in one.flags
    passport = next(finding for finding in two.findings if finding.flag == "passport_taken")
    assert passport.strength in (Strength.WEAK, Strength.STRONG)


def test_nothing_is_missing_from_what_is_no_offer_yet():
    assert found("Hello") == frozenset()
    assert found("") == frozenset()


def test_an_honest_offer_raises_nothing():
    assert found(OFFER + " Written contract from the first day. Call 01632 960 114.") == frozenset()


def test_a_short_offer_says_that_it_is_short():
    assert check("Shop assistant wanted, 20 hours a week.", adverts().rules["en"]).is_short
    assert not check(f"{OFFER} {OFFER}", adverts().rules["en"]).is_short


def test_words_are_marked_where_they_stand():
    text = "Nice work. Your passport is kept by the manager until the end of the season."
    report = check(text, adverts().rules["en"])
    marked = next(finding for finding in report.findings if finding.flag == "passport_taken").spans
    assert any("passport" in text[span.start : span.end] for span in marked)
    assert any("kept" in text[span.start : span.end] for span in marked)


def test_only_so_much_of_a_text_is_looked_at():
    assert strong("x " * LONGEST + "You pay a deposit.") == frozenset()


def test_overlapping_marks_become_one():
    assert joined([Span(5, 9), Span(0, 6), Span(12, 14), Span(12, 14)]) == (Span(0, 9), Span(12, 14))


def test_an_advert_written_without_its_languages_letters_is_read_too():
    rules = adverts().rules["lv"]
    with_letters = check("Pases jānodod koordinatoram, viņš tās glabās.", rules).strong
    without = check("Pases janodod koordinatoram, vins tas glabas.", rules).strong
    assert with_letters == without == {"passport_taken"}


@pytest.mark.parametrize(
    ("text", "is_high"),
    [
        ("No experience needed, 5 thousand a month.", True),
        ("No experience needed, 1 thousand a month.", False),
        ("No experience needed, 40 hours a week.", False),
        ("No experience needed, we pack 5 thousand boxes.", False),
    ],
)
def test_thousands_for_a_time_of_work_are_money_without_a_currency_too(text, is_high):
    assert ("high_pay_no_skill" in found(text)) is is_high
