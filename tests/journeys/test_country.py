"""The country: Nora finds the town with the biggest hole and opens its canopy, by mouse and by keyboard."""

import re

import pytest
from django.core.cache import caches
from playwright.sync_api import expect

from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities import actions
from tests.people import person

pytestmark = pytest.mark.django_db(transaction=True)

PAGE = "/en/staff/country/"


@pytest.fixture
def country(demo):
    """All municipalities there are, as the demonstration has them."""
    caches["computed"].clear()
    actions.load(municipalities=reference().municipalities)
    return demo.country


@pytest.fixture
def nora(country):
    return person("nora", RoleKind.NATIONAL_COORDINATOR, country=country)


@pytest.fixture
def viewer(country, demo):
    return person("vilis", RoleKind.VIEWER, municipality=demo)


def test_nora_finds_the_biggest_hole_and_opens_its_canopy(desk, nora, sign_in_at_the_door, accessible):
    # given: the national coordinator at her desk
    sign_in_at_the_door(desk, nora)
    desk.get_by_role("navigation", name="Main").get_by_role("link", name="Country").click()
    # then: the finding is the headline, over real municipalities alone
    assert re.search(r"In \d+ of \d+ municipalities nobody can be counted on", desk.locator("h1").inner_text())
    accessible(desk)
    # when: she asks for another need and sorts by the hours in a gap
    desk.select_option("[name=need]", "decide")
    desk.get_by_role("button", name="Show").click()
    desk.get_by_role("link", name="Hours a year in a gap").click()
    first = desk.locator("table.towns tbody tr").first
    name = first.locator("th a").inner_text()
    # and: opens the canopy of the first
    first.locator("th a").click()
    desk.wait_for_url(re.compile("/canopy/"))
    expect(desk.locator("body")).to_contain_text(name.partition(" ")[0])


def test_a_leaf_is_reached_by_keyboard_and_leads_to_its_canopy(desk, nora, sign_in):
    sign_in(desk, nora)
    desk.goto(PAGE)
    leaf = desk.locator(".country__desk a[href='/en/staff/lv-demo/canopy/']")
    assert leaf.get_attribute("aria-label") == "Saulgriezi: 67 % of the hours met; the rest: nobody"
    leaf.focus()
    desk.keyboard.press("Enter")
    desk.wait_for_url(re.compile("/lv-demo/canopy/"))


def test_the_country_of_2017_is_accessible(desk, nora, sign_in, accessible):
    sign_in(desk, nora)
    desk.goto(f"{PAGE}?on=2017-10-18&need=all&profile=all")
    desk.get_by_role("heading", name="119 municipalities, a leaf each").wait_for()
    accessible(desk, in_the_dark=False)


def test_a_viewer_reads_the_country_on_a_phone(phone, viewer, sign_in, accessible):
    sign_in(phone, viewer)
    phone.goto("/lv/staff/country/")
    expect(phone.locator(".country__phone svg")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    accessible(phone, in_the_dark=False)


def test_two_towns_are_compared(desk, nora, sign_in, accessible):
    # given: the table
    sign_in(desk, nora)
    desk.goto(f"{PAGE}?sort=name")
    # when: Nora chooses two and compares them
    desk.get_by_label("Compare Saulgriezi").check()
    desk.get_by_label("Compare Valmiera Municipality").check()
    desk.get_by_role("button", name="Compare those chosen").click()
    # then: each need stands with both towns' shares
    row = desk.get_by_role("row", name=re.compile("A bed for tonight"))
    assert "67 %" in row.inner_text()
    assert "every night 22:00–06:00" in row.inner_text()
    accessible(desk)


def test_a_stranger_is_sent_to_sign_in(desk, country):
    desk.goto(PAGE)
    desk.wait_for_url(re.compile("/account/login/"))
