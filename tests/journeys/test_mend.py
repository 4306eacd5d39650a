"""Alice closes the hole that men fall through at night, and sees it close before she saves."""

import re

import pytest
from playwright.sync_api import expect

from lapotne.apps.municipalities import queries
from tests.journeys.conftest import DESK, PHONE

pytestmark = pytest.mark.django_db(transaction=True)

SHELTER = "/en/staff/lv-demo/institutions/men-shelter/"
MEN = f"{SHELTER}services/men-bed/"
CONFIRM = "[name=availabilities-{}-confirmation][value=now]"
TRY = "/en/staff/lv-demo/try/?kind=lengthen&offer=men-shelter/men-bed&place=0&need=bed&profile=man"


@pytest.fixture
def town(demo):
    return demo


@pytest.fixture
def other_town(demo):
    return queries.by_key("lv-valmiera")


@pytest.fixture
def plain(walk):
    """A desk without JavaScript."""
    return walk(DESK, locale="en-GB", java_script_enabled=False)


def fill_in_nights(page):
    for day in ("mo", "tu", "we", "th", "fr", "sa", "su"):
        page.fill(f"[name=availabilities-0-{day}]", "08:00-22:00, 22:00-08:00")


def say_that_it_is_confirmed(page, way=0):
    page.check(CONFIRM.format(way))


def test_alice_sees_the_hole_close_as_she_types_and_saves(desk, alice, sign_in, accessible):
    # given: Alice opens the service that closes at 22:00
    sign_in(desk, alice)
    desk.goto(SHELTER)
    accessible(desk)
    desk.get_by_role("link", name="Edit Beds for men").click()
    expect(desk.get_by_text("Nothing is saved before you have seen")).to_be_visible()
    accessible(desk, in_the_dark=False)
    # when: she lengthens its hours, which nobody has confirmed yet
    fill_in_nights(desk)
    desk.get_by_role("heading", name="Once the institution confirms it: It closes 1 hole and opens none").wait_for()
    accessible(desk, in_the_dark=False)
    # and the institution has told her so
    say_that_it_is_confirmed(desk)
    expect(desk.get_by_text("Once the institution confirms it")).not_to_be_visible()
    # then: the panel says so before anything is saved, and only then may she save
    desk.get_by_role("heading", name="It closes 1 hole and opens none").wait_for()
    expect(desk.get_by_text("every night 22:00–06:00")).to_be_visible()
    expect(desk.get_by_text("2,920 hours a year")).to_be_visible()
    desk.get_by_label("Why is it changed?").fill("A night worker was hired")
    accessible(desk)
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text("Saved as version 2.")).to_be_visible()
    expect(desk.get_by_text("day and night")).to_be_visible()


def test_the_same_without_javascript(plain, alice, sign_in, accessible):
    sign_in(plain, alice)
    plain.goto(MEN)
    fill_in_nights(plain)
    say_that_it_is_confirmed(plain)
    expect(plain.get_by_role("button", name="Save")).not_to_be_visible()
    plain.get_by_role("button", name="Show what it changes").click()
    expect(plain.get_by_role("heading", name="It closes 1 hole and opens none")).to_be_visible()
    assert plain.input_value("[name=availabilities-0-mo]") == "08:00-22:00, 22:00-08:00"
    plain.get_by_label("Why is it changed?").fill("A night worker was hired")
    plain.get_by_role("button", name="Save").click()
    expect(plain.get_by_text("Saved as version 2.")).to_be_visible()


def test_enter_shows_and_never_saves(plain, alice, sign_in):
    sign_in(plain, alice)
    plain.goto(MEN)
    plain.press("[name=availabilities-0-mo]", "Enter")
    expect(plain.get_by_role("heading", name="No gap of the coming year changes")).to_be_visible()


def test_a_mend_from_the_canopy_opens_filled_and_judged(walk, alice, sign_in, accessible):
    phone = walk(PHONE, locale="en-GB")
    sign_in(phone, alice)
    phone.goto(TRY)
    expect(
        phone.get_by_role("heading", name="Once the institution confirms it: It closes 1 hole and opens none")
    ).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    accessible(phone, in_the_dark=False)
    phone.get_by_label("Why is it changed?").fill("A night worker was hired")
    phone.get_by_role("button", name="Save").click()
    # then: what was confirmed stays so, and the nights are a proposal that nobody has confirmed
    assert phone.url.endswith("/men-shelter/")
    expect(phone.get_by_text("22:00–08:00")).to_be_visible()
    phone.goto("/en/help/lv-demo/bed/?at=2026-11-18T03:00&sex=male")
    expect(phone.get_by_text("Not confirmed").first).to_be_visible()


