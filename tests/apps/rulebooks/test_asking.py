"""The guided way in: one question a page, “I don't know” as a full answer, and an end that is never bare."""

import re

import pytest

from tests.rules.shipped import rulebooks

LV = "/en/law/lv/ask/"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
MOST = 40
CURRENT = [book for book in rulebooks().by_country.values() if not book.is_history]
WAYS = [(book.country, kind) for book in CURRENT
        for kind in dict.fromkeys(one.kind for one in book.entitlements.values())]  # fmt: skip

pytestmark = pytest.mark.django_db


@pytest.fixture
def walk(client, markup):
    """Answers as told, else “I don't know”, until the end: `walk("lv", "assistance", {...})`."""

    def answer(country, kind, answers=None):
        fields = [("only", kind)]
        for _ in range(MOST):
            data = {}
            for name, value in fields:
                data.setdefault(name, []).append(value)
            response = client.post(f"/en/law/{country}/ask/", data)
            fields = HIDDEN.findall(markup(response))
            asked = dict(fields).get("asked")
            if not asked or response.status_code != 200:
                return response
            fields.append((asked, (answers or {}).get(asked, "unknown")))
        raise AssertionError("the questions don't end")

    return answer


def test_it_begins_with_which_help_and_then_asks_what_settles_most(client, words):
    assert "Which help do you want to know about?" in words(client.get(LV))
    first = words(client.post(LV, {"only": "assistance"}))
    assert "Is there a decision that recognises the person as a victim" in first
    assert "Help begins with such a decision" in first
    assert "I don't know" in first


@pytest.mark.parametrize(("country", "kind"), WAYS)
@pytest.mark.parametrize("always", ["yes", "no", "unknown"])
def test_every_way_ends_in_yes_no_or_a_named_question(walk, cards, country, kind, always):
    facts = rulebooks().facts
    answers = {key: "unknown" if fact.values else always for key, fact in facts.items()}
    answers |= {key: {"yes": "sometime", "no": "never"}.get(always, always)
                for key, fact in facts.items() if fact.kind == "date"}  # fmt: skip
    response = walk(country, kind, answers)
    if response.status_code == 400:
        assert "can't all be true" in response.content.decode()
        return
    ends = [cards(response, answer) for answer in ("yes", "no", "unknown")]
    assert sum(map(len, ends)) > 0
    for card in ends[2]:
        assert "Open question of law" in card or "What would settle it" in card


def test_a_yes_says_why_who_decides_and_whom_to_call(walk, cards):
    (card,) = cards(walk("lv", "assistance", {"provider_assessment": "yes"}), "yes")
    assert "180" in card
    assert "Because The provider's assessment protocol shows that the criteria are met." in card
    assert "SIVA" in card
    assert "+371 28612120" in card


def test_a_no_is_never_alone(walk, cards):
    nothing = dict.fromkeys(
        ("recognised_in_proceedings", "police_statement", "provider_assessment", "foreign_statement"), "no"
    )
    (card,) = cards(walk("lv", "assistance", nothing), "no")
    for part in ("Because", "What would open it", "Who decides", "Whom to ask anyway", "+371 28612120"):
        assert part in card


def test_what_no_source_tells_ends_as_a_named_question_of_law(walk, cards):
    said = dict.fromkeys(("recognised_in_proceedings", "police_statement", "provider_assessment"), "no")
    (card,) = cards(walk("lv", "assistance", said | {"foreign_statement": "yes"}), "unknown")
    assert "Open question of law Which papers does Regulation 344 ask for" in card


def test_answers_travel_in_the_form_alone_and_nothing_is_kept(client, markup):
    response = client.post(LV, {"only": "assistance", "asked": "police_statement", "police_statement": "no"})
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies
    assert 'name="police_statement" value="no"' in markup(response)
    assert "police_statement=" not in response.content.decode()
    assert not re.search(r'<form method="get"', markup(response))


def test_answers_in_the_address_are_not_read(client, words):
    assert "Which help do you want to know about?" in words(client.get(LV, {"police_statement": "yes"}))


def test_no_look_up_is_made_and_no_cookie_set(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.post(LV, {"only": "assistance", "police_statement": "no"})
    assert not response.cookies


def test_next_without_an_answer_says_what_to_do(client, words):
    response = client.post(LV, {"only": "assistance", "asked": "police_statement"})
    assert response.status_code == 400
    assert "Choose an answer, or “I don't know”." in words(response)
    assert "law-enforcement statement" in words(response)


def test_back_asks_the_last_question_again_with_its_answer(client, markup, words):
    given = {"only": "assistance", "police_statement": "no", "provider_assessment": "unknown"}
    response = client.post(LV, given | {"asked": "foreign_statement", "foreign_statement": "yes", "back": "1"})
    assert "Has the provider's commission" in words(response)
    assert re.search(r'name="provider_assessment" value="unknown" checked', markup(response))
    assert 'name="police_statement" value="no"' in markup(response)
    assert "foreign_statement" not in dict(HIDDEN.findall(markup(response)))


def test_back_from_the_first_question_leads_to_the_beginning(client):
    response = client.post(LV, {"only": "assistance", "asked": "police_statement", "back": "1"})
    assert response.headers["Location"] == LV


def test_any_answer_can_be_changed_and_the_others_stay(client, markup, words):
    given = {"only": "assistance", "police_statement": "no", "provider_assessment": "yes"}
    response = client.post(LV, given | {"change": "police_statement"})
    assert "Is there a law-enforcement statement" in words(response)
    assert 'name="provider_assessment" value="yes"' in markup(response)


def test_answers_that_cannot_all_be_true_get_no_verdict(client, words, cards):
    given = {"only": "proceedings", "proceedings_began": "on", "proceedings_began_said": "2016-05-01"}
    wrong = {"asked": "proceedings_ended", "proceedings_ended": "on", "proceedings_ended_said": "2016-04-01"}
    response = client.post(LV, given | wrong)
    assert response.status_code == 400
    assert "Proceedings can't have ended before they began." in words(response)
    assert cards(response, "yes") == cards(response, "no") == []
    assert 'value="2016-04-01"' in response.content.decode()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"asked": "age", "age_said": "old"}, "whole years"),
        ({"asked": "age", "age_said": "121"}, "whole years"),
        ({"asked": "course_ended", "course_ended": "on"}, "Write the day"),
        ({"asked": "course_ended", "course_ended_said": "soon"}, "as 2017-02-01"),
        ({"asked": "police_statement", "police_statement": "perhaps"}, "answers listed"),
        ({"asked": "nationality", "nationality": "martian"}, "answers listed"),
    ],
)
def test_an_answer_that_cannot_be_read_is_told_and_kept(client, words, fields, told):
    response = client.post(LV, fields)
    assert response.status_code == 400
    assert told in words(response)


def test_what_is_certain_already_is_shown_beside_the_next_question(client, words):
    shown = words(client.post(LV, {"nationality": "national"}))
    assert "Already certain" in shown
    assert "No: Time to reflect" in shown


def test_the_day_whose_law_counts_is_carried_on(walk, client, words):
    shown = words(client.post(LV, {"only": "assistance", "on": "2017-02-01"}))
    assert "applied to the provider in writing" in shown
    assert "1 February 2017" in shown


def test_a_day_that_cannot_be_read_begins_again_and_says_why(client, words):
    response = client.post(LV, {"only": "assistance", "on": "soon"})
    assert response.status_code == 400
    assert "“soon”" in words(response)
