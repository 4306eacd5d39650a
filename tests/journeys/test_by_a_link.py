"""A shelter without an account says by its link what is right, on a phone, with no script."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town(demo):
    return demo


def test_a_shelter_answers_by_its_link_and_the_coordinator_sees_it(desk, walk, alice, sign_in, accessible):
    # given: Alice makes a link for the shelter
    sign_in(desk, alice)
    desk.goto("/en/staff/lv-demo/institutions/")
    desk.get_by_role("link", name="Ask by a link").click()
    accessible(desk)
    desk.get_by_role("button", name="Make a link to copy: Shelter “Osta”").click()
    accessible(desk, in_the_dark=False)
    address = desk.get_by_label("Copy it now").input_value()
    desk.goto("/en/staff/")
    expect(desk.get_by_text("1 institution hasn’t answered its link")).to_be_visible()
    # when: somebody at the shelter opens it, and puts it off, and says that it is right
    phone = walk(PHONE, locale="en-GB", java_script_enabled=False)
    phone.goto(address)
    phone.get_by_role("button", name="Ask me later: Beds for men").click()
    expect(phone.get_by_text("you can still answer here")).to_be_visible()
    phone.get_by_role("button", name="Still right: Beds for men").click()
    # then: both read so, no cookie was set, and the link takes no other answer
    expect(phone.get_by_role("heading", name="Thank you, everything is answered")).to_be_visible()
    expect(phone.get_by_role("button", name="Still right")).to_have_count(0)
    assert phone.context.cookies() == []
    desk.goto("/en/staff/lv-demo/confirmations/")
    expect(desk.get_by_text(", answered")).to_be_visible()


def test_a_change_waits_for_the_coordinator(desk, phone, alice, sign_in, accessible):
    sign_in(desk, alice)
    desk.goto("/en/staff/lv-demo/confirmations/")
    desk.get_by_role("button", name="Make a link to copy: Shelter “Osta”").click()
    phone.goto(desk.get_by_label("Copy it now").input_value())
    accessible(phone)
    phone.get_by_text("Something has changed").click()
    accessible(phone, in_the_dark=False)
    phone.get_by_label("What is right now?").fill("Until 20:00 on Sundays")
    phone.get_by_role("button", name="Tell the municipality").click()
    expect(phone.get_by_text("You told us what changed")).to_be_visible()
    desk.goto("/en/staff/lv-demo/confirmations/")
    expect(desk.get_by_text("Until 20:00 on Sundays")).to_be_visible()
    accessible(desk)
    desk.get_by_role("button", name="I have taken it over").click()
    expect(desk.get_by_text("Until 20:00 on Sundays")).to_have_count(0)
