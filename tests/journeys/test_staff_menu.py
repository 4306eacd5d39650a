"""The staff's menu: on a phone one button, at a desk a row; a page that isn't there keeps it."""

import pytest
from playwright.sync_api import expect

from lapotne.apps.accounts import actions
from lapotne.apps.accounts.models import RoleKind
from lapotne.apps.municipalities import queries
from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.django_db(transaction=True)

TEXTS = "/en/staff/texts/"
TWO_ROWS = 112
"""In pixels: two rows that a thumb reaches, with the room around them."""


@pytest.fixture
def town(demo):
    return demo


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_on_a_phone_the_menu_is_one_button(walk, alice, sign_in, accessible, javascript):
    page = walk(PHONE, locale="en-GB", java_script_enabled=javascript)
    sign_in(page, alice)
    # given a page without a town in its address
    page.goto(TEXTS)
    assert page.locator("header.bar").bounding_box()["height"] <= TWO_ROWS
    expect(page.get_by_role("link", name="Canopy")).to_be_hidden()
    # when she unfolds the menu
    page.locator("summary", has_text="Menu").click()
    if javascript:
        accessible(page)
    # then her town's pages are there, each a thumb high, and lead on
    link = page.get_by_role("link", name="Canopy")
    assert link.bounding_box()["height"] >= 44
    link.click()
    assert page.url.endswith("/en/staff/lv-demo/canopy/")


def test_at_a_desk_the_menu_is_a_row_and_several_towns_are_chosen_from(desk, alice, now, sign_in, accessible):
    valmiera = queries.by_key("lv-valmiera")
    actions.give_role(by=None, at=now, user=alice, kind=RoleKind.VIEWER, municipality=valmiera)
    sign_in(desk, alice)
    desk.goto(TEXTS)
    expect(desk.locator("summary", has_text="Menu")).to_be_hidden()
    desk.locator("summary", has_text="Your towns").first.click()
    accessible(desk)
    desk.get_by_role("link", name="Valmiera Municipality").click()
    assert desk.url.endswith("/en/staff/lv-valmiera/canopy/")


def test_where_nothing_is_there_is_a_way_on(phone, alice, sign_in, accessible):
    sign_in(phone, alice)
    phone.goto("/en/staff/no-such-page/")
    accessible(phone)
    phone.get_by_role("link", name="Back to the workspace").click()
    assert phone.url.endswith("/en/staff/")
