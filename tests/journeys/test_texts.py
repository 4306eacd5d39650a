"""News from one person's Latvian to another's Polish and back: missing, filled, outdated, filled again; all see it."""

import re

import pytest
from playwright.sync_api import Page, expect

from lapotne.adapters.content.pages import digest_of
from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.library.actions.loading import load_content
from lapotne.apps.library.queries import pages, site
from lapotne.config.languages import LANGUAGES
from tests.apps.library.conftest import AT, write
from tests.journeys.conftest import DESK, PHONE
from tests.people import person

pytestmark = pytest.mark.django_db(transaction=True)

TITLE, SUMMARY = "Jauns tālrunis Liepkalnos", "Palīdzība pa tālruni visu nakti."
IN_POLISH = {TITLE: "Nowy telefon w Liepkalnach", SUMMARY: "Pomoc przez telefon całą noc."}
LATER, LATER_IN_POLISH = "Palīdzība pa tālruni dienu un nakti.", "Pomoc przez telefon dzień i noc."
LIST = re.compile(r"/editor/pages/\d+/$")
OUTDATED_IN_POLISH = "To tłumaczenie jest nieaktualne."
HOME = "---\ntitle: Sākums\nsummary: Sāciet šeit.\n---\n## Sveiki\nEsiet sveicināti.\n"
HOME_IN_POLISH = "---\ntitle: Początek\nsummary: Zacznij tu.\nof: {of}\n---\n## Dzień dobry\nWitamy.\n"


@pytest.fixture
def people(tmp_path, transactional_db, latvia):
    """A site whose first page is in Latvian and Polish; who writes in one and who in the other."""
    home = {"page.yaml": "kind: home\npath: home\nsource: lv\ndated: 2026-11-24\n", "lv.md": HOME}
    home["pl.md"] = HOME_IN_POLISH.format(of=f'"{digest_of(HOME)}"')
    report = load_content(folder=write(tmp_path, home=home), at=AT)
    assert not report.problems, report.problems
    site.forget()
    return [person(name, RoleKind.CONTENT_REVIEWER, country=latvia) for name in ("eva", "piotr")]


def publish(page: Page) -> None:
    """What was taken leads to the list; that list isn't waited for, for the editor's scripts take long to run."""
    page.locator("footer .w-dropdown__toggle, footer button[aria-label]").last.click()
    page.locator("button[name='action-publish']").click()
    page.wait_for_url(LIST, wait_until="commit")


def write_news(page: Page) -> None:
    page.goto(f"/staff/editor/pages/add/library/newspage/{pages.page('home', 'lv').pk}/")
    page.fill("input[name='title']", TITLE)
    page.fill("[name='summary']", SUMMARY)
    # a day stays as it was typed, also what the form will refuse
    for typed in ("24 November", "24/11/2026"):
        for name in ("published", "dated"):
            page.fill(f"[name='{name}']", typed)
            page.press(f"[name='{name}']", "Tab")
            assert page.input_value(f"[name='{name}']") == typed
    publish(page)


def translate(page: Page, words: dict[str, str]) -> None:
    """Segment by segment, each beside its source, then for everybody."""
    for source, target in words.items():
        expect(page.get_by_text(source, exact=True).first).to_be_visible()
        page.get_by_role("button", name="Translate", exact=True).first.click()
        page.locator("textarea").fill(target)
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_text(target).first.wait_for()
    beside = page.locator("li.complete").first
    words, theirs = (beside.locator(part).bounding_box() for part in ("> p", "> p + div"))
    assert words["x"] + words["width"] <= theirs["x"]
    assert words["y"] == theirs["y"]
    with page.expect_navigation(wait_until="commit"):
        page.get_by_role("button", name="Publish in").click()


def states(page: Page) -> dict[str, int]:
    page.goto("/en/staff/texts/")
    row = page.locator("tr", has_text=TITLE)
    known = ("source", "missing", "outdated", "up_to_date")
    return {state: found for state in known if (found := row.locator(f"[data-state={state}]").count())}


def open_in_polish(page: Page, what: str) -> None:
    page.goto("/en/staff/texts/")
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("link", name=f"{what} (Polski)").click()


def test_news_is_translated_outdated_and_translated_again(people, walk, sign_in, accessible):
    eva, piotr = (walk(DESK, locale="en-GB") for _ in people)
    broken = []
    eva.on("console", lambda said: broken.append(said.text) if "controller" in said.text else None)
    reader = walk(PHONE, locale="lv-LV")
    for page, user in zip((eva, piotr), people, strict=True):
        sign_in(page, user)
    # when an editor publishes news in Latvian, the board says where they are missing
    write_news(eva)
    others = len(LANGUAGES) - 1
    assert states(eva) == {"source": 1, "missing": others}
    assert not broken, "a script of the form of a page"
    reader.goto("/lv/news/")
    reader.click(f"text={TITLE}")
    expect(reader.locator("h1")).to_have_text(TITLE)
    latvian = reader.url
    polish = latvian.replace("/lv/", "/pl/")
    # when a translator fills one language, it is up to date and read
    open_in_polish(piotr, "Translate")
    piotr.locator("main form button[type=submit], main form input[type=submit]").first.click()
    piotr.wait_for_url("**/edit/", wait_until="commit")
    translate(piotr, IN_POLISH)
    assert states(piotr) == {"source": 1, "missing": others - 1, "up_to_date": 1}
    reader.goto(polish)
    expect(reader.locator("h1")).to_have_text(IN_POLISH[TITLE])
    expect(reader.locator(".lead").first).to_have_text(IN_POLISH[SUMMARY])
    expect(reader.locator(".outdated")).to_have_count(0)
    # when the editor changes it, the Polish is outdated: it keeps the words that were whole, and its reader is told
    eva.goto(f"/staff/editor/pages/{pages.page(latvian.rstrip('/').rpartition('/')[2], 'lv').pk}/edit/")
    eva.fill("[name='summary']", LATER)
    publish(eva)
    assert states(eva) == {"source": 1, "missing": others - 1, "outdated": 1}
    accessible(eva)
    reader.goto(polish)
    expect(reader.locator(".lead").first).to_have_text(IN_POLISH[SUMMARY])
    expect(reader.locator(".outdated")).to_contain_text(OUTDATED_IN_POLISH)
    accessible(reader, in_the_dark=False)
    reader.locator(".outdated a[hreflang=lv]").click()
    expect(reader.locator(".lead").first).to_have_text(LATER)
    # when the translator fills the part that changed, it is up to date again
    open_in_polish(piotr, "Edit")
    translate(piotr, {LATER: LATER_IN_POLISH})
    assert states(piotr) == {"source": 1, "missing": others - 1, "up_to_date": 1}
    reader.goto(polish)
    expect(reader.locator(".lead").first).to_have_text(LATER_IN_POLISH)
    expect(reader.locator(".outdated")).to_have_count(0)
    # and whoever reads a third language is told in it where the news are, without script too
    third = walk(PHONE, locale="uk-UA", java_script_enabled=False)
    third.goto(latvian.replace("/lv/", "/uk/"))
    assert third.locator("html").get_attribute("lang") == "uk"
    assert {link.get_attribute("hreflang") for link in third.locator("main a[hreflang]").all()} == {"lv", "pl"}
    expect(third.locator("a.bar__leave")).to_be_visible()
    third.locator("main a[hreflang=pl]").click()
    assert third.url == polish
