"""A job seeker in Polish checks an offer on a phone, with and without scripts; a teacher prints the sheet."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import EVERY_WAY, PHONE

OFFER = (
    "Hostessy do klubu w Dubaju, 1500 dolarów tygodniowo, bez doświadczenia. Paszport oddajesz koordynatorowi. "
    "Nikomu nie mów o wyjeździe. Pisz na WhatsApp."
)
ATTACK = "<script>document.title='owned'</script> Paszport oddajesz koordynatorowi."

pytestmark = pytest.mark.django_db(transaction=True)


def given_a_job_seeker_who_found_the_check_in_the_menu(page):
    page.goto("/pl/")
    page.locator("a[href='/pl/advert/']:visible").first.click()


def when_she_pastes_the_offer(page, text=OFFER):
    page.fill("#text", text)
    page.click("main button[type=submit]")
    page.wait_for_selector("mark")


def then_she_sees_the_words_marked_and_where_each_leads(page):
    marked = page.locator("mark").all_inner_texts()
    assert any("Paszport" in words for words in marked)
    number = page.locator(".offer__number").first
    target = number.get_attribute("href")
    number.click()
    expect(page.locator(target)).to_be_visible()
    assert page.url.endswith(f"/pl/advert/{target}")
    assert OFFER not in page.url


@EVERY_WAY
def test_a_job_seeker_in_polish_checks_an_offer(walk, accessible, device, scripts):
    page = walk(device, locale="pl-PL", java_script_enabled=scripts)
    given_a_job_seeker_who_found_the_check_in_the_menu(page)
    when_she_pastes_the_offer(page)
    then_she_sees_the_words_marked_and_where_each_leads(page)
    assert page.context.cookies() == []
    if scripts:
        accessible(page, in_the_dark=False, at_colours=device is PHONE)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_what_is_pasted_is_shown_as_text(walk):
    page = walk(PHONE, locale="pl-PL")
    page.goto("/pl/advert/")
    when_she_pastes_the_offer(page, ATTACK)
    assert page.title() != "owned"
    expect(page.locator(".offer__text")).to_contain_text("<script>")


def test_a_result_is_accessible_with_everything_open_and_prints_as_by_day(phone, accessible, printed):
    phone.goto("/en/advert/")
    when_she_pastes_the_offer(phone, "We keep your passport in the office. Call 07700 900123.")
    phone.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    accessible(phone)
    printed(phone)


def test_ten_questions_lead_to_signs(phone):
    phone.goto("/en/advert/questions/")
    phone.check("input[name=passport][value=yes]")
    phone.check("input[name=employer][value=no]")
    phone.click("main button[type=submit]")
    expect(phone.locator("h1")).to_contain_text("strong")
    expect(phone.locator(".sign")).to_have_count(2)


def test_the_sheet_prints_answers_on_a_page_of_their_own(desk, printed):
    desk.goto("/en/advert/sheet/")
    printed(desk)
    style = "getComputedStyle(document.querySelector('.sheet__answers')).breakBefore"
    assert desk.evaluate(style) == "page"
