"""A reader looks for news, a date, an institution, a word: on a phone and at a desk, without script, without a jump."""

import pytest
from django.db import connection
from playwright.sync_api import expect

from lapotne.apps.library.actions import indexing
from lapotne.apps.library.queries import findable, site
from lapotne.apps.website.views.content import shelf
from tests.apps.site.conftest import AT
from tests.apps.site.real import load_shipped
from tests.database import Rows, everything, put_back
from tests.journeys.conftest import DESK, MOVED, PHONE

pytestmark = [pytest.mark.django_db(transaction=True)]

PAGES = (
    *("", "news/", "news/2017/", "events/", "events/2017/10/", "events/in/lv-valmiera/", "event-amsterdam/"),
    *("publications/", "practices/", "campaigns/", "galleries/", "directory/", "directory/lv-demo/", "search/"),
)
BLOCKED = """
window.blocked = [];
document.addEventListener("securitypolicyviolation", (event) => window.blocked.push(event.violatedDirective));
"""


@pytest.fixture(scope="module")
def shipped_rows() -> dict[str, Rows]:
    """All tables once the content is loaded and indexed, filled by the first test."""
    return {}


@pytest.fixture
def shipped(demo, tmp_path, monkeypatch, shipped_rows):
    def load() -> None:
        load_shipped(tmp_path / "content", {"lv", "en"}, "home", "event-*", "*-campaign", "publication-*", "practice-*")
        indexing.index_everything(today=AT.date())

    monkeypatch.setattr(findable, "LANGUAGES", ("lv", "en"))
    if shipped_rows:
        put_back(shipped_rows["all"])
    else:
        load()
        shipped_rows["all"] = everything(connection)
    site.forget()
    shelf.kept.clear()


def test_every_page_can_be_used_by_everybody_and_nothing_jumps_at_a_desk(walk, shipped, accessible):
    """On a phone, and at colours, test_every_template.py looks; those of a month are others at a desk."""
    page = walk(DESK, locale="lv-LV")
    page.add_init_script(BLOCKED)
    for path in PAGES:
        page.goto(f"/lv/{path}")
        accessible(page, in_the_dark=False, at_colours=path.startswith("events/"))
        assert page.evaluate(MOVED) == 0, path
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
        assert page.evaluate("window.blocked") == [], path


def test_the_data_in_a_page_breaks_no_policy_and_runs_nothing(walk, shipped):
    page = walk(DESK, locale="en-GB")
    page.add_init_script(BLOCKED)
    page.goto("/en/event-amsterdam/")
    expect(page.locator('script[type="application/ld+json"]')).to_have_count(1)
    assert page.evaluate("window.blocked") == []


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without"])
def test_a_reader_finds_a_town_by_a_form_of_a_word_and_leaves_nothing_in_the_address(
    walk, shipped, accessible, javascript
):
    # Given a reader on a phone at the first page
    page = walk(PHONE, locale="lv-LV", java_script_enabled=javascript)
    page.goto("/lv/")
    # When they search for seminars in a town
    page.locator('main a[href="/lv/search/"]').click()
    page.fill("#q", "semināri Valmierā")
    page.locator(".search button").click()
    # Then both seminars are found, with the words marked, and the address says nothing
    found = page.locator(".hits .story__title")
    found.first.wait_for()
    assert found.count() >= 2
    assert page.locator(".hits mark").count() >= 2
    assert page.url.endswith("/lv/search/")
    assert page.locator("#q").input_value() == "semināri Valmierā"
    if javascript:
        accessible(page)
    found.first.click()
    assert "/lv/event-valmiera-seminar" in page.url


def test_a_reader_leafs_from_a_month_to_an_event_by_keyboard(walk, shipped):
    page = walk(DESK, locale="en-GB")
    page.goto("/en/events/2017/10/")
    page.locator(".month__busy a").first.focus()
    page.keyboard.press("Enter")
    anchor = page.url.partition("#")[2]
    assert anchor
    page.locator(f"#{anchor} .story__title").click()
    assert page.url.endswith(f"/en/{anchor}/")


def test_on_paper_a_list_is_its_words_alone(walk, shipped, printed):
    page = walk(DESK, locale="en-GB")
    for path in ("news/", "events/2017/10/", "directory/lv-demo/"):
        page.goto(f"/en/{path}")
        printed(page)
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(".bar")).not_to_be_visible()
        expect(page.locator(".foot")).not_to_be_visible()
        expect(page.locator("main .no-print:visible")).to_have_count(0)
