"""What readers get: their language or word of others, nothing of drafts, and from memory without a look-up."""

import gzip
import re

import brotli
import pytest

from lapotne.apps.library.queries import site
from lapotne.apps.website.views.content import shelf
from tests.apps.library.conftest import page
from tests.apps.library.test_loading import edit


@pytest.fixture(autouse=True)
def empty_shelf():
    site.forget()
    shelf.kept.clear()


def test_a_page_says_its_words_where_they_come_from_and_who_read_them(client, loaded):
    answer = client.get("/lv/roof/")
    assert answer.status_code == 200
    assert "<h1>Jumts</h1>" in answer.text
    assert "<strong>lapām</strong>" in answer.text
    assert 'href="/lv/help/"' in answer.text
    assert "A book of trees" in answer.text
    assert "language teacher" in answer.text
    assert 'href="/lv/roof/branch/"' in answer.text


def test_a_page_nobody_reviewed_says_so(client, loaded):
    assert "Not yet reviewed by a native speaker." in client.get("/en/roof/").text


def test_whoever_asks_in_another_language_is_told_in_it_where_the_page_is(client, loaded):
    answer = client.get("/de/roof/")
    assert answer.status_code == 404
    assert '<html lang="de"' in answer.text
    assert 'href="/lv/roof/" hreflang="lv"' in answer.text
    assert 'href="/en/roof/" hreflang="en"' in answer.text
    assert "Leaves keep" not in answer.text, "nothing falls back silently"


def test_programs_are_told_of_those_languages_alone(client, loaded):
    head = client.get("/en/roof/").text.partition("</head>")[0]
    assert re.search(r'<link rel="alternate"[^>]*/lv/roof/"', head)
    assert 'hreflang="de"' not in head


def test_the_home_page_says_its_words_where_it_has_some(client, loaded):
    assert 'Welcome to <a href="/en/roof/">it</a>' in client.get("/en/").text
    assert client.get("/de/").status_code == 200


def test_a_draft_is_seen_by_nobody(client, loaded):
    known = page("roof", "en")
    known.title = "Not yet"
    known.save_revision()
    assert "Not yet</h1>" not in client.get("/en/roof/").text


def test_what_is_published_is_read_at_once_and_what_is_withdrawn_no_more(client, loaded):
    assert client.get("/en/roof/").status_code == 200
    edit(page("roof", "en"), title="A green roof")
    assert "<h1>A green roof</h1>" in client.get("/en/roof/").text
    page("roof", "en").unpublish()
    assert client.get("/en/roof/").status_code == 404


def test_a_page_from_memory_needs_one_tiny_look_up(client, loaded, django_assert_num_queries):
    client.get("/en/roof/")
    with django_assert_num_queries(1):
        client.get("/en/roof/")


def test_it_needs_none_within_the_second(client, loaded, settings, django_assert_num_queries):
    settings.STAMP_SECONDS = 60
    client.get("/en/roof/")
    with django_assert_num_queries(0):
        client.get("/en/roof/")


def test_a_page_made_anew_needs_few(client, loaded, django_assert_max_num_queries):
    client.get("/en/")
    with django_assert_max_num_queries(8):
        client.get("/en/roof/")


def test_no_reader_gets_what_another_wrote_into_the_address(client, loaded):
    first = client.get("/en/roof/?from=somewhere")
    assert "somewhere" not in first.text
    assert client.get("/en/roof/").text == first.text


def test_packed_answers_say_the_same_and_a_browser_that_has_it_gets_nothing(client, loaded):
    plain = client.get("/en/roof/").content
    packed = client.get("/en/roof/", headers={"accept-encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "br"
    assert brotli.decompress(packed.content) == plain
    squeezed = client.get("/en/roof/", headers={"accept-encoding": "gzip"})
    assert gzip.decompress(squeezed.content) == plain
    again = client.get("/en/roof/", headers={"accept-encoding": "gzip", "if-none-match": squeezed.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_nobody_is_known_and_nothing_is_set(client, loaded):
    answer = client.get("/en/roof/")
    assert not answer.cookies
    assert "Cookie" not in answer.headers["Vary"]
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_the_shelf_forgets_what_was_asked_for_longest_ago(client, loaded, monkeypatch):
    monkeypatch.setattr(shelf, "most", 2)
    for path in ("/en/roof/", "/lv/roof/", "/lv/roof/branch/"):
        client.get(path)
    assert len(shelf.kept) == 2
    assert not [name for name in shelf.kept if "en" in name]


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "[x](javascript:alert(1))", '[x](https://e.x/"onclick=1)']
)
def test_hostile_words_are_shown_as_words(client, loaded, words):
    known = page("roof", "en")
    edit(known, summary=words)
    text = client.get("/en/roof/").text
    assert "<script>alert" not in text
    assert 'href="javascript' not in text
    assert '"onclick' not in text


@pytest.mark.parametrize(
    ("language", "address", "told"),
    [
        ("en", "roof", "Text of 24 November 2026."),
        ("en", "day", "18–19 Jan 2016"),
        ("lv", "roof", "2026. gada 24. novembr"),
        ("lv", "roof", "2026. gada 20. novembris"),
    ],
)
def test_days_stand_as_the_reader_writes_them(client, loaded, language, address, told):
    assert told in client.get(f"/{language}/{address}/").text
