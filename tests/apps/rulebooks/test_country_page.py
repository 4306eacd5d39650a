"""A country's page: every statement with its day and source, on today and on any other day."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.conf import settings

from lapotne.apps.rulebooks.presenters.country import country_page
from lapotne.apps.rulebooks.presenters.rules import is_nested
from lapotne.apps.rulebooks.views import country as view
from lapotne.domain.entitlements.conditions import Open
from lapotne.domain.entitlements.sentences import Branch, Speaker
from tests.rules.shipped import books

BOOKS = {book.country: book for book in books()}

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("day", ["", "2006-10-30", "2017-02-01", "2022-08-01"])
def test_every_country_has_a_page_on_any_day_without_cookie_and_without_look_up(
    client, country, day, django_assert_num_queries
):
    with django_assert_num_queries(0):
        response = client.get(f"/en/law/{country}/", {"on": day} if day else {})
    assert response.status_code == 200
    assert not response.cookies


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_the_law_is_there_in_every_language(client, language):
    assert client.get(f"/{language}/law/").status_code == 200
    assert client.get(f"/{language}/law/lv/").status_code == 200


def leaves(branch: Branch) -> Iterator[str]:
    if not branch.parts:
        yield branch.says
    for part in branch.parts:
        yield from leaves(part)


def test_every_rule_that_stands_is_printed_as_a_sentence_or_where_that_would_be_nested_line_by_line(
    client, country, words
):
    book, today = BOOKS[country], date(2026, 11, 24)
    shown = words(client.get(f"/en/law/{country}/?on={today}"))
    for entitlement in book.entitlements.values():
        for version in entitlement.on(today).readings:
            is_open = isinstance(version.when, Open)
            speaker = Speaker("en", book)
            sentence = speaker.question(version.when.question) if is_open else speaker.sentence(version.when)
            by_lines = not is_open and is_nested(sentence)
            said = leaves(speaker.tree(version.when)) if by_lines else [sentence]
            assert all(re.sub(r"\s+", " ", one).rstrip(".") in shown for one in said), entitlement.key
            assert not by_lines or re.sub(r"\s+", " ", sentence).rstrip(".") not in shown


def test_no_statement_holds_brackets_within_brackets(client, country, words):
    shown = words(client.get(f"/en/law/{country}/"))
    assert not re.search(r"\((?:at least one|the person|a decision)[^()]*;? \(", shown)


@pytest.mark.parametrize("language", ["en", "lv"])
def test_the_headline_has_one_colon(client, country, language):
    page = client.get(f"/{language}/law/{country}/").text
    assert re.search(r"<h1[^>]*>(.*?)</h1>", page)[1].count(":") <= 1


def test_what_an_address_names_stands_inside_what_is_folded(client, country, markup):
    """Browsers unfold what a target stands in, not the target itself: its id in a summary would open nothing."""
    shown = markup(client.get(f"/en/law/{country}/"))
    for summary in re.findall(r"<details[^>]*>\s*<summary.*?</summary>", shown, re.DOTALL):
        assert " id=" not in summary


def test_every_open_question_of_law_is_listed(client, country, words):
    shown = words(client.get(f"/en/law/{country}/"))
    for question in BOOKS[country].questions.values():
        assert re.sub(r"\s+", " ", question.question["en"]) in shown


def test_contradictions_stand_side_by_side_each_with_its_source(client, country, words):
    shown = words(client.get(f"/en/law/{country}/"))
    for difference in BOOKS[country].differences:
        for side in difference.statements:
            assert re.sub(r"\s+", " ", side.says["en"]) in shown


def test_every_source_on_the_page_is_one_that_the_page_lists(client, country, markup):
    shown = markup(client.get(f"/en/law/{country}/"))
    named = set(re.findall(r'href="#(source-[^"]+)"', shown))
    assert named
    assert named <= set(re.findall(r'id="(source-[^"]+)"', shown))


def test_every_anchor_leads_somewhere_and_no_id_is_there_twice(client, country, markup):
    shown = markup(client.get(f"/en/law/{country}/"))
    ids = re.findall(r'\sid="([^"]+)"', shown)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', shown)) <= set(ids)


@pytest.mark.parametrize(
    ("country", "day", "headline"),
    [
        ("lv", "2006-10-30", "Latvia: of this day no source says what held"),
        ("lv", "2012-12-10", "Latvia: Social rehabilitation course, 6 months"),
        ("lv", "2012-12-11", "Latvia: Social rehabilitation course, 6 months / 180 days"),
        ("lv", "2013-09-30", "Latvia: Social rehabilitation course, 6 months / 180 days"),
        ("lv", "2013-10-01", "Latvia: Social rehabilitation course, 180 days"),
    ],
)
def test_a_dated_change_shows_on_its_day_and_not_the_day_before(client, country, day, headline, words):
    assert headline in words(client.get(f"/en/law/{country}/?on={day}")).replace("\xa0", " ")


def test_in_sweden_the_municipality_applies_since_august_2022(client, words):
    shown = words(client.get("/en/law/se/?from=2022-07-31&to=2022-08-01"))
    assert "changed between 31 July 2022 and 1 August 2022" in shown
    assert "in force since 1 August 2022" in shown
    assert "nothing changed" in words(client.get("/en/law/se/?from=2022-07-30&to=2022-07-31"))


def test_what_was_stated_last_says_so_and_what_the_act_says_says_that(client, words):
    assert "last stated February 2017" in words(client.get("/en/law/lv/"))
    assert "in force since 1 April 2023" in words(client.get("/en/law/ee/"))


def test_a_value_that_nobody_checked_for_a_year_is_flagged(client, words, monkeypatch):
    assert "not checked for a year" not in words(client.get("/en/law/lv/"))
    monkeypatch.setattr(view.timezone, "localdate", lambda: date(2029, 1, 1))
    assert "not checked for a year, last on 24 November 2026" in words(client.get("/en/law/lv/"))


def test_whom_to_call_is_todays_number_on_any_day(client, markup):
    assert 'href="tel:+37128612120"' in markup(client.get("/en/law/lv/?on=2007-01-01"))


def test_russia_is_history_and_offers_no_referral(client, markup, words):
    response = client.get("/en/law/ru/")
    assert "history, nobody is sent there" in words(response)
    assert "tel:" not in markup(response)
    assert "/law/ru/ask/" not in markup(response)
    assert "/law/ru/course/" not in markup(response)
    assert "/law/ru/ask/" not in markup(client.get("/en/law/"))


@pytest.mark.parametrize(
    "address",
    [
        "/en/law/ru/ask/",
        "/en/law/ru/course/",
        "/en/law/xx/",
        "/en/law/xx/ask/",
        "/en/law/supranational/ask/",
        "/en/law/supranational/course/",
    ],
)
def test_nobody_is_asked_about_history_or_a_country_that_is_not_here(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("written", ["soon", "2017-13-01", "0001-01-01", "9999-12-31"])
def test_a_day_that_cannot_be_read_is_told_and_kept_in_the_field(client, written, words, markup):
    response = client.get("/en/law/lv/", {"on": written})
    assert response.status_code == 400
    assert "as 2017-02-01" in words(response)
    assert f'value="{written}"' in markup(response)


def test_what_changed_between_two_days_stands_side_by_side(client, words):
    shown = words(client.get("/en/law/lv/?from=2012-12-10&to=2013-10-01")).replace("\xa0", " ")
    assert "changed between 10 December 2012 and 1 October 2013" in shown
    assert "6 months" in shown
    assert "180 days" in shown


def test_two_days_in_the_wrong_order_are_put_right(client, words):
    right, wrong = (client.get(f"/en/law/lv/?{one}") for one in ("from=2012-01-01&to=2020-01-01",
                                                                  "from=2020-01-01&to=2012-01-01"))  # fmt: skip
    assert words(right) == words(wrong)


def test_where_nothing_changed_the_page_says_so(client, words):
    assert "nothing changed between" in words(client.get("/en/law/lv/?from=2026-01-02&to=2026-01-03"))


def test_a_day_of_comparison_that_cannot_be_read_is_told(client, words):
    response = client.get("/en/law/lv/?from=soon&to=2013-10-01")
    assert response.status_code == 400
    assert "“soon”" in words(response)


def test_every_day_of_change_is_a_link_to_the_page_of_that_day(client, markup):
    assert '?on=2013-10-01"' in markup(client.get("/en/law/lv/"))


def test_the_law_is_in_the_menu_of_the_public_and_of_the_staff(client, signed_in, alice):
    assert "/en/law/" in client.get("/en/").content.decode()
    assert "/en/law/" in signed_in(alice).get("/en/staff/").content.decode()


def test_readings_that_say_the_same_stand_once_with_what_is_behind_each(client, markup):
    shown = markup(client.get("/en/law/lv/?on=2026-11-24")).replace("\xa0", " ")
    length = shown.split('id="says-course_length"')[1].split("</article>")[0]
    assert length.count("180 days") == 1
    assert "last stated February 2017" in length
    assert "adopted 16 July 2019" in length
    assert "Nobody knows which of these holds" not in length


def test_a_page_is_made_once_and_anew_for_another_day_or_language(client, monkeypatch):
    made = []
    monkeypatch.setattr(view, "country_page", lambda *asked: made.append(asked) or country_page(*asked))
    view.kept.kept.clear()
    for path in (
        "/en/law/lv/",
        "/en/law/lv/?utm=7",
        "/lv/law/lv/",
        "/en/law/lv/?on=2013-10-01",
        "/en/law/lv/?utm=7&on=2013-10-01",
    ):
        assert "utm" not in client.get(path).text
    assert len(made) == 3


def test_a_day_that_cant_be_read_is_never_kept_for_others(client):
    assert "<script>" not in client.get("/en/law/lv/", {"on": "<script>"}).text
    assert client.get("/en/law/lv/").status_code == 200
