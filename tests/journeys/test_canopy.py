"""Reading the canopy: at a desk by mouse and keyboard, on a phone, without JavaScript, in the dark, on paper."""

import re

import pytest
from playwright.sync_api import expect

from lapotne.apps.accounts.models import RoleKind
from tests.journeys.conftest import DESK
from tests.people import person

pytestmark = pytest.mark.django_db(transaction=True)

PAGE = "/en/staff/lv-demo/canopy/"
FEW_LEAVES = """() => {
    const leaves = [...document.querySelectorAll(".canopy--hours a")], seen = {};
    const kind = (leaf) => leaf.querySelector("use").getAttribute("href");
    const kinds = () => new Set([...document.querySelectorAll(".canopy--hours a")].map(kind)).size;
    const before = kinds();
    leaves.filter((leaf) => (seen[kind(leaf)] = (seen[kind(leaf)] ?? 0) + 1) > 4).forEach((leaf) => leaf.remove());
    return [leaves.length, before, kinds()];
}"""

WORDLESS = """() => [...document.querySelectorAll(".canopy--hours a")].filter(
    (leaf) => !leaf.querySelector("title")?.textContent.trim() || !leaf.getAttribute("href") || leaf.tabIndex > 0)
    .map((leaf) => leaf.outerHTML)"""


@pytest.fixture
def town(demo):
    return demo


@pytest.fixture
def plain(walk):
    """A desk without JavaScript."""
    return walk(DESK, locale="en-GB", java_script_enabled=False)


def with_few_leaves(page) -> None:
    """Leaves four hours of each kind, for axe takes four seconds for 3,500; that each has its own words is seen."""
    assert page.evaluate(WORDLESS) == []
    leaves, kinds, kinds_left = page.evaluate(FEW_LEAVES)
    assert leaves > 3_000
    assert kinds == kinds_left


def who(page):
    """What stands beside the picture; the words of 3,500 leaves take long to search."""
    return page.locator(".canopy-who")


def leaf(page, need="bed", time="03:00"):
    return page.locator(f".canopy--hours a[href*='need={need}&'][href*='T{time}']").first


@pytest.mark.parametrize("view", ["year", "table"])
def test_every_view_is_accessible_in_light_and_dark(desk, alice, sign_in, accessible, view):
    sign_in(desk, alice)
    desk.goto(f"{PAGE}?profile=man&view={view}")
    accessible(desk)


def test_a_click_on_an_hour_says_who_and_why_without_leaving_the_page(desk, alice, sign_in, accessible):
    # given: the week of a man
    sign_in(desk, alice)
    desk.goto(f"{PAGE}?profile=man")
    desk.evaluate("window.stayed = true")
    # when: Alice clicks three in the morning
    leaf(desk).click()
    # then: the panel alone changes, and the address can be shared
    who(desk).get_by_text("opens 08:00, too late").first.wait_for()
    assert desk.evaluate("window.stayed")
    desk.wait_for_url(re.compile("need=bed&hour="))
    # and: the next hour is one click away
    who(desk).get_by_role("link", name="An hour after").click()
    who(desk).get_by_text(re.compile(r"A bed for tonight · .*04:00")).wait_for()
    # and: everybody can use it, in light and dark
    with_few_leaves(desk)
    accessible(desk)


def test_the_picture_takes_one_stop_of_the_tab_key_and_arrows_move_in_it(desk, alice, sign_in):
    sign_in(desk, alice)
    desk.goto(f"{PAGE}?profile=man&group=tonight")
    expect(desk.locator(".canopy--hours a[tabindex='0']")).to_have_count(1)
    desk.locator(".canopy--hours a[tabindex='0']").focus()
    desk.keyboard.press("ArrowRight")
    desk.keyboard.press("ArrowDown")
    focused = desk.evaluate("document.activeElement.querySelector('title').textContent")
    assert re.search(r"Police protection now, Monday, .* 01:00: covered", focused)
    desk.keyboard.press("Enter")
    who(desk).get_by_text(re.compile(r"Police protection now · Monday, .*01:00")).wait_for()


def test_without_javascript_an_hour_is_a_link_and_a_form_asks_for_any_other(plain, alice, sign_in):
    sign_in(plain, alice)
    plain.goto(f"{PAGE}?profile=man")
    leaf(plain).click()
    who(plain).get_by_text("opens 08:00, too late").first.wait_for()
    who(plain).get_by_label("Need", exact=True).select_option(label="A doctor")
    who(plain).get_by_role("button", name="Who then?").click()
    who(plain).get_by_text(re.compile(r"A doctor · .*03:00")).wait_for()


def test_without_javascript_somebody_else_is_chosen_from_the_list(plain, alice, sign_in):
    sign_in(plain, alice)
    plain.goto(f"{PAGE}?profile=man")
    more = plain.locator(".canopy-more")
    more.get_by_text(re.compile(r"\+ \d+ more")).click()
    more.get_by_label("Somebody else").select_option(label="A boy of 15")
    more.locator("button").click()
    expect(plain.locator(".lead strong")).to_have_text("A boy of 15")


def test_on_a_phone_finding_and_holes_come_first_and_the_picture_scrolls_in_its_box(phone, alice, sign_in, accessible):
    sign_in(phone, alice)
    phone.goto(f"{PAGE}?profile=man")
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    box = phone.locator("[data-canopy]")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    heading, holes = phone.locator("h1"), phone.locator("#first-holes", has_text="The biggest holes")
    tops = [part.bounding_box()["y"] for part in (heading, holes, box)]
    assert tops == sorted(tops)
    with_few_leaves(phone)
    accessible(phone, in_the_dark=False)


def test_a_town_where_nothing_is_confirmed_is_accessible(desk, alice, sign_in, accessible):
    sign_in(desk, alice)
    desk.goto("/lv/staff/lv-valmiera/canopy/")
    with_few_leaves(desk)
    accessible(desk)


@pytest.mark.parametrize("view", ["week", "year"])
def test_it_prints_on_one_page(desk, alice, sign_in, view):
    sign_in(desk, alice)
    desk.goto(f"{PAGE}?profile=man&view={view}")
    paper = desk.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


def test_whoever_may_not_mend_reads_what_would_close_the_hole_and_whom_to_ask(phone, alice, town, sign_in, accessible):
    # given a viewer at the holes
    sign_in(phone, person("vera", RoleKind.VIEWER, municipality=town))
    phone.goto(f"{PAGE}?profile=man")
    # when she opens one
    phone.locator("section:has(#holes)").get_by_role("link", name=re.compile("Open.*No bed")).click()
    # then the hole is there, what the mend would do, and whom to ask
    assert phone.locator("h1").inner_text().startswith("No bed, every")
    phone.get_by_role("heading", name="It closes 1 hole and opens none").wait_for()
    phone.get_by_text("Municipal coordinator: Saulgriezi").wait_for()
    accessible(phone)
    phone.get_by_role("link", name="Back to the holes").click()
    phone.wait_for_url(re.compile(r"canopy/\?profile=man#holes"))
