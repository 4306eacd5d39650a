"""What counts as hours, pay and work that are told, in English."""

import pytest

from lapotne.domain.adverts.examining import examined
from lapotne.domain.adverts.reading import read
from lapotne.domain.adverts.terms import missing_terms
from tests.domain.adverts.shipped import adverts
from tests.domain.adverts.test_english import found

WAITER = "The Old Mill Restaurant Ltd wants a helper."


@pytest.mark.parametrize(
    ("said", "is_missing"),
    [
        ("You pick apples, Monday to Friday.", False),
        ("You pick apples, 9–5.", False),
        ("You pick apples, 9pm to 7am.", False),
        ("You pick apples, 22–6, five nights.", False),
        ("You pick apples. The bus leaves on Friday.", True),
        ("You pick apples. Answer by 8 o'clock.", True),
        ("You pick apples. Girls 18–24.", True),
        ("You pick apples for 60 pounds a shift.", False),
        ("We want people, 60 pounds a shift.", True),
        ("You pick apples for 12 pounds an hour.", False),
        ("You pick apples. You pay a deposit of 200 pounds.", True),
    ],
)
def test_two_of_hours_pay_and_work_are_told(said, is_missing):
    assert missing_terms(examined(read(said), adverts().rules["en"])) is is_missing


def test_pay_by_experience_is_told_where_its_sum_is():
    assert "terms_unstated" in found(f"{WAITER} You carry plates. Pay depending on experience. Hours by agreement.")
    assert "terms_unstated" not in found(
        f"{WAITER} You carry plates 40 hours a week. Pay 1,200–1,500 EUR depending on you."
    )


def test_who_names_themselves_and_asks_a_certificate_has_told_the_work():
    text = "Region North Hospital Ltd, 40 hours a week, 5,000 euros a month. {}"
    assert "place_or_job_vague" not in found(text.format("Specialist certificate required."))
    assert "place_or_job_vague" in found(text.format("Come and join the people here."))
    assert "place_or_job_vague" in found(
        "We offer 40 hours a week, 5,000 euros a month. Specialist certificate required."
    )


def test_much_pay_without_a_word_of_ease_is_asked_about_only_where_nobody_is_named():
    assert "high_pay_no_skill" in found("We pay 5,000 euros a month.")
    assert "high_pay_no_skill" not in found("Northbrook Farm Ltd. We pay 5,000 euros a month.")
    assert "high_pay_no_skill" in found("Northbrook Farm Ltd. No experience needed. We pay 5,000 euros a month.")


def test_years_of_age_are_no_experience():
    assert "high_pay_no_skill" in found("Girls 18–26 years wanted. We pay 5,000 euros a month.")
    assert "high_pay_no_skill" not in found("5 years in the trade. We pay 5,000 euros a month.")
