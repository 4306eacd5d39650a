"""A third town is made in the browser, its holes visible while typing; the council's adoption is recorded."""

import pytest
from playwright.sync_api import expect

from lapotne.adapters.mechanism_yaml import check_stored
from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.mechanism.queries import documents, towns
from lapotne.apps.municipalities import actions as municipalities
from lapotne.apps.municipalities import queries
from tests.journeys.conftest import DESK, PHONE
from tests.people import person

pytestmark = pytest.mark.django_db(transaction=True)

NEW = "/en/staff/new-town/"


@pytest.fixture
def cesis(demo, demo_reference):
    municipalities.load(municipalities={"lv-cesis": demo_reference.municipalities["lv-cesis"]})
    return queries.by_key("lv-cesis")


def fill_in(page):
    page.select_option("[name=municipality]", "lv-cesis")
    page.check("[name=governed][value=council_decision]")
    page.fill("[name=body-social-service-phone]", "+371 64100000")
    page.select_option("[name=body-social-service-when]", "these")
    page.fill("[name=body-social-service-working]", "8-17")
    page.check("[name=body-social-service-further][value=decide]")
    page.select_option("[name=body-municipal-police-when]", "always")


def checks_clean(cesis):
    version = documents.latest(documents.layer_of(cesis))
    today = version.at.date()
    above = [known for known in towns.library(cesis, today).layers_of("lv-cesis") if known.key != "lv-cesis"]
    return not isinstance(check_stored(version.document, towns.checker(today), above=above), list)


@pytest.mark.parametrize("device", [DESK, PHONE], ids=["desk", "phone"])
def test_holes_show_while_typing_and_the_town_is_made(walk, device, cesis, nora, sign_in, accessible):
    page = walk(device, locale="en-GB")
    sign_in(page, nora)
    page.goto(NEW)
    accessible(page, in_the_dark=device is DESK, at_colours=device is DESK)
    fill_in(page)
    row = page.get_by_role("row", name="Somebody decides on help")
    row.wait_for()
    expect(page.locator("#outlook")).to_contain_text("nobody surely meets")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    accessible(page, in_the_dark=device is DESK, at_colours=device is DESK)
    page.get_by_role("button", name="Make this town").click()
    expect(page.get_by_text("The town is made, as version 1.")).to_be_visible()
    assert page.url.endswith("/lv-cesis/institutions/")
    accessible(page, in_the_dark=device is DESK, at_colours=device is DESK)
    assert checks_clean(cesis)


def test_the_same_without_javascript(walk, cesis, nora, sign_in):
    page = walk(DESK, locale="en-GB", java_script_enabled=False)
    sign_in(page, nora)
    page.goto(NEW)
    fill_in(page)
    page.get_by_role("button", name="Show holes").click()
    expect(page.get_by_text("nobody surely meets")).to_be_visible()
    assert page.input_value("[name=body-social-service-working]") == "8-17"
    page.get_by_role("button", name="Make this town").click()
    expect(page.get_by_text("The town is made, as version 1.")).to_be_visible()
    assert checks_clean(cesis)


def test_the_coordinator_goes_on_and_records_the_councils_adoption(desk, cesis, sign_in, accessible):
    carol = person("carol", RoleKind.COORDINATOR, municipality=cesis)
    sign_in(desk, carol)
    desk.goto("/en/staff/lv-cesis/institutions/")
    desk.get_by_role("link", name="Make it now").click()
    fill_in(desk)
    desk.get_by_role("button", name="Make this town").click()
    desk.get_by_role("link", name="Versions").click()
    accessible(desk, in_the_dark=False)
    desk.get_by_role("link", name="Record the adoption of version 1").click()
    accessible(desk, in_the_dark=False)
    desk.check("[name=body][value=council]")
    desk.fill("[name=on]", "2026-03-12")
    desk.get_by_role("button", name="Record the adoption").click()
    expect(desk.get_by_text("A council adopts by a decision: write its number.")).to_be_visible()
    accessible(desk)
    desk.get_by_label("Number of the decision").fill("7")
    desk.get_by_role("button", name="Record the adoption").click()
    expect(desk.get_by_role("heading", name="Version 1, adopted on 12 March 2026, decision 7")).to_be_visible()
    accessible(desk)
    desk.get_by_role("link", name="Version 1", exact=True).click()
    accessible(desk)
