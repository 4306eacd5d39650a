"""A real browser on a real server: phone and desk, no other host, and a check of accessibility."""

import os
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.people import PASSWORD
from tools.browser import find

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1280, "height": 900}}
EVERY_WAY = pytest.mark.parametrize(
    ("device", "scripts"), [(PHONE, True), (DESK, True), (PHONE, False)], ids=["phone", "desk", "without scripts"]
)
# What a page computes is over before it is worth compiling it a second time.
SHORT_LIVED = ("--no-maglev", "--no-turbofan", "--always-sparkplug", "--single-threaded",
               "--min-semi-space-size=16", "--no-enable-lazy-source-positions")  # fmt: skip
# Without these, Chromium itself looks up hosts on the network; with the last, no other host is there.
# And an empty tab needn't change to another process for the first page it shows.
QUIET = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--disable-gpu", "--renderer-process-limit=1", f"--js-flags={' '.join(SHORT_LIVED)}",
         "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"]  # fmt: skip
EACH_COLOUR_ONCE = """(() => {
    const colour = axe.commons.color.Color.prototype, read = colour.parseString, known = new Map();
    colour.parseString = function (text) {
        if (!known.has(text)) {
            read.call(this, text);
            known.set(text, [this.r, this.g, this.b, this.alpha]);
        }
        [this.r, this.g, this.b, this.alpha] = known.get(text);
        return this;
    };
})();"""
"""Axe reads the colours of all that lies behind each word anew, which takes it most of a look at colours."""
AXE_SCRIPT = f"{Axe().axe_script};\n{EACH_COLOUR_ONCE}"
AXE = {"resultTypes": ["violations"], "preload": False}
"""What is in order isn't listed, which takes axe longer than finding it."""
COLOURS = """() => [...document.querySelectorAll("body, body *")].map((one) => { const looks = getComputedStyle(one);
    return [one.tagName, one.className?.baseVal ?? one.className, looks.color, looks.backgroundColor,
        looks.borderBlockEndColor, looks.fill, looks.stroke, looks.colorScheme].join(" "); })"""
MOVED = """() => new Promise((tell) => { let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((one) => (sum += one.value)))
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => tell(Math.round(sum * 100)), 300); })"""
"""How far what stood in a page was pushed aside, in hundredths of a screen: what is less, nobody sees (a row that grows
while it comes)."""
OF_COLOURS = ["color-contrast", "link-in-text-block"]
AXE_ON_COLOURS = {**AXE, "runOnly": {"type": "rule", "values": OF_COLOURS}}
AXE_ON_ALL_ELSE = {**AXE, "rules": {rule: {"enabled": False} for rule in OF_COLOURS}}


def pytest_collection_modifyitems(items):
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def browser():
    # Playwright's own loop runs in this thread; Django must not take it for an asynchronous view.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    path = find()
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[*QUIET, *as_root])
        yield chromium
        chromium.close()


@pytest.fixture
def friends() -> set[str]:
    """Hosts beside our own that a journey may ask, of which there are none; one that needs another adds it."""
    return set()


@pytest.fixture
def walk(browser: Browser, live_server, friends):
    """Opens a page: `walk(PHONE, locale="lv")`; the test fails when it asked any other host."""
    contexts: list[BrowserContext] = []
    strangers: list[str] = []
    own = urlsplit(live_server.url).netloc

    def note_strangers(sent):
        asked = urlsplit(sent.url)
        is_strange = asked.scheme in {"http", "https"} and asked.netloc not in {own, *friends}
        # Whoever leaves is sent on, to a place that the operator chose.
        if is_strange and not sent.redirected_from:
            strangers.append(sent.url)

    def open_page(device: dict, **options: object) -> Page:
        context = browser.new_context(base_url=live_server.url, **device, **options)
        context.set_default_timeout(10_000)
        context.on("request", note_strangers)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert strangers == [], "a page asked another host"


@pytest.fixture
def phone(walk) -> Page:
    return walk(PHONE, locale="lv-LV")


@pytest.fixture
def desk(walk) -> Page:
    return walk(DESK, locale="en-GB")


@pytest.fixture
def sign_in(live_server, signed_in):
    """Somebody who signed in before: `sign_in(desk, alice)`; the door itself is walked through elsewhere."""

    def with_a_session(page: Page, user) -> None:
        session = signed_in(user).cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies([{"name": session.key, "value": session.value, "url": live_server.url}])

    return with_a_session


@pytest.fixture
def sign_in_at_the_door():
    """Signs somebody in through the page: `sign_in_at_the_door(desk, alice)`."""

    def through_the_page(page: Page, user) -> None:
        page.goto("/en/staff/account/login/")
        page.fill("[name=login]", user.username)
        page.fill("[name=password]", PASSWORD)
        page.click("main button[type=submit]")

    return through_the_page


def look(page: Page, options: dict) -> AxeResults:
    # A page that has only begun to come can't be looked at.
    page.wait_for_load_state()
    if not page.evaluate("'axe' in window"):
        # Half a megabyte, which takes longer to send and to read than most looks: not before one is wanted, and to
        # the pages after this one by the browser itself.
        page.evaluate(f"{AXE_SCRIPT}; 0")
        page.context.add_init_script(AXE_SCRIPT)
    return AxeResults(page.evaluate("options => axe.run(document, options)", options))


@pytest.fixture
def accessible():
    """Fails with the list of what axe finds in the light, and of colours in the dark too: `accessible(page)`.

    Colours are the same in every language, and at a desk as on a phone unless a page shows other parts there: what
    walks through several looks at them in one, for they take axe longer than all else.
    """

    def check(page: Page, *, in_the_dark: bool = True, at_colours: bool = True) -> None:
        looked = [look(page, AXE if at_colours else AXE_ON_ALL_ELSE)]
        if in_the_dark:
            page.emulate_media(color_scheme="dark")
            looked.append(look(page, AXE_ON_COLOURS))
            page.emulate_media(color_scheme="light")
        found = [one.generate_report() for one in looked if one.violations_count]
        assert not found, "\n".join(found)

    return check


@pytest.fixture
def printed():
    """Shows a page as on paper, and fails where a dark screen would change a colour of it: `printed(page)`."""

    def show(page: Page) -> None:
        page.emulate_media(media="print", color_scheme="light")
        light = page.evaluate(COLOURS)
        page.emulate_media(media="print", color_scheme="dark")
        dark = page.evaluate(COLOURS)
        assert [one for one, other in zip(dark, light, strict=True) if one != other][:5] == []

    return show