def test_from_the_canopy_to_the_councils_adoption(desk, alice, sign_in, accessible):
    # given: the canopy shows that men have no bed at night
    sign_in(desk, alice)
    desk.goto("/en/staff/lv-demo/canopy/?profile=man")
    # when: she tries the nearest mend, sees the hole close, and saves
    desk.locator("a[href*='need=bed']", has_text="Try it").first.click()
    expect(desk.get_by_role("heading", name="It closes 1 hole and opens none")).to_be_visible()
    say_that_it_is_confirmed(desk, way=1)
    expect(desk.get_by_text("Once the institution confirms it")).not_to_be_visible()
    desk.get_by_label("Why is it changed?").fill("The day centre opens at night")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text("Saved as version 2.")).to_be_visible()
    # then: the hole is gone from the canopy, and the council's adoption of the version is recorded
    desk.goto("/en/staff/lv-demo/canopy/?profile=man")
    expect(desk.locator("a[href*='need=bed']", has_text="Try it")).to_have_count(0)
    desk.get_by_role("link", name="Versions").click()
    accessible(desk)
    desk.get_by_role("link", name="Record the adoption of version 2").click()
    desk.check("[name=body][value=council]")
    desk.fill("[name=on]", "2026-03-12")
    desk.get_by_label("Number of the decision").fill("7")
    desk.get_by_role("button", name="Record the adoption").click()
    expect(desk.get_by_role("heading", name="Version 2, adopted on 12 March 2026, decision 7")).to_be_visible()
    desk.goto(SHELTER)
    expect(desk.get_by_text("Version 2, adopted on 12 March 2026, decision 7")).to_be_visible()


def test_two_who_write_at_once_see_both(desk, walk, alice, bob, sign_in, accessible):
    decide = "/en/staff/lv-demo/institutions/social-service/competences/decide/"
    other = walk(DESK, locale="en-GB")
    sign_in(desk, alice)
    sign_in(other, bob)
    for page, minutes in ((desk, "20"), (other, "45")):
        page.goto(decide)
        page.fill("[name=availabilities-0-minutes]", minutes)
        page.press("[name=availabilities-0-minutes]", "Tab")
        page.get_by_label("Why is it changed?").fill(f"Within {minutes} minutes")
    other.get_by_role("button", name="Save").click()
    expect(other.get_by_text("Saved as version 2.")).to_be_visible()
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_role("heading", name="Version 2 was saved by Bob while you were writing")).to_be_visible()
    assert desk.input_value("[name=availabilities-0-minutes]") == "20"
    accessible(desk)
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text("Saved as version 3.")).to_be_visible()


def test_all_of_a_form_is_accessible(desk, alice, sign_in, accessible):
    sign_in(desk, alice)
    desk.goto(MEN)
    desk.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    desk.get_by_role("button", name="One more contact").click()
    desk.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    accessible(desk)
    desk.goto("/en/staff/lv-demo/institutions/")
    accessible(desk)


def test_bob_finds_only_his_institution_to_edit(desk, bob, sign_in, accessible):
    sign_in(desk, bob)
    desk.goto("/en/staff/lv-demo/institutions/")
    accessible(desk, in_the_dark=False)
    links = desk.locator("a[href*='/services/'], a[href*='/competences/']").all()
    assert {re.search(r"institutions/([^/]+)/", link.get_attribute("href"))[1] for link in links} == {"social-service"}
    assert desk.goto(MEN).status == 404


def test_charlie_finds_nothing_to_edit(desk, charlie, sign_in):
    sign_in(desk, charlie)
    assert desk.goto(MEN).status == 404
    assert desk.goto(TRY).status == 404
    assert desk.goto(SHELTER).status == 200
    expect(desk.locator("a[href*='/services/men-bed/']")).to_have_count(0)
