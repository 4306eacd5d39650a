"""What pages tell programs: their own address, languages, kind; sitemaps and robots."""

import json
import re
from xml.etree import ElementTree

import pytest
from django.conf import settings

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def pages(load, town):
    load(
        home="kind: home", home__en="Start", home__lv="Sākums",
        roof="kind: article", roof__en='The "roof" </script><b> | Of leaves.', roof__lv="Jumts",
        piece="kind: news\npublished: 2026-05-02", piece__lv="Durvis ir vaļā",
        day=f"kind: event\nstarts: 2026-12-01\nends: 2026-12-02\nmunicipality: {town.key}", day__lv="Diena",
    )  # fmt: skip


def head(client, path: str) -> str:
    return client.get(path).text.partition("</head>")[0]


def data(client, path: str) -> dict:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head(client, path), re.DOTALL)
    return json.loads(block)


def test_a_page_names_its_own_address_and_those_languages_in_which_it_is(client, pages):
    found = head(client, "/lv/roof/")
    assert '<link rel="canonical" href="http://testserver/lv/roof/">' in found
    assert re.findall(r'<link rel="alternate" href="([^"]+)" hreflang="(\w+)">', found) == [
        ("http://testserver/en/roof/", "en"),
        ("http://testserver/lv/roof/", "lv"),
    ]


def test_a_tool_names_all_languages_and_nothing_that_was_asked(client, pages):
    found = head(client, "/en/help/?town=somewhere")
    assert '<link rel="canonical" href="http://testserver/en/help/">' in found
    assert "somewhere" not in found
    assert len(re.findall(r'hreflang="\w+" href="http://testserver/\w\w/help/"', found)) == len(settings.LANGUAGES)


@pytest.mark.parametrize(
    "path", ["/lv/roof/", "/lv/news/", "/lv/news/atom.xml", "/lv/events/all.ics", "/lv/sitemap.xml"]
)
def test_each_host_gets_its_own_addresses(client, pages, settings, path):
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    assert "http://testserver/lv/" in client.get(path).text
    elsewhere = client.get(path, headers={"host": "other.example"}).text
    assert "http://other.example/lv/" in elsewhere
    assert "testserver" not in elsewhere


def test_programs_are_told_what_a_page_is(client, pages):
    assert data(client, "/lv/roof/")["@type"] == "Article"
    piece = data(client, "/lv/piece/")
    assert (piece["@type"], piece["datePublished"], piece["inLanguage"]) == ("NewsArticle", "2026-05-02", "lv")
    day = data(client, "/lv/day/")
    assert (day["@type"], day["startDate"], day["endDate"]) == ("Event", "2026-12-01", "2026-12-02")
    assert day["location"]["name"] == "Liepkalni"
    assert day["organizer"]["@type"] == "Organization"


def test_a_title_that_looks_like_the_end_of_the_block_stays_in_it(client, pages):
    found = head(client, "/en/roof/")
    assert data(client, "/en/roof/")["headline"] == 'The "roof" </script><b>'
    assert found.count("</script>") == found.count("<script")
    assert 'content="The &quot;roof&quot; &lt;/script&gt;&lt;b&gt;"' in found


def test_what_is_shared_says_the_title_and_no_more(client, pages):
    said = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', head(client, "/lv/roof/")))
    assert said == {
        "site_name": "Lapotne", "type": "article", "title": "Jumts", "url": "http://testserver/lv/roof/", "locale": "lv"
    }  # fmt: skip
    assert "Of leaves" not in head(client, "/en/roof/")


def test_the_index_of_sitemaps_has_one_for_each_language(client, pages):
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 -- our own answer
    found = [one.text for one in root.iterfind("s:sitemap/s:loc", NAMES)]
    assert found == [f"http://testserver/{code}/sitemap.xml" for code, _ in settings.LANGUAGES]


def test_a_sitemap_has_the_pages_of_its_language_with_those_of_others(client, pages):
    root = ElementTree.fromstring(client.get("/lv/sitemap.xml").content)  # noqa: S314
    urls = {url.findtext("s:loc", "", NAMES): url for url in root.iterfind("s:url", NAMES)}
    roof = urls["http://testserver/lv/roof/"]
    assert roof.findtext("s:lastmod", "", NAMES) == "2026-11-24T10:00:00+00:00"
    others = {link.get("hreflang"): link.get("href") for link in roof.iterfind("x:link", NAMES)}
    assert others == {"en": "http://testserver/en/roof/", "lv": "http://testserver/lv/roof/"}
    assert {f"http://testserver/lv/{path}" for path in ("", "events/", "directory/lv-liepkalni/")} <= set(urls)
    english = client.get("/en/sitemap.xml").text
    assert "/en/news/" in english
    assert "<loc>http://testserver/en/day/</loc>" not in english


def test_every_address_of_a_sitemap_is_there(client, pages):
    root = ElementTree.fromstring(client.get("/en/sitemap.xml").content)  # noqa: S314
    asked = [loc.text.removeprefix("http://testserver") for loc in root.iterfind("s:url/s:loc", NAMES)]
    assert len(asked) > 15
    assert {path: status for path in asked if (status := client.get(path).status_code) != 200} == {}


def test_search_engines_stay_out_of_the_workspace_and_out_of_a_whole_demonstration(client, db, settings):
    settings.DEMO = False
    real = client.get("/robots.txt").text
    assert "Disallow: /*/staff/" in real
    assert "Disallow: /\n" not in real
    assert "Sitemap: http://testserver/sitemap.xml" in real
    settings.DEMO = True
    assert "Disallow: /\n" in client.get("/robots.txt").text


def test_a_page_leads_to_its_list_and_an_event_to_its_calendar(client, pages):
    assert '<a href="/lv/news/">' in client.get("/lv/piece/").text.partition("<h1>")[0]
    day = client.get("/lv/day/").text
    assert '<a href="/lv/events/">' in day.partition("<h1>")[0]
    assert 'href="/lv/events/of/day.ics" type="text/calendar"' in day
    assert 'href="/lv/events/in/lv-liepkalni/"' in day


def test_pictures_are_offered_only_where_there_are_some(client, load, town):
    load(book="kind: publication", book__en="A book")
    for path in ("/en/publications/", "/en/", "/en/sitemap.xml"):
        assert "/en/galleries/" not in client.get(path).text
    load(views="kind: gallery", views__lv="Skati")
    assert '<a class="chip" href="/en/galleries/">' in client.get("/en/publications/").text
    assert "/en/galleries/" in client.get("/en/sitemap.xml").text


def test_the_headline_of_a_collection_says_how_many_it_has(client, load, town):
    load(book="kind: publication", book__en="A book", other="kind: publication", other__en="Another")
    assert "<h1>2 publications to read</h1>" in client.get("/en/publications/").text
    assert "<h1>Publications</h1>" not in client.get("/en/publications/").text
