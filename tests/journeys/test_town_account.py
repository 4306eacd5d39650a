"""Signing in with the town's own account, at a real OpenID Connect server: there, back, and past our second factor."""

import re
import time
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE
from tests.town_server import TownServer, new_key

pytestmark = pytest.mark.django_db(transaction=True)

LOGIN, HOME, SECOND = "/en/staff/account/login/", "/en/staff/", "/en/staff/account/second-factor/"


@pytest.fixture
def there(openid_server, settings, monkeypatch, live_server, friends):
    """As in production; its server is the one other host that a browser may ask."""
    settings.SECOND_FACTOR = "required"
    friends.add(urlsplit(openid_server.origin).netloc)
    return openid_server.as_set(settings, monkeypatch, live_server.url)


@pytest.fixture
def browse(walk):
    """The town's certificate is its own."""
    return lambda device, **said: walk(device, locale="en-GB", ignore_https_errors=True, **said)


def at_the_town(page: Page, there: TownServer, sub: str) -> None:
    page.get_by_role("button", name="Sign in with Liepkalni").click()
    page.wait_for_url(f"{there.origin}/**")
    page.fill("#subject-input", sub)
    page.get_by_role("button", name="Authorize", exact=True).click()


def set_up_an_app(page: Page) -> str:
    page.click("text=Set up an app")
    seed = page.locator(".secret code").inner_text().replace(" ", "")
    page.fill("[name=code]", code(seed))
    page.click("main button[type=submit]")
    return seed


def code(seed: str, steps_on: int = 0) -> str:
    return format_hotp_value(hotp_value(seed, int(time.time()) // 30 + steps_on))


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without"])
def test_an_editor_comes_with_the_towns_account_and_has_her_role_and_no_other(browse, there, bob, alice, javascript):
    there.knows("bob-at-the-town", email="bob@example.org", email_verified=True, name="Bob", roles=["coordinator"])
    # given Bob, who is sent from a page to the door, and goes through the town's
    page = browse(DESK, java_script_enabled=javascript)
    page.goto("/en/staff/country/")
    at_the_town(page, there, "bob-at-the-town")
    # then our second factor is still asked for, and nothing opens before
    page.wait_for_url(f"**{SECOND}")
    page.goto(HOME)
    assert page.url.endswith(SECOND)
    seed = set_up_an_app(page)
    page.goto("/en/staff/access/")
    expect(page.get_by_text("Linked: you may sign in with it")).to_be_visible()
    # and he has the role that was given to him here, whatever the town says of roles
    assert page.goto("/en/staff/access/towns/lv-liepkalni/").status in (403, 404)
    assert list(bob.roles.values_list("kind", flat=True)) == ["institution_editor"]
    # when he comes again, elsewhere
    other = browse(PHONE, java_script_enabled=javascript)
    other.goto("/en/staff/country/")
    at_the_town(other, there, "bob-at-the-town")
    other.wait_for_url("**/authenticate/**")
    other.fill("[name=code]", code(seed, 1))
    other.click("text=Sign in")
    # then he stands on the page that he asked for
    other.wait_for_url(re.compile("/en/staff/country/$"))


def test_whom_nobody_knows_is_told_what_to_do_and_gets_nothing(browse, there, alice, accessible):
    there.knows("stranger", email="stranger@example.org", email_verified=True)
    page = browse(PHONE)
    page.goto(LOGIN)
    at_the_town(page, there, "stranger")
    expect(page.locator("h1")).to_have_text("No account here yet")
    expect(page.get_by_text("ask the coordinator of your municipality")).to_be_visible()
    accessible(page)
    page.goto(HOME)
    assert "/login/" in page.url


LIES = {"nonce": {"nonce": "an-older-one"}, "audience": {"aud": "another-site"}, "signature": {"key": new_key()}}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_word_that_is_not_for_this_question_opens_nothing(browse, there, alice, lie):
    there.knows("alice-there", email="alice@example.org", email_verified=True)
    there.writes(**lie)
    page = browse(DESK)
    page.goto(LOGIN)
    at_the_town(page, there, "alice-there")
    expect(page.get_by_text("didn’t work, or was cancelled")).to_be_visible()
    page.goto(HOME)
    assert "/login/" in page.url


def test_whoever_changes_their_mind_there_is_back_at_the_door(browse, there, accessible):
    page = browse(DESK)
    page.goto(LOGIN)
    page.get_by_role("button", name="Sign in with Liepkalni").click()
    page.get_by_role("button", name="Deny access").click()
    expect(page.get_by_text("didn’t work, or was cancelled")).to_be_visible()
    accessible(page)
