"""Somebody reads the law in a browser: step by step, side by side, and as it was on an earlier day."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, EVERY_WAY, PHONE
from tests.languages import is_long

DEVICES = {"phone": PHONE, "desk": DESK}

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(params=["phone", "desk"])
def device(request) -> dict:
    return DEVICES[request.param]


def given_a_worker_who_asks_about_state_paid_help(page, language):
    page.goto(f"/{language}/law/")
    page.click(f"a[href='/{language}/law/lv/ask/']")
    page.click("button[value=assistance]")
    page.locator(".options").wait_for()


def when_she_answers(page, *answers):
    for answer in answers:
        asked = page.locator("h1").inner_text()
        page.check(f".options input[value={answer}]")
        page.click("button.call")
        page.locator("h1").filter(has_not_text=asked).wait_for()


def then_nothing_is_in_the_address_and_nothing_is_kept(page):
    assert "?" not in page.url
    assert page.context.cookies() == []


def then_the_page_fits(page):
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@EVERY_WAY
def test_a_worker_asks_step_by_step_and_ends_in_a_yes_with_its_reasons(walk, accessible, device, scripts):
    page = walk(device, locale="en-GB", java_script_enabled=scripts)
    given_a_worker_who_asks_about_state_paid_help(page, "en")
    expect(page.locator("h1")).to_contain_text("recognises the person as a victim")
    when_she_answers(page, "unknown", "no", "yes", "never")
    assert page.locator("h1").inner_text().startswith("Yes: Social rehabilitation course")
    yes = page.locator(".verdict--yes").inner_text()
    assert "The provider's assessment protocol shows that the criteria are met." in yes
    assert page.locator(".verdict--yes a[href='tel:+37128612120']").count() >= 1
    then_nothing_is_in_the_address_and_nothing_is_kept(page)
    if scripts:
        accessible(page, in_the_dark=False, at_colours=device is PHONE)
        then_the_page_fits(page)


def test_she_goes_back_changes_an_answer_and_a_no_is_never_alone(phone, accessible):
    given_a_worker_who_asks_about_state_paid_help(phone, "en")
    when_she_answers(phone, "no", "yes", "never")
    assert phone.locator("h1").inner_text().startswith("Yes:")
    phone.click("button[name=back]")
    phone.locator("h1", has_text="course of help begun").wait_for()
    assert phone.locator("input[value=never]").is_checked()
    phone.click("button[name=back]")
    phone.locator("h1", has_text="law-enforcement statement").wait_for()
    assert phone.locator("input[name=police_statement][value=yes]").is_checked()
    accessible(phone, in_the_dark=False)
    when_she_answers(phone, "no", "no", "no")
    no = phone.locator(".verdict--no").inner_text()
    for part in ("What would open it", "Who decides", "Whom to ask anyway", "+371 28612120"):
        assert part in no
    accessible(phone)
    phone.click("button[name=change][value=provider_assessment]")
    phone.locator("h1", has_text="commission of specialists").wait_for()
    when_she_answers(phone, "yes", "never")
    assert phone.locator("h1").inner_text().startswith("Yes:")


def test_the_browsers_own_back_leads_one_question_back_and_forward_again(phone):
    given_a_worker_who_asks_about_state_paid_help(phone, "en")
    first = phone.locator("h1").inner_text()
    when_she_answers(phone, "no")
    phone.locator("h1", has_text="law-enforcement statement").wait_for()
    phone.go_back()
    expect(phone.locator("h1")).to_have_text(first)
    assert phone.locator("input[name=recognised_in_proceedings][value=no]").is_checked()
    when_she_answers(phone, "yes", "never")
    phone.locator("h1", has_text="Yes: Social rehabilitation course").wait_for()
    phone.go_back()
    phone.locator("h1", has_text="course of help begun").wait_for()
    phone.go_back()
    expect(phone.locator("h1")).to_have_text(first)
    phone.go_forward()
    phone.locator("h1", has_text="course of help begun").wait_for()
    phone.go_forward()
    phone.locator("h1", has_text="Yes: Social rehabilitation course").wait_for()
    assert phone.locator("h1").inner_text().startswith("Yes:")
    then_nothing_is_in_the_address_and_nothing_is_kept(phone)
    phone.reload()
    expect(phone.locator("h1")).to_have_text("Which help do you want to know about?")


def test_next_without_an_answer_and_a_contradiction_are_told(desk, accessible):
    desk.goto("/en/law/lv/ask/")
    desk.click("button[value=proceedings]")
    desk.locator(".options").wait_for()
    desk.click("button.call")
    desk.locator("[role=alert]").wait_for()
    expect(desk.locator("[role=alert]")).to_contain_text("Choose an answer")
    accessible(desk)
    desk.goto("/en/law/compare/")
    desk.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    desk.check("input[name=nationality][value=eu]")
    desk.check("input[name=residence][value=citizen]")
    desk.click("button.call")
    expect(desk.locator("[role=alert]").first).to_contain_text("Only a citizen of this country")
    assert desk.locator("input[name=nationality][value=eu]").is_checked()
    expect(desk.locator(".verdict")).to_have_count(0)
    accessible(desk)


@EVERY_WAY
def test_the_same_person_in_ten_countries(walk, accessible, device, scripts):
    page = walk(device, locale="en-GB", java_script_enabled=scripts)
    page.goto("/en/law/compare/")
    page.check("input[name=presumed_victim][value=yes]")
    page.check("input[name=nationality][value=third_country]")
    page.check("input[name=age][value=adult]")
    page.click("button.call")
    assert page.locator("h1").inner_text().startswith("Some help is certain in")
    expect(page.locator(".law-cards section")).to_have_count(10)
    assert page.locator(".matrix").is_visible() is (device is DESK)
    expect(page.locator("#in-ru ~ * a[href^='tel:']")).to_have_count(0)
    then_nothing_is_in_the_address_and_nothing_is_kept(page)
    if scripts:
        then_the_page_fits(page)
        accessible(page, in_the_dark=device is PHONE)


def test_a_reader_sees_the_law_of_an_earlier_day_and_what_changed_since(walk, accessible, device):
    page = walk(device, locale="en-GB")
    page.goto("/en/law/lv/")
    page.fill("#on", "2012-12-10")
    page.click("#another-day ~ form button")
    assert "6 months" in page.locator("h1").inner_text().replace("\xa0", " ")
    assert "on=2012-12-10" in page.url
    accessible(page, in_the_dark=False, at_colours=device is PHONE)
    page.click("summary:has-text('What changed between two days')")
    page.fill("#from", "2012-12-10")
    page.fill("#to", "2013-10-01")
    page.click(".between button")
    expect(page.locator("h1")).to_contain_text("changed between 10 December 2012 and 1 October 2013")
    then_the_page_fits(page)
    accessible(page, in_the_dark=device is PHONE, at_colours=device is PHONE)


def test_a_day_of_change_is_a_link_and_the_law_prints(desk):
    desk.goto("/en/law/lv/")
    desk.click("summary:has-text('Days on which something changed')")
    desk.click("a[href$='?on=2013-10-01']")
    expect(desk.locator("main")).to_contain_text("1 October 2013")
    address = desk.locator("a[hreflang=en][type='application/pdf']").get_attribute("href")
    assert desk.request.get(address).headers["content-type"] == "application/pdf"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_country_is_short_until_what_an_address_names_unfolds(walk, scripts):
    page = walk(PHONE, locale="en-GB", java_script_enabled=scripts)
    page.goto("/en/law/lv/")
    assert page.evaluate("document.documentElement.scrollHeight") <= 6 * page.viewport_size["height"]
    expect(page.locator("#says-who_identifies")).not_to_be_visible()
    page.click(".law-jumps a >> nth=1")
    expect(page.locator("#says-who_identifies")).to_be_visible()
    page.click("#says-who_identifies .grounds a")
    expect(page.locator(".law-sources :target")).to_be_visible()


def test_paper_tells_all_of_the_law(desk, printed):
    desk.goto("/en/law/lv/")
    printed(desk)
    for part in ("#says-who_identifies", "#right-reflection .grounds", ".law-sources li"):
        expect(desk.locator(part).first).to_be_visible()


def test_a_course_is_drawn_and_goes_into_a_calendar(walk, accessible, device):
    page = walk(device, locale="en-GB")
    page.goto("/en/law/lv/course/")
    page.fill("#start", "2026-12-01")
    page.click("main form button")
    expect(page.locator("h1")).to_contain_text("29 May 2027 or 30 May 2027")
    page.wait_for_load_state("load")
    expect(page.locator("svg.course:visible")).to_have_count(1)
    then_nothing_is_in_the_address_and_nothing_is_kept(page)
    then_the_page_fits(page)
    accessible(page, in_the_dark=device is PHONE)
    with page.expect_download() as download:
        page.click("button[value=calendar]")
    assert download.value.suggested_filename == "lapotne.ics"


EVERY_COUNTRY = ("lv", "ee", "lt", "fi", "se", "no", "dk", "pl", "de", "ru", "supranational")
COUNTRIES = EVERY_COUNTRY if is_long() else ("lv", "pl", "ru", "supranational")
"""They are written from the same template; always one, the longest, the one that is history, and the law above them."""


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_is_accessible_with_everything_unfolded(phone, accessible, country):
    phone.goto(f"/lv/law/{country}/")
    phone.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    # The countries' pages have the same colours; a note stands on that of the law that is history alone.
    accessible(phone, in_the_dark=country == "lv", at_colours=country in ("lv", "ru"))
    then_the_page_fits(phone)
    assert phone.context.cookies() == []


def test_a_thumb_reaches_every_button(phone):
    given_a_worker_who_asks_about_state_paid_help(phone, "lv")
    when_she_answers(phone, "no")
    heights = phone.locator("button:visible, .option:visible, .chip:visible").evaluate_all(
        "(parts) => parts.map((part) => part.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 44


def test_a_country_that_cannot_be_read_says_so_and_leads_on(phone, accessible, tmp_path, settings):
    # given: an error in Latvia's files
    shutil.copytree(Path(settings.DATA_ROOT) / "rules", tmp_path / "rules")
    (tmp_path / "rules" / "lv" / "rulebook.yaml").write_text("lapotne: 1\n", "utf-8")
    settings.DATA_ROOT, settings.VAR = tmp_path, tmp_path / "var"
    # when: a reader comes to its page
    phone.goto("/en/law/lv/")
    # then: it says so plainly, and the others are a step away
    expect(phone.locator("h1")).to_have_text("Latvia: the law can't be read at the moment")
    accessible(phone)
    then_the_page_fits(phone)
    phone.get_by_role("link", name="The law of other countries").click()
    phone.get_by_text("Its law can't be read at the moment.").wait_for()
    accessible(phone)
    phone.locator("a[href='/en/law/ee/']").click()
    assert phone.locator("h1").inner_text().startswith("Estonia:")
