"""What pages tell programs: their own address, languages, kind; sitemaps and robots."""

import re
from xml.etree import ElementTree

import pytest
from django.conf import settings
from PIL import Image

from lapotne.adapters.page_head import PICTURE_SIZE
from tests.heads import data, shared, wrong_in_head

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


def data_of(client, path: str) -> dict:
    return data(client.get(path).text)


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
    assert len(re.findall(r'href="http://testserver/\w\w/help/" hreflang="\w\w"', found)) == len(settings.LANGUAGES)


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
    assert data_of(client, "/lv/roof/")["@type"] == "Article"
    piece = data_of(client, "/lv/piece/")
    assert (piece["@type"], piece["datePublished"], piece["inLanguage"]) == ("NewsArticle", "2026-05-02", "lv")
    day = data_of(client, "/lv/day/")
    assert (day["@type"], day["startDate"], day["endDate"]) == ("Event", "2026-12-01", "2026-12-02")
    assert day["location"]["name"] == "Liepkalni"
    assert "organizer" not in day, "no page says who holds it"


def test_the_first_page_tells_who_is_behind_the_site(client, pages):
    found = data_of(client, "/lv/")
    assert (found["@type"], found["name"], found["url"]) == ("Organization", "Lapotne", "http://testserver/")
    assert found["logo"] == shared(client.get("/lv/").text)["image"]


def test_lists_say_that_they_are_lists(client, pages):
    found = {
        path: data_of(client, f"/lv/{path}/")["@type"] for path in ("news", "events", "directory", "help", "advert")
    }
    assert found == {
        "news": "CollectionPage", "events": "CollectionPage", "directory": "CollectionPage",
        "help": "WebPage", "advert": "WebPage",
    }  # fmt: skip


def test_every_kind_of_page_has_a_whole_head_in_each_language(client, load):
    """In one test, for loading takes long; tests/security/test_neutral.py reads those of all other pages."""
    codes = [code for code, _ in settings.LANGUAGES]
    load(
        home="kind: home", roof="kind: article", piece="kind: news\npublished: 2026-05-02",
        day="kind: event\nstarts: 2026-12-01",
        **{f"{key}__{code}": f"Word {code}" for key in ("home", "roof", "piece", "day") for code in codes},
    )  # fmt: skip
    paths = [f"/{code}/{path}" for code in codes for path in ("", "roof/", "piece/", "day/", "events/2026/12/")]
    assert {path: wrong for path in paths if (wrong := wrong_in_head(client.get(path).text, path[1:3]))} == {}


def test_what_is_wrong_in_a_head_would_be_seen(client, pages):
    text = client.get("/lv/roof/").text
    assert wrong_in_head(text, "en") == ["locale", "language"]
    assert wrong_in_head(text.replace('og:title" content="Jumts', 'og:title" content="Telts'), "lv") == ["title"]
    assert wrong_in_head(text.replace("og:image:alt", "og:none"), "lv") == ["fields"]


def test_the_picture_that_is_shared_is_as_large_as_it_is_said_to_be():
    with Image.open("src/lapotne/static/leaf.png") as picture:
        assert (picture.format, picture.size) == ("PNG", PICTURE_SIZE)


def test_the_staffs_pages_are_shared_with_nobody(client, db):
    text = client.get("/en/staff/account/login/").text
    assert "<title>Sign in – Lapotne</title>" in text
    assert 'property="og:' not in text
    assert "ld+json" not in text


def test_a_title_that_looks_like_the_end_of_the_block_stays_in_it(client, pages):
    found = head(client, "/en/roof/")
    assert data_of(client, "/en/roof/")["headline"] == 'The "roof" </script><b>'
    assert found.count("</script>") == found.count("<script")
    assert 'content="The &quot;roof&quot; &lt;/script&gt;&lt;b&gt;"' in found


def test_what_is_shared_says_the_title_and_no_more(client, pages):
    assert shared(client.get("/lv/roof/").text) == {
        "site_name": "Lapotne", "type": "article", "title": "Jumts", "url": "http://testserver/lv/roof/",
        "locale": "lv_LV", "image": "http://testserver/static/leaf.png", "image:type": "image/png",
        "image:width": "1200", "image:height": "630", "image:alt": "Lapotne",
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
