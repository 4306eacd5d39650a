"""Every kind of public page, with what a reader does on it: its main act, which works without script too."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

AT = "2026-11-18T03:00"
A_TOWN, A_BED = "help/lv-demo/", f"help/lv-demo/bed/?at={AT}"
ENDED = "lv-ended"
"""A municipality that is no more; where the walk prepares one."""

OFFER = "Free ticket and visa, we keep your passport. 4000 euro a month, no experience. Leave tomorrow, tell nobody."


@dataclass(frozen=True)
class Visit:
    """A page, an act on it, and what stands on the page that the act leads to; a page without an act is read.

    `sends`: the act leads to another page at the same address.
    `again`: the template of another visit in another state, which is walked to in English and in a proof.
    """

    path: str
    act: Callable[[Page], None] | None = None
    leads_to: str = "main h1"
    sends: bool = False
    again: bool = False


def click(selector: str) -> Callable[[Page], None]:
    return lambda page: page.locator(selector).first.click()


def look_for_the_town(page: Page) -> None:
    page.fill("main #town", "saulgr")
    page.press("main #town", "Enter")


def ask_for_a_man(page: Page) -> None:
    page.check("input[name=sex][value=male]")
    page.click("#questions button[type=submit]")


def paste_an_offer(page: Page) -> None:
    page.fill("#text", OFFER)
    page.click(".offer-form .call")


def answer_about_an_offer(page: Page) -> None:
    for number in range(3):
        page.locator("fieldset").nth(number).locator("input").first.check()
    page.click("main form .call")


def search(page: Page) -> None:
    page.fill("#q", "Lapotne")
    page.click(".search button")


def ask_about_the_law(page: Page) -> None:
    page.click("button[value=assistance]")
    page.locator(".options input[value=unknown]").wait_for()


def ask_to_the_end(page: Page) -> None:
    ask_about_the_law(page)
    for answer in ("no", "yes", "never"):
        asked = page.locator("h1").inner_text()
        page.check(f".options input[value={answer}]")
        page.click("button.call")
        page.locator("h1").filter(has_not_text=asked).wait_for()


def compare(page: Page) -> None:
    page.check("input[name=age][value=adult]")
    page.click("main form .call")


def plan_a_course(page: Page) -> None:
    page.fill("#start", "2026-12-01")
    page.click("main form button")


def look_at_a_day(page: Page) -> None:
    page.fill("#on", "2012-12-10")
    page.click("#another-day ~ form button")


def look_between_days(page: Page) -> None:
    page.locator("details:has(#from) > summary").click()
    page.fill("#from", "2012-12-10")
    page.fill("#to", "2013-10-01")
    page.click(".between button")


STORY, BODY = ".story__title", "main a[href^='tel:']"
VISITS = (
    Visit("", look_for_the_town, "a[href$='/help/lv-demo/']"),
    Visit("help/", look_for_the_town, "a[href$='/help/lv-demo/']"),
    Visit("help/?town=Atlantis", click("main .note a"), "#towns li", again=True),
    Visit(A_TOWN, click("a[href$='/lv-demo/bed/']"), BODY),
    Visit(A_BED, ask_for_a_man, BODY, sends=True),
    Visit("help/lv-demo/bed/?at=soon"),
    Visit(f"help/lv-demo/interpreter/?at={AT}", again=True),
    Visit(f"help/lv-valmiera/bed/?at={AT}"),
    Visit(f"help/{ENDED}/", click("main a[href$='/help/lv-demo/']"), "a[href$='/lv-demo/bed/']"),
    Visit("kept/lv-demo/", click(f"main a[href$='/{A_TOWN}']"), "a[href$='/lv-demo/bed/']"),
    Visit("kept/removed/"),
    Visit("protocol/lv-demo/"),
    Visit("advert/", paste_an_offer, ".signs li", sends=True),
    Visit("advert/questions/", answer_about_an_offer, ".answer.offer h1", sends=True),
    Visit("advert/sheet/"),
    Visit("news/", click(STORY)),
    Visit("news/2017/", again=True),
    Visit("events/"),
    Visit("events/2016/1/", click(".month__busy a"), "[id]:target"),
    Visit("events/in/lv-valmiera/"),
    Visit("publications/"),
    Visit("practices/", click(STORY)),
    Visit("campaigns/", click(STORY)),
    Visit("galleries/", click(STORY), ".picture img"),
    Visit("gallery-canopy/", again=True),
    Visit("publication-guidelines/"),
    Visit("directory/", click("main a[href$='/directory/lv-demo/']")),
    Visit("directory/lv-demo/", again=True),
    Visit("search/", search, ".hits .story__title, main [role=status]", sends=True),
    Visit("glossary/"),
    Visit("event-amsterdam/"),
    Visit("no-such-page/"),
    Visit("only-here/"),
    Visit("only-there/"),
    Visit("law/", click("a[href$='/law/lv/']")),
    Visit("law/lv/", look_between_days, "main h1"),
    Visit("law/lv/ask/", ask_about_the_law, ".options input", sends=True),
    Visit("law/lv/ask/", ask_to_the_end, ".verdict", sends=True),
    Visit("law/lv/course/", plan_a_course, "svg.course:visible", sends=True),
    Visit("law/compare/", compare, ".law-cards section", sends=True),
)
