"""An editor changes a text and its translation is outdated; a translator fills the part that changed."""

import pytest
from playwright.sync_api import expect

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.library.actions.loading import load_content
from lapotne.apps.library.queries import pages
from tests.apps.library.conftest import AT, HOME, ROOF, write
from tests.people import person


@pytest.fixture
def texts(tmp_path, transactional_db, latvia):
    """A page in English and Latvian, and a reviewer of the whole site."""
    load_content(folder=write(tmp_path, home=HOME, roof=ROOF), at=AT)
    return person("rita", RoleKind.CONTENT_REVIEWER, country=latvia)


def edit_address(language: str) -> str:
    return f"/staff/editor/pages/{pages.page('roof', language).pk}/edit/"


def publish(page) -> None:
    page.locator("footer .w-dropdown__toggle, footer button[aria-label]").last.click()
    with page.expect_navigation():
        page.locator("button[name='action-publish']").click()


def test_a_changed_text_outdates_its_translation_until_somebody_fills_the_part(texts, desk, phone, sign_in, accessible):
    # Given a page that is up to date in both languages
    sign_in(desk, texts)
    desk.goto("/en/staff/texts/")
    assert desk.locator("td:nth-child(2) [data-state=up_to_date]").count() == 1
    accessible(desk)
    # When the editor writes another heading in English and publishes it
    desk.goto(edit_address("en"))
    desk.locator("input[name='body-0-value']").fill("What a roof is")
    publish(desk)
    # Then the English reader sees it, the Latvian one keeps the words that were whole, and the board tells
    phone.goto("/en/roof/")
    expect(phone.get_by_role("heading", name="What a roof is")).to_be_visible()
    phone.goto("/lv/roof/")
    expect(phone.get_by_role("heading", name="Kas tas ir")).to_be_visible()
    accessible(phone)
    desk.goto("/en/staff/texts/roof/")
    assert desk.locator("tr", has_text="Latviešu").locator("[data-state=outdated]").count() == 1
    accessible(desk)
    # When the translator opens the translation, one part is asked for, and it is filled
    desk.goto(edit_address("lv"))
    part = desk.locator("li, div").filter(has_text="What a roof is").last
    part.scroll_into_view_if_needed()
    desk.get_by_role("button", name="Translate", exact=True).click()
    desk.locator("textarea").fill("Kas ir jumts")
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.get_by_text("Kas ir jumts").wait_for()
    with desk.expect_navigation():
        desk.get_by_role("button", name="Publish in").click()
    # Then both are up to date
    phone.goto("/lv/roof/")
    expect(phone.get_by_role("heading", name="Kas ir jumts")).to_be_visible()
    desk.goto("/en/staff/texts/")
    assert desk.locator("td:nth-child(2) [data-state=up_to_date]").count() == 1


def test_a_reader_is_told_in_their_language_where_the_page_is_and_may_leave_at_once(texts, walk, accessible):
    page = walk({"viewport": {"width": 390, "height": 844}}, locale="uk-UA", java_script_enabled=False)
    page.goto("/uk/roof/")
    assert page.locator("html").get_attribute("lang") == "uk"
    page.locator("main a[hreflang=lv]").click()
    assert page.locator("h1").inner_text() == "Jumts"
    expect(page.locator("a.bar__leave")).to_be_visible()
