"""A reader keeps the numbers of a town for when there is no network, and removes all of it by one press."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE

TOWN = "/uk/kept/lv-demo/"
ANSWER = "/uk/help/lv-demo/bed/?at=2026-11-18T22:30"
STORED = """async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map((one) => new URL(one.scope).pathname),
    pages: (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys())
        .map((request) => new URL(request.url).pathname)))).flat(),
    local: localStorage.length, session: sessionStorage.length,
    databases: (await indexedDB.databases()).length, cookies: document.cookie,
})"""
NOTHING = {"caches": [], "workers": [], "pages": [], "local": 0, "session": 0, "databases": 0, "cookies": ""}

AGE = """async () => {
    const cache = await caches.open("kept"), old = await cache.match(location.pathname, { ignoreVary: true });
    await cache.put(location.pathname, new Response(await old.text(), { headers: {
        "content-type": "text/html; charset=utf-8", date: "Wed, 18 Nov 2020 12:00:00 GMT" } }));
}"""

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("demo")]


def given_a_reader_who_found_the_numbers(page):
    page.goto(ANSWER)
    page.click("a.needs-keeping")
    assert page.url.endswith(TOWN)


def when_she_keeps_them(page):
    page.click("[data-keep-now]")
    expect(page.locator("[data-keep]")).to_have_attribute("data-state", "kept")


def test_nothing_is_stored_before_she_says_so(walk):
    page = walk(PHONE, locale="uk-UA")
    given_a_reader_who_found_the_numbers(page)
    assert page.evaluate(STORED) == NOTHING


def test_what_she_kept_opens_without_a_network(walk, accessible):
    page = walk(PHONE, locale="uk-UA")
    given_a_reader_who_found_the_numbers(page)
    when_she_keeps_them(page)
    accessible(page)
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("main a[href='tel:112']")).to_be_visible()
    assert page.locator("main a[href^='tel:+371']").count() > 5
    assert page.evaluate("getComputedStyle(document.querySelector('.bar')).backgroundColor") != "rgba(0, 0, 0, 0)"
    expect(page.locator("[data-keep]")).to_have_attribute("data-state", "kept")


def test_a_copy_that_cannot_be_renewed_stays_as_it_was(walk):
    page = walk(PHONE, locale="uk-UA")
    given_a_reader_who_found_the_numbers(page)
    when_she_keeps_them(page)
    page.evaluate(AGE)
    before = page.evaluate(STORED)
    page.context.set_offline(True)
    page.reload()
    told = page.locator("[data-keep-told]")
    expect(told).to_contain_text("18 листопада 2020")
    kept = told.inner_text()
    page.click("[data-keep-now]")
    expect(told).not_to_have_text(kept)
    expect(told).to_contain_text("18 листопада 2020")
    assert page.evaluate(STORED) == before
    page.reload()
    expect(page.locator("main a[href='tel:112']")).to_be_visible()
    page.context.set_offline(False)
    page.click("[data-keep-now]")
    expect(told).not_to_contain_text("2020")
    assert sorted(page.evaluate(STORED)["pages"]) == sorted(before["pages"])


def test_only_that_page_and_its_looks_are_kept_and_nothing_that_was_posted(walk):
    page = walk(PHONE, locale="uk-UA")
    page.goto(ANSWER)
    page.check("input[name=sex][value=male]")
    page.click("#questions button[type=submit]")
    given_a_reader_who_found_the_numbers(page)
    when_she_keeps_them(page)
    stored = page.evaluate(STORED)
    assert stored["workers"] == [TOWN]
    assert [path for path in stored["pages"] if not path.startswith("/static/")] == [TOWN]
    page.goto(ANSWER)
    assert page.evaluate("navigator.serviceWorker.controller") is None, "no other page is seen by it"


def test_one_press_removes_all_of_it(walk):
    page = walk(PHONE, locale="uk-UA")
    given_a_reader_who_found_the_numbers(page)
    when_she_keeps_them(page)
    page.click("[data-keep-not]")
    page.wait_for_url("**/kept/removed/")
    assert page.evaluate(STORED) == NOTHING


def test_without_a_network_it_is_removed_as_well(walk):
    page = walk(PHONE, locale="uk-UA")
    given_a_reader_who_found_the_numbers(page)
    when_she_keeps_them(page)
    page.context.set_offline(True)
    page.reload()
    page.click("[data-keep-not]")
    expect(page.locator("[data-keep]")).to_have_attribute("data-state", "none")
    assert page.evaluate(STORED) == NOTHING


def test_the_browser_is_told_to_remove_it_by_the_address_alone(walk):
    page = walk(PHONE, locale="uk-UA")
    given_a_reader_who_found_the_numbers(page)
    when_she_keeps_them(page)
    page.goto("/uk/kept/removed/")
    page.goto("/uk/")
    assert page.evaluate(STORED) == NOTHING


def test_leaving_removes_nothing_that_she_kept(walk, settings, live_server):
    settings.LEAVE_TO = f"{live_server.url}/static/leaf.svg"
    page = walk(PHONE, locale="uk-UA")
    given_a_reader_who_found_the_numbers(page)
    when_she_keeps_them(page)
    page.click(".bar__leave")
    page.wait_for_url("**/leaf.svg")
    page.context.set_offline(True)
    page.goto(TOWN)
    expect(page.locator("main a[href='tel:112']")).to_be_visible()


def test_without_script_the_card_to_print_stands_instead(walk):
    page = walk(PHONE, locale="uk-UA", java_script_enabled=False)
    page.goto(TOWN)
    expect(page.locator("[data-keep]")).to_be_hidden()
    expect(page.locator("main a[href$='#print-cards']")).to_be_visible()
    page.goto(ANSWER)
    expect(page.locator("a.needs-keeping")).to_be_hidden()


def test_nothing_moves_when_the_page_says_whether_it_is_kept(walk):
    page = walk(PHONE, locale="uk-UA")
    page.goto(TOWN)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.reload()
    moved = """() => new Promise((tell) => { let sum = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((one) => (sum += one.value)))
            .observe({ type: "layout-shift", buffered: true });
        setTimeout(() => tell(sum), 600); })"""
    assert page.evaluate(moved) == 0
