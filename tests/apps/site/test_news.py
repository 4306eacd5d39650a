"""News newest first and by year, a sheet at a time, as Atom and RSS; what is missing is told, not replaced."""

import re
from datetime import UTC, datetime

import feedparser
import pytest

from lapotne.apps.library.models import NewsPage
from lapotne.apps.website.presenters import sheets

pytestmark = pytest.mark.usefixtures("news")


def titles(text: str) -> list[str]:
    return re.findall(r'class="story__title"[^>]*>([^<]+)<', text)


def test_the_newest_comes_first_under_its_year(client):
    text = client.get("/lv/news/").text
    assert titles(text) == ["Saruna pilsētā", "Durvis ir vaļā", "Gads sākas"]
    assert re.findall(r'<h2 id="year-(\d+)"', text) == ["2026", "2025"]
    assert "Tām ir divas vērtnes." in text, "a summary without its marks"


def test_the_headline_says_how_much_there_is_and_which_is_the_latest(client):
    assert re.search(r"<h1>2 pieces of news, the latest on \d+ \w+ 2026</h1>", client.get("/en/news/").text)
    assert re.search(r"<h1>1 piece of news in 2025: \d+ \w+ 2025</h1>", client.get("/en/news/2025/").text)


def test_a_year_has_its_own_list_and_one_without_news_is_not_there(client):
    assert titles(client.get("/en/news/2025/").text) == ["The year begins"]
    assert client.get("/en/news/2024/").status_code == 404


def test_a_year_only_in_other_languages_says_so_and_leads_to_it_there(client):
    text = client.get("/uk/news/2025/").text
    assert re.findall(r'href="(/\w\w/news/2025/)" lang="\w\w" hreflang="\w\w">[^<]+: 1<', text) == [
        "/lv/news/2025/", "/en/news/2025/"
    ]  # fmt: skip
    assert "<h1>Цією мовою ще немає</h1>" in text
    assert client.get("/uk/news/2025/page/2/").status_code == 404
    assert 'id="elsewhere"' not in client.get("/en/news/2025/").text, "all of this year is in English"


def test_what_exists_only_in_another_language_is_counted_and_linked(client):
    text = client.get("/en/news/").text
    assert "Saruna" not in text
    assert "1 more is not in your language yet." in text
    assert 'href="/lv/news/" lang="lv" hreflang="lv">Latviešu: 1</a>' in text
    assert "in your language yet" not in client.get("/lv/news/").text


def test_a_language_without_any_says_so_and_where_they_are(client):
    text = client.get("/uk/news/").text
    assert titles(text) == []
    assert re.findall(r'hreflang="(\w\w)">[^<]+: (\d)<', text) == [("lv", "3"), ("en", "2")]


def test_older_news_stands_on_further_sheets(client, monkeypatch):
    monkeypatch.setattr(sheets, "ON_A_SHEET", 2)
    assert 'rel="next" href="/lv/news/page/2/"' in client.get("/lv/news/").text
    second = client.get("/lv/news/page/2/").text
    assert titles(second) == ["Gads sākas"]
    assert 'rel="prev" href="/lv/news/page/1/"' in second
    assert client.get("/lv/news/page/3/").status_code == 404
    assert client.get("/lv/news/page/0/").status_code == 404


@pytest.mark.parametrize("kind", ["atom", "rss"])
def test_a_reader_of_feeds_finds_all_in_the_language_and_each_keeps_its_id(client, kind):
    answer = client.get(f"/lv/news/{kind}.xml")
    assert answer.headers["Content-Type"] == f"application/{kind}+xml; charset=utf-8"
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    assert feed.feed.language == "lv"
    assert [one.title for one in feed.entries] == ["Saruna pilsētā", "Durvis ir vaļā", "Gads sākas"]
    assert feed.entries[0].summary in ("Par lapām &amp; zariem.", "Par lapām & zariem.")
    assert feed.entries[0].link == "http://testserver/lv/talk/"
    ids = {one.id for one in feed.entries}
    assert len(ids) == 3
    assert all(one.startswith("urn:uuid:") for one in ids)
    english = feedparser.parse(client.get(f"/en/news/{kind}.xml").content)
    assert not ids & {one.id for one in english.entries}, "another language is another entry"
    NewsPage.objects.filter(key="talk").update(slug="moved", url_path="/lv/moved/")
    assert ids == {one.id for one in feedparser.parse(client.get(f"/lv/news/{kind}.xml").content).entries}


def test_a_feed_says_when_words_changed_and_on_which_day_the_news_is_of(client):
    feed = feedparser.parse(client.get("/en/news/atom.xml").content)
    assert feed.version == "atom10"
    assert feed.entries[0].published == "2026-05-02T00:00:00+03:00"
    assert feed.entries[0].updated == "2026-11-24T10:00:00+00:00"
    assert feed.feed.updated == "2026-11-24T10:00:00+00:00"
    assert datetime(*feed.feed.updated_parsed[:6], tzinfo=UTC) == datetime(2026, 11, 24, 10, tzinfo=UTC)


def test_a_feed_without_news_yet_is_a_feed(client):
    feed = feedparser.parse(client.get("/uk/news/atom.xml").content)
    assert not feed.bozo
    assert feed.entries == []
    assert feed.feed.updated


def test_the_list_names_its_feeds_to_programs(client):
    head = client.get("/en/news/").text.partition("</head>")[0]
    assert 'type="application/atom+xml" title="News" href="/en/news/atom.xml"' in head
    assert 'type="application/rss+xml" title="News (RSS)" href="/en/news/rss.xml"' in head


def test_no_other_kind_of_feed_is_there(client):
    assert client.get("/en/news/json.xml").status_code == 404


def test_a_list_from_memory_needs_one_tiny_look_up_and_made_anew_few(
    client, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(6):
        client.get("/en/news/")
    with django_assert_num_queries(1):
        client.get("/en/news/")
