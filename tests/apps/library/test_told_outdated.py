"""Whoever reads a translation is told, in its language, when the text it was made from has changed since."""

import re

import pytest
from django.utils.translation import gettext, override

from lapotne.apps.library.queries import site
from lapotne.apps.website.views.content import shelf
from lapotne.config.languages import LANGUAGES
from tests.apps.library.conftest import AT, HOME, LATER, ROOF, ROOF_EN, ROOF_LV, digest_of, page, write
from tests.apps.library.test_loading import edit

CHANGED = ROOF_EN.replace("One leaf.", "One green leaf.")
IN_LATVIAN = "Šis tulkojums ir novecojis."
SENTENCES = (
    "This translation is not up to date.",
    "Before you rely on it, ask somebody who can help.",
    "The newest text:",
)


@pytest.fixture(autouse=True)
def nothing_remembered():
    site.forget()
    shelf.kept.clear()


@pytest.fixture
def outdate(loaded, load, folder):
    """The source's file says something else from LATER on."""

    def source_changed(text: str = CHANGED) -> None:
        write(folder, roof={"en.md": text})
        load(LATER)

    return source_changed


def told(client, address: str) -> str:
    """What stands in the place where a page says that it is outdated; nothing where it has none."""
    places = re.findall(r'<aside class="outdated[^>]*>.*?</aside>', client.get(address).text, re.DOTALL)
    assert len(places) <= 1, "once is enough"
    return places[0] if places else ""


def test_a_page_that_is_up_to_date_says_nothing_of_it(client, loaded):
    assert client.get("/lv/roof/").status_code == 200
    assert told(client, "/lv/roof/") == told(client, "/en/roof/") == told(client, "/lv/roof/branch/") == ""


def test_a_page_in_memory_says_it_as_soon_as_its_source_changed(client, loaded, outdate):
    assert told(client, "/lv/roof/") == ""
    outdate()
    said = told(client, "/lv/roof/")
    assert IN_LATVIAN in said
    assert "2026. gada 26. novembris" in said, "since when"
    assert '<a href="/en/roof/" hreflang="en" lang="en">English: The roof</a>' in said
    assert told(client, "/en/roof/") == "", "the source is never older than itself"


def test_an_edit_in_the_product_is_told_and_taking_it_back_ends_it(client, loaded):
    assert told(client, "/lv/roof/") == ""
    edit(page("roof", "en"), summary="Green leaves keep the rain out.")
    assert IN_LATVIAN in told(client, "/lv/roof/")
    edit(page("roof", "en"), summary="Leaves keep the rain out.")
    assert told(client, "/lv/roof/") == ""


def test_a_translation_of_the_newest_words_says_nothing_any_more(client, outdate, load, folder):
    outdate()
    assert IN_LATVIAN in told(client, "/lv/roof/")
    write(folder, roof={"lv.md": ROOF_LV.format(of=digest_of(CHANGED)).replace("Viena lapa", "Viena zaļa lapa")})
    load(LATER)
    assert told(client, "/lv/roof/") == ""


def test_where_a_wrong_word_can_hurt_it_stands_before_the_text_and_leads_to_help(client, outdate):
    outdate()
    text = client.get("/lv/roof/").text
    assert text.index("</h1>") < text.index(IN_LATVIAN) < text.index("Kas tas ir")
    assert 'href="/lv/help/"' in told(client, "/lv/roof/")


def test_elsewhere_it_stands_with_what_is_said_about_the_page(client, folder, outdate):
    write(folder, roof={"page.yaml": ROOF["page.yaml"].replace("safety_critical: true\n", "")})
    outdate()
    text = client.get("/lv/roof/").text
    assert text.index('<footer class="about">') < text.index(IN_LATVIAN)
    assert 'href="/lv/help/"' not in told(client, "/lv/roof/")


def test_the_words_of_the_first_page_say_it_too(client, loaded, load, folder):
    in_latvian = f'---\ntitle: Sākums\nsummary: Sāciet.\nof: "{digest_of(HOME["en.md"])}"\n---\n## Sveiki\nEsiet te.\n'
    write(folder, home={"lv.md": in_latvian})
    load(AT)
    assert "Esiet te." in client.get("/lv/").text
    assert told(client, "/lv/") == ""
    write(folder, home={"en.md": HOME["en.md"].replace("Hello", "Good day")})
    load(LATER)
    assert IN_LATVIAN in told(client, "/lv/")


def test_a_source_that_was_withdrawn_is_not_led_to(client, outdate):
    outdate()
    page("roof", "en").unpublish()
    said = told(client, "/lv/roof/")
    assert IN_LATVIAN in said
    assert "/en/roof/" not in said


def test_each_language_says_it_in_its_own_words(client, load, folder):
    others = [code for code, _ in LANGUAGES if code != "en"]
    write(folder, roof={f"{code}.md": ROOF_LV.format(of=digest_of(ROOF_EN)) for code in others})
    load(AT)
    write(folder, roof={"en.md": CHANGED})
    load(LATER)
    for code in others:
        said = told(client, f"/{code}/roof/")
        with override(code):
            expected = [gettext(sentence) for sentence in SENTENCES]
        assert not set(expected) & set(SENTENCES), code
        assert all(sentence in said for sentence in expected), code
        assert "2026" in said, code


def test_it_costs_nothing_where_a_page_comes_from_memory(client, outdate, django_assert_num_queries):
    outdate()
    assert IN_LATVIAN in told(client, "/lv/roof/")
    with django_assert_num_queries(1):
        client.get("/lv/roof/")


def test_a_translation_made_anew_needs_one_small_look_up_more(client, outdate, django_assert_max_num_queries):
    outdate()
    client.get("/lv/")
    with django_assert_max_num_queries(5):
        client.get("/lv/roof/")
