"""The protocol: who acts at three in the morning, a step mended by the coordinator, a file brought back."""

import re

import pytest
from django.core.cache import caches
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)

PAGE = "/en/staff/lv-demo/protocol/"
PAGES_OF_THE_SHEET = 2


@pytest.fixture
def town(demo):
    caches["computed"].clear()
    return demo


def test_the_protocol_is_accessible_in_light_and_dark(desk, alice, sign_in, accessible):
    sign_in(desk, alice)
    for address in (PAGE, f"{PAGE}now/?step=notify&profile=woman&refuses=on", f"{PAGE}sheet/", f"{PAGE}steps/notify/"):
        desk.goto(address)
        accessible(desk)
    desk.goto(PAGE)
    for summary in desk.locator(".variants summary").all():
        summary.click()
    accessible(desk)


def test_somebody_finds_who_acts_at_three_in_the_morning(phone, alice, sign_in, accessible):
    # given: a phone, and the protocol of the town
    sign_in(phone, alice)
    phone.goto(PAGE)
    phone.get_by_role("link", name="Who acts now").click()
    # when: a bed is asked for a man on the night of a holiday
    phone.select_option("[name=step]", "bridge")
    phone.select_option("[name=profile]", "man")
    phone.fill("[name=at]", "2026-11-18T03:00")
    phone.get_by_role("button", name="Show").click()
    # then: the page says that nobody is sure to act, who comes next, and when the next opens
    expect(phone.locator("h1")).to_contain_text("Nobody")
    phone.get_by_text("If nobody has answered by 03:30").wait_for()
    assert phone.locator(".turn__contact a[href^='tel:']").count()
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    accessible(phone, in_the_dark=False)


def test_the_coordinator_shortens_a_time(desk, alice, sign_in, accessible):
    # given: the step that notifies
    sign_in(desk, alice)
    desk.goto(f"{PAGE}#notify")
    desk.locator("#notify").get_by_role("link", name="Change who acts and by when").click()
    # when: she asks for half an hour, tries it, and forgets to say why
    desk.fill("[name=within]", "30")
    desk.get_by_role("button", name="Try it").click()
    desk.get_by_role("heading", name=re.compile("With this change")).wait_for()
    desk.get_by_role("button", name="Save").click()
    # then: nothing is lost, and it says what is missing
    desk.get_by_text("Write why, so that others understand it later.").wait_for()
    assert desk.input_value("[name=within]") == "30"
    accessible(desk)
    # when: she says why
    desk.fill("[name=reason]", "The group agreed")
    desk.get_by_role("button", name="Save").click()
    # then: the step says so
    desk.get_by_text("Saved as version 2.").wait_for()
    expect(desk.locator("#notify")).to_contain_text("within 30 minutes")


def test_the_sheet_fits_two_pages(desk, alice, sign_in):
    sign_in(desk, alice)
    desk.goto(f"{PAGE}sheet/")
    printed = desk.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= PAGES_OF_THE_SHEET


def test_everybody_reads_the_steps_without_an_account(phone, town, accessible):
    phone.goto("/en/protocol/lv-demo/")
    expect(phone.locator("a[href='tel:112']")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    accessible(phone)


def test_a_file_leaves_and_comes_back_as_a_version(desk, alice, sign_in, accessible, tmp_path):
    # given: the mechanism as a file
    sign_in(desk, alice)
    desk.goto("/en/staff/lv-demo/files/")
    accessible(desk)
    with desk.expect_download() as taken:
        desk.get_by_role("link", name="The whole mechanism").click()
    file = tmp_path / "lv-demo.yaml"
    text = taken.value.path().read_text("utf-8")
    before, mark, after = text.partition(" men-bed:")
    file.write_text(before + mark + after.replace("Mo-Su 08:00-22:00; PH 08:00-22:00", "24/7", 1), "utf-8")
    # when: Alice opens the men's beds at night in it and brings it back
    desk.get_by_role("link", name="Load a file").click()
    accessible(desk)
    desk.set_input_files("[name=file]", file)
    desk.get_by_role("button", name="Look at it").click()
    # then: she sees what differs and that the hole closes, before anything is saved
    desk.get_by_role("heading", name="The file differs in 1 place").wait_for()
    accessible(desk)
    desk.fill("[name=reason]", "The council pays for the night")
    desk.get_by_role("button", name="Save").click()
    desk.get_by_text("Saved as version 2.").wait_for()


def test_a_bad_file_is_told_line_by_line(desk, alice, sign_in, accessible, tmp_path):
    file = tmp_path / "bad.yaml"
    file.write_text("lapotne: 1\nlayer: town\nkey: lv-demo\n", "utf-8")
    sign_in(desk, alice)
    desk.goto("/en/staff/lv-demo/files/upload/")
    desk.set_input_files("[name=file]", file)
    desk.get_by_role("button", name="Look at it").click()
    expect(desk.get_by_role("row", name=re.compile("^2 "))).to_be_visible()
    accessible(desk)
