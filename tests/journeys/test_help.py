"""A frontline worker on a phone finds whom to call at 03:00 on a public holiday, in Latvian and in English."""

import pytest
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE

AT = "2026-11-18T03:00"
HELPLINE = "+37100010019"
TOWNS = {"lv": "Saulgrieži", "en": "Saulgriezi"}

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("demo")]


def given_a_frontline_worker_who_chose_the_town_and_a_bed(page, language):
    page.goto(f"/{language}/")
    page.fill("main input[type=search]", "saulgr")
    page.press("main input[type=search]", "Enter")
    page.click("a[href$='/lv-demo/bed/']")


def when_she_asks_for_a_man_at_three_in_the_night(page, language):
    page.goto(f"/{language}/help/lv-demo/bed/?at={AT}")
    page.check("input[name=sex][value=male]")
    page.check("input[name=age][value=adult]")
    page.click("#questions button[type=submit]")


def then_she_sees_that_nobody_has_a_bed_and_whom_to_call(page):
    calls = page.locator("a[href^='tel:']:visible")
    assert calls.first.get_attribute("href") == "tel:112"
    assert calls.nth(1).get_attribute("href") == f"tel:{HELPLINE}"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.url.endswith(f"/lv-demo/bed/?at={AT}") or page.url.endswith("/lv-demo/bed/")
    assert page.context.cookies() == []


def the_finding(language):
    with translation.override(language):
        return gettext("Nobody here has a bed {whom} at this hour").format(whom=gettext("for a man"))


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_frontline_worker_finds_whom_to_call_at_night_on_a_holiday(walk, accessible, language, scripts):
    page = walk(PHONE, locale=language, java_script_enabled=scripts)
    given_a_frontline_worker_who_chose_the_town_and_a_bed(page, language)
    expect(page.locator("main")).to_contain_text(TOWNS[language])
    when_she_asks_for_a_man_at_three_in_the_night(page, language)
    if scripts:
        then_she_sees_that_nobody_has_a_bed_and_whom_to_call(page)
        accessible(page, in_the_dark=language == "lv")
    expect(page.locator("h1")).to_have_text(the_finding(language))
    assert page.locator("a[href^='tel:']").nth(1).get_attribute("href") == f"tel:{HELPLINE}"


def test_the_list_of_towns_narrows_while_one_types_accents_or_not(phone):
    phone.goto("/lv/help/")
    phone.type("#town", "velz")
    assert phone.locator("#towns li:visible").all_inner_texts()[0].startswith("Vēlziedi")
    expect(phone.locator("#towns li:visible")).to_have_count(1)
    phone.fill("#town", "Валмієр")
    assert phone.locator("#towns li:visible").all_inner_texts()[0].startswith("Valmiera")
    expect(phone.locator("#towns li:visible")).to_have_count(1)


def test_a_thumb_reaches_every_button(phone):
    phone.goto(f"/en/help/lv-demo/bed/?at={AT}")
    heights = phone.locator("a.call:visible, .chip:visible, .option:visible, summary:visible").evaluate_all(
        "(parts) => parts.map((part) => part.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 44
