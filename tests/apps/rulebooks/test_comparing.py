"""The same person in each country: yes, no or unknown in words, and a no that is never alone."""

import re

import pytest

from lapotne.apps.rulebooks.presenters import reader
from lapotne.config.fixed import FixedNode
from lapotne.domain.verdict import Answer
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


PERSONS = (
    A_MAN,
    {"presumed_victim": "yes", "nationality": "national"},
    {"presumed_victim": "no", "nationality": "eu", "residence": "permit"},
    {"presumed_victim": "unknown", "age": "child", "cooperates": "yes"},
)


def kept():
    """What the readers of the law's words keep, with each card as it would be written again."""
    return {(*place, name): value for place, one in reader._readers.items() for name, value in one._told.items()}


def test_what_is_kept_is_what_the_law_says_whoever_asked(client, monkeypatch):
    """Of a person nothing is: not what was answered, and not whether some verdict was a yes or a no."""
    monkeypatch.setattr(reader, "_readers", {})
    client.post(COMPARE, {})
    before = kept()
    cards = [value for (_, _, name), value in before.items() if name[0] == "card"]
    assert len(cards) == sum(len(book.entitlements) for book in rulebooks().by_country.values())
    assert all(set(card.frames) == set(Answer) for card in cards)
    for said in PERSONS:
        client.post(COMPARE, said)
    after = kept()
    assert {key: after[key] for key in before} == before
    # Further questions of law may have come up; each is a question of a rulebook and none of a person.
    assert {name[0] for _, _, name in set(after) - set(before)} <= {"of law", "open"}


def test_an_answer_that_nobody_else_gives_is_in_nothing_that_is_kept(client, markup, monkeypatch):
    written = []
    write = FixedNode._write
    monkeypatch.setattr(FixedNode, "_write", lambda *of: written.append(write(*of)) or written[-1])
    monkeypatch.setattr(reader, "_readers", {})
    shown = markup(client.post(COMPARE, {"proceedings_began": "on", "proceedings_began_said": "2019-08-23"}))
    assert "23 August 2019" in shown
    assert 'value="2019-08-23"' in shown
    assert "2019" in (memory := f"{written}{kept()}")
    assert not re.search("23 August 2019|2019-08-23", memory)


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
