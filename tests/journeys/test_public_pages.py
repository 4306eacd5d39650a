"""Every public page in a browser: no other host, no cookie, nothing stored, nothing moves, and it can be shared."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, MOVED, PHONE
from tests.journeys.pieces import in_pieces

AT = "at=2026-11-18T03:00"
PAGES = ("", "help/", "help/lv-demo/", f"help/lv-demo/bed/?{AT}", f"help/lv-demo/bed/?{AT}&speaks=uk", "kept/lv-demo/",
         "kept/removed/", "protocol/lv-demo/", "law/", "law/lv/", "law/lv/ask/", "advert/", "advert/questions/",
         "leave/on/../../no-such/")  # fmt: skip
AWAITS = b'<link rel="expect" href="#bar-whole" blocking="render">'
STORED = "() => [localStorage.length, sessionStorage.length, document.cookie]"

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("demo")]


def test_a_visit_at_a_desk_asks_nobody_else_leaves_nothing_and_nothing_moves(walk):
    """That no other host is asked, `walk` itself asserts; on a phone test_every_template.py looks."""
    page, found = walk(DESK, locale="uk-UA"), {}
    for path in PAGES:
        page.goto(f"/uk/{path}")
        said = [page.evaluate(MOVED), *page.evaluate(STORED), page.context.cookies()]
        if said != [0, 0, 0, "", []]:
            found[path] = said
    assert not found


@pytest.mark.parametrize("is_awaited", [True, False], ids=["as it is", "the control"])
def test_what_comes_late_in_the_bar_pushes_nothing_aside(walk, live_server, friends, is_awaited):
    page = walk(DESK, locale="uk-UA")
    with in_pieces(live_server.url, without=b"" if is_awaited else AWAITS) as slow:
        friends.add(urlsplit(slow).netloc)
        page.goto(f"{slow}/uk/advert/questions/")
        assert (page.evaluate(MOVED) == 0) is is_awaited


def test_a_page_that_moves_would_be_seen(walk):
    """The control."""
    page = walk(PHONE, locale="uk-UA")
    page.goto("/uk/help/lv-demo/")
    page.evaluate("setTimeout(() => document.querySelector('h1').before('x', document.createElement('hr')), 600)")
    page.wait_for_timeout(700)
    assert page.evaluate(MOVED) > 0


def test_a_page_is_shared_by_its_address_without_what_was_asked(walk):
    page = walk(DESK, locale="uk-UA", permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"/uk/help/lv-demo/bed/?{AT}")
    page.evaluate("delete Navigator.prototype.share")
    page.click("[data-share]")
    expect(page.locator("[data-share-told]")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/uk/help/lv-demo/bed/")


def test_without_script_it_is_shared_by_a_letter(walk):
    page = walk(PHONE, locale="uk-UA", java_script_enabled=False)
    page.goto(f"/uk/help/lv-demo/bed/?{AT}")
    address = page.locator("[data-share]").get_attribute("href")
    assert address.startswith("mailto:?subject=Lapotne&body=http")
    assert address.endswith("%2Fuk%2Fhelp%2Flv-demo%2Fbed%2F")


@pytest.mark.parametrize("path", ["help/lv-demo/", f"help/lv-demo/bed/?{AT}", "kept/lv-demo/"])
def test_on_paper_stands_what_to_call_and_no_control(walk, path, printed):
    page = walk(DESK, locale="uk-UA")
    page.goto(f"/uk/{path}")
    printed(page)
    expect(page.locator("main a[href='tel:112']")).to_be_visible()
    expect(page.locator("button:visible, select:visible, input:visible, summary:visible, .bar:visible")).to_have_count(
        0
    )
