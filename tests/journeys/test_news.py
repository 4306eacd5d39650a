"""An editor publishes news in Latvian: it stands there at once, and in eleven languages its page says where it is."""

import pytest

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.library.actions.loading import load_content
from lapotne.apps.library.queries import pages, site
from lapotne.config.languages import LANGUAGES
from tests.apps.library.conftest import AT, HOME, write
from tests.journeys.conftest import PHONE
from tests.people import person

TITLE = "Jauns tālrunis Liepkalnos"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def editor(tmp_path, transactional_db, latvia):
    """A site with its first page in Latvian, and somebody who may publish."""
    home = {
        file: text.replace("source: en", "source: lv").replace("[it](page:roof)", "it") for file, text in HOME.items()
    }
    home["lv.md"] = home.pop("en.md")
    report = load_content(folder=write(tmp_path, home=home), at=AT)
    assert not report.problems, report.problems
    site.forget()
    return person("rita", RoleKind.CONTENT_REVIEWER, country=latvia)


def when_she_publishes_news(page) -> None:
    home = pages.page("home", "lv")
    page.goto(f"/staff/editor/pages/add/library/newspage/{home.pk}/")
    for day in ("published", "dated"):
        page.fill(f"[name='{day}']", "2026-11-24")
        # The calendar that opens closes with the next field.
        page.press(f"[name='{day}']", "Tab")
    page.fill("input[name='title']", TITLE)
    page.fill("[name='summary']", "Palīdzība pa tālruni visu nakti.")
    page.locator("footer .w-dropdown__toggle, footer button[aria-label]").last.click()
    page.locator("button[name='action-publish']").click()
    page.wait_for_url(lambda address: "/add/" not in address)


def then_the_board_knows_one_language_and_lacks_eleven(page) -> None:
    page.goto("/en/staff/texts/")
    row = page.locator("tr", has_text=TITLE)
    assert row.locator("[data-state=source]").count() == 1
    assert row.locator("[data-state=missing]").count() == len(LANGUAGES) - 1


def test_news_in_latvian_is_read_at_once_and_eleven_languages_lack_it(desk, walk, editor, sign_in, accessible):
    # Given an editor at the texts
    sign_in(desk, editor)
    # When she publishes a piece of news in Latvian
    when_she_publishes_news(desk)
    # Then the board says where it is missing
    then_the_board_knows_one_language_and_lacks_eleven(desk)
    accessible(desk)
    # And a reader finds it, without script too
    for scripts in (True, False):
        reader = walk(PHONE, locale="lv-LV", java_script_enabled=scripts)
        reader.goto("/lv/news/")
        reader.click(f"text={TITLE}")
        assert reader.locator("h1").inner_text() == TITLE
        address = reader.url
        # While whoever reads another language is told in it where the news is
        reader.goto(address.replace("/lv/", "/pl/"))
        assert reader.locator("html").get_attribute("lang") == "pl"
        reader.locator("main a[hreflang=lv]").click()
        assert reader.url == address
