"""Arriving: on a phone in one's own language, at a desk with an account."""

import pytest
from django.conf import settings
from django.utils.translation import gettext, override
from playwright.sync_api import expect

MENU = ("Who can help now", "Law", "Check a job offer", "News", "Search")
SAID = {
    "bar__language": "Language",
    "bar__remembers": "What this device still remembers",
    "bar__leave": "Leave this page",
}
LINES = """([menu, said]) => {
    const links = [...document.querySelectorAll(".bar__menu--public a")];
    links.forEach((link, at) => { link.textContent = menu[at]; });
    for (const [name, words] of Object.entries(said)) document.querySelector(`.${name}`).textContent = words;
    const tops = of => new Set(of.map(one => Math.round(one.getBoundingClientRect().top))).size;
    return [links.length, tops(links), Math.round(document.querySelector(".bar").getBoundingClientRect().height)];
}"""
"""Puts a language's words into the bar, and counts the entries of its menu, their lines, and how high the bar is."""


@pytest.mark.django_db(transaction=True)
def test_a_visitor_arrives_on_a_phone_and_may_leave_at_once(phone):
    phone.goto("/")
    assert phone.url.endswith("/lv/")
    expect(phone.locator("a[href='tel:112']")).to_be_visible()
    expect(phone.locator(".bar__leave")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.django_db(transaction=True)
def test_the_start_page_is_accessible_at_a_desk_too(desk, accessible):
    desk.goto("/en/")
    accessible(desk, in_the_dark=False)
    the_bar_stands_calmly_in_every_language(desk)


def the_bar_stands_calmly_in_every_language(desk):
    """The menu in one line, the bar as high in every language."""
    for width in (1024, 1279, 1280, 1366, 1440):
        desk.set_viewport_size({"width": width, "height": 900})
        found = {}
        for code, _name in settings.LANGUAGES:
            with override(code):
                said = [[gettext(one) for one in MENU], {name: gettext(one) for name, one in SAID.items()}]
            found[code] = tuple(desk.evaluate(LINES, said))
        assert {(entries, lines) for entries, lines, _height in found.values()} == {(len(MENU), 1)}, (width, found)
        assert len({height for *_, height in found.values()}) == 1, (width, found)


@pytest.mark.django_db(transaction=True)
def test_a_reader_changes_the_language_and_stays_on_the_page(desk):
    desk.goto("/en/")
    desk.click("#languages a[hreflang=uk]")
    assert desk.url.endswith("/uk/")
    assert desk.locator("html").get_attribute("lang") == "uk"


@pytest.mark.django_db(transaction=True)
def test_a_coordinator_signs_in_and_sees_her_access(desk, alice, sign_in_at_the_door, accessible):
    sign_in_at_the_door(desk, alice)
    assert desk.url.endswith("/en/staff/")
    accessible(desk)
    desk.click("text=My access")
    expect(desk.get_by_role("cell", name="Liepkalni")).to_be_visible()
    accessible(desk)
