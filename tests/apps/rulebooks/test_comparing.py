"""The same person in each country: yes, no or unknown in words, and a no that is never alone."""

import pytest

from lapotne.apps.rulebooks.presenters import reader
from tests.rules.shipped import rulebooks

COMPARE = "/en/law/compare/"
A_MAN = {"presumed_victim": "yes", "nationality": "third_country", "age": "adult", "cooperates": "no"}

pytestmark = pytest.mark.django_db


def test_every_country_stands_side_by_side(client, words):
    shown = words(client.post(COMPARE, A_MAN))
    for name in (
        "Latvia",
        "Estonia",
        "Lithuania",
        "Finland",
        "Sweden",
        "Norway",
        "Denmark",
        "Poland",
        "Germany",
        "Russia",
    ):
        assert name in shown
    assert "Some help is certain in" in shown
    assert "You said: There are signs that the person may have been trafficked." in shown


def test_every_entitlement_has_its_verdict(client, cards):
    response = client.post(COMPARE, A_MAN)
    told = sum(len(cards(response, answer)) for answer in ("yes", "no", "unknown"))
    assert told == sum(len(book.entitlements) for book in rulebooks().by_country.values())


def test_a_no_is_never_alone(client, cards):
    found = cards(client.post(COMPARE, A_MAN), "no")
    assert found
    for card in found:
        assert "What would open it" in card
        assert "Who decides" in card
        assert "Whom to ask anyway" in card or "in which the person is now" in card


def test_every_yes_says_why(client, cards):
    for card in cards(client.post(COMPARE, A_MAN), "yes"):
        assert "Because" in card


def test_every_unknown_names_what_would_settle_it_or_what_the_law_leaves_open(client, cards):
    for card in cards(client.post(COMPARE, {}), "unknown"):
        assert "What would settle it" in card or "Open question of law" in card


ASKED = ((COMPARE, A_MAN), (COMPARE, {}), ("/lv/law/compare/", {}), (COMPARE, {"on": "2012-12-10"}))


def test_what_was_shown_to_one_is_not_in_the_page_of_another(client, markup, monkeypatch):
    """The law's words are kept between pages; of another day, another language and another person there are none."""
    alone = []
    for address, said in ASKED:
        monkeypatch.setattr(reader, "_readers", {})
        alone.append(markup(client.post(address, said)))
    assert len(set(alone)) == len(ASKED)
    assert [markup(client.post(address, said)) for address, said in ASKED] == alone
    assert [markup(client.post(address, said)) for address, said in reversed(ASKED)] == alone[::-1]


def test_no_number_of_russia_is_there_to_call(client, markup):
    shown = markup(client.post(COMPARE, A_MAN))
    russia = shown.split('id="in-ru"')[1].split("</section>")[0]
    assert "tel:" not in russia
    assert "nobody is sent there" in russia


def test_answers_are_posted_used_once_and_kept_nowhere(client, markup, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.post(COMPARE, A_MAN)
    assert response.headers["Cache-Control"] == "no-store"
    assert client.get(COMPARE).headers["Cache-Control"] == "no-store"
    assert not response.cookies
    assert "presumed_victim=" not in response.content.decode()
    assert '<form method="get"' not in markup(response)


def test_answers_in_an_address_are_not_read(client, words):
    assert "You said" not in words(client.get(COMPARE, A_MAN))


def test_the_answers_stand_in_the_form_again(client, markup):
    assert 'value="third_country" checked' in markup(client.post(COMPARE, A_MAN))


def test_answers_that_cannot_all_be_true_get_a_clear_error_and_no_verdict(client, words, cards, markup):
    response = client.post(COMPARE, A_MAN | {"residence": "citizen"})
    assert response.status_code == 400
    assert "there is no verdict" in words(response)
    assert "Only a citizen of this country is at home in their own country." in words(response)
    assert cards(response, "yes") == cards(response, "no") == cards(response, "unknown") == []
    assert 'value="citizen" checked' in markup(response)


def test_an_answer_that_cannot_be_read_is_marked_and_counts_as_not_known(client, words):
    response = client.post(COMPARE, A_MAN | {"age": "", "age_said": "old"})
    assert response.status_code == 400
    assert "whole years" in words(response)
    assert "Some help is certain in" in words(response)


def test_another_day_is_answered_by_its_law(client, words):
    assert "1 February 2017" in words(client.post(COMPARE, A_MAN | {"on": "2017-02-01"}))


def test_a_day_that_cannot_be_read_is_told(client, words):
    response = client.post(COMPARE, A_MAN | {"on": "soon"})
    assert response.status_code == 400
    assert "“soon”" in words(response)


def test_what_cannot_change_is_told_as_such_and_not_as_a_way(client, cards):
    found = cards(client.post(COMPARE, {"presumed_victim": "yes", "nationality": "national"}), "no")
    card = next(card for card in found if "No: Residence permit" in card)
    assert (
        "What would open it Nothing can, because this doesn't change: The person is a citizen of this country." in card
    )
