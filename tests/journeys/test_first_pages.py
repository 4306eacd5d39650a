"""Arriving: on a phone in one's own language, at a desk with an account."""

import pytest
from playwright.sync_api import expect


@pytest.mark.django_db(transaction=True)
def test_a_visitor_arrives_on_a_phone_and_may_leave_at_once(phone, accessible):
    phone.goto("/")
    assert phone.url.endswith("/lv/")
    expect(phone.locator("a[href='tel:112']")).to_be_visible()
    expect(phone.locator(".bar__leave")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    accessible(phone)


@pytest.mark.django_db(transaction=True)
def test_the_start_page_is_accessible_in_light_and_dark(desk, accessible):
    desk.goto("/en/")
    accessible(desk)


@pytest.mark.django_db(transaction=True)
def test_a_reader_changes_the_language_and_stays_on_the_page(desk):
    desk.goto("/en/")
    desk.click("#languages a[hreflang=uk]")
    assert desk.url.endswith("/uk/")
    assert desk.locator("html").get_attribute("lang") == "uk"


@pytest.mark.django_db(transaction=True)
def test_a_coordinator_signs_in_and_sees_her_access(desk, alice, sign_in, accessible):
    sign_in(desk, alice)
    assert desk.url.endswith("/en/staff/")
    accessible(desk)
    desk.click("text=My access")
    expect(desk.get_by_role("cell", name="Liepkalni")).to_be_visible()
    accessible(desk)
