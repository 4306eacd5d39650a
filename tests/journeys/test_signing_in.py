"""Signing in with a second factor: a passkey, an app, without JavaScript too; sessions and roles at a desk."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE
from tests.people import person

pytestmark = pytest.mark.django_db(transaction=True)

HOME, SECOND = "/en/staff/", "/en/staff/account/second-factor/"


@pytest.fixture(autouse=True)
def required(settings):
    """As in production."""
    settings.SECOND_FACTOR = "required"


def code(seed: str, steps_on: int = 0) -> str:
    return format_hotp_value(hotp_value(seed.replace(" ", ""), int(time.time()) // 30 + steps_on))


@pytest.fixture
def with_authenticator():
    """A device that has a finger or a face to show, as Chromium imitates one."""

    def add(page) -> None:
        devtools = page.context.new_cdp_session(page)
        devtools.send("WebAuthn.enable")
        options = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True}
        options |= {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
        devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    return add


def sign_out(page) -> None:
    page.goto("/en/staff/account/logout/")
    page.click("main button[type=submit]")


def set_up_an_app(page, accessible=None) -> str:
    """From the page on second factors to the recovery codes; the seed that the app keeps."""
    page.click("text=Set up an app")
    seed = page.locator(".secret code").inner_text()
    page.wait_for_load_state("load")
    assert page.evaluate("document.querySelector('.app-picture').naturalWidth") > 100
    if accessible:
        accessible(page)
    page.fill("[name=code]", code(seed))
    page.click("main button[type=submit]")
    return seed


def test_a_coordinator_sets_up_a_passkey_and_signs_in_with_it_alone(
    desk, alice, sign_in_at_the_door, with_authenticator, accessible
):
    with_authenticator(desk)
    desk.goto("/en/staff/account/login/")
    accessible(desk)
    # given she has only a password
    sign_in_at_the_door(desk, alice)
    assert desk.url.endswith(SECOND)
    accessible(desk)
    # when she adds a passkey
    desk.click("text=Add a passkey")
    accessible(desk)
    desk.fill("[name=name]", "My laptop")
    desk.click("#passkey-add")
    # then she gets recovery codes, and is let in
    desk.wait_for_selector(".codes li")
    expect(desk.locator(".codes li")).to_have_count(10)
    accessible(desk)
    desk.goto(HOME)
    assert desk.url.endswith(HOME)
    # and the next time the passkey opens the door alone
    sign_out(desk)
    desk.goto("/en/staff/country/")
    desk.click("#passkey-login")
    desk.wait_for_url(lambda url: url.endswith("/en/staff/country/") and "login" not in url)
    desk.goto(f"{SECOND}webauthn/")
    expect(desk.locator("main")).to_contain_text("My laptop")


def test_a_passkey_is_asked_for_after_the_password(desk, alice, sign_in_at_the_door, with_authenticator, accessible):
    with_authenticator(desk)
    sign_in_at_the_door(desk, alice)
    desk.click("text=Add a passkey")
    desk.click("#passkey-add")
    desk.wait_for_selector(".codes li")
    sign_out(desk)
    sign_in_at_the_door(desk, alice)
    expect(desk.locator("h1")).to_contain_text("Show that it is you")
    accessible(desk)
    desk.click("#passkey-authenticate")
    desk.wait_for_url(f"**{HOME}")


def test_a_device_without_a_passkey_says_so_and_the_password_stays(desk, alice, with_authenticator):
    with_authenticator(desk)
    desk.goto("/en/staff/account/login/")
    assert desk.locator("[data-passkey-failed]").is_hidden()
    desk.click("#passkey-login")
    desk.locator("[data-passkey-failed]").wait_for(state="visible")
    expect(desk.locator("[name=password]")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_an_app_does_with_and_without_javascript(walk, alice, sign_in_at_the_door, accessible, javascript):
    page = walk(PHONE, locale="en-GB", java_script_enabled=javascript)
    check = accessible if javascript else None
    sign_in_at_the_door(page, alice)
    # given she set up an app and kept her codes
    seed = set_up_an_app(page, check)
    codes = page.locator(".codes code").all_inner_texts()
    assert len(codes) == 10
    # when she signs in again
    sign_out(page)
    sign_in_at_the_door(page, alice)
    page.fill("[name=code]", code(seed, 1))
    page.click("text=Sign in")
    # then she is let in; and once the telephone is lost, a code on paper does too
    assert page.url.endswith(HOME)
    sign_out(page)
    sign_in_at_the_door(page, alice)
    page.fill("[name=code]", codes[0])
    page.click("text=Sign in")
    assert page.url.endswith(HOME)


def test_without_javascript_a_passkey_isnt_offered_where_it_cant_work(walk, alice, sign_in_at_the_door):
    page = walk(DESK, locale="en-GB", java_script_enabled=False)
    page.goto("/en/staff/account/login/")
    assert page.locator("#passkey-login").is_hidden()
    sign_in_at_the_door(page, alice)
    page.click("text=Add a passkey")
    expect(page.locator("[data-passkeys-missing]")).to_be_visible()


def test_a_coordinator_ends_a_session_and_resets_a_lost_second_factor(
    walk, desk, alice, bob, sign_in_at_the_door, accessible
):
    # given Bob, signed in with his app, and Alice, signed in twice
    lost = walk(PHONE, locale="en-GB")
    sign_in_at_the_door(lost, bob)
    set_up_an_app(lost)
    sign_in_at_the_door(desk, alice)
    seed = set_up_an_app(desk)
    other = walk(PHONE, locale="en-GB")
    sign_in_at_the_door(other, alice)
    other.fill("[name=code]", code(seed, 1))
    other.click("text=Sign in")
    # when she ends her other session
    desk.goto("/en/staff/access/")
    desk.get_by_role("link", name="Sessions").click()
    desk.click("summary:has-text('End all others')")
    accessible(desk)
    desk.click("text=Yes, end all others")
    other.goto(HOME)
    assert "login" in other.url
    # and resets Bob's second factor
    desk.goto("/en/staff/access/")
    desk.get_by_role("link", name="People: Liepkalni").click()
    desk.click("text=Reset that of Bob")
    accessible(desk)
    desk.fill("[name=reason]", "telephone lost, came by in person")
    desk.click("main button[type=submit]")
    # then Bob is out, and sets up a new one
    lost.goto(HOME)
    assert "login" in lost.url
    sign_in_at_the_door(lost, bob)
    assert lost.url.endswith(SECOND)


def test_the_demonstration_lets_everybody_skip_it(desk, settings, latvia, sign_in_at_the_door, accessible):
    settings.SECOND_FACTOR = "offered"
    sign_in_at_the_door(desk, person("demo-viewer"))
    assert desk.url.endswith(HOME)
    desk.goto("/en/staff/access/")
    expect(desk.locator("main")).to_contain_text("Not set up yet")


def test_taking_a_role_is_asked_first_and_works_without_javascript(walk, alice, bob, sign_in_at_the_door, settings):
    settings.SECOND_FACTOR = "offered"
    page = walk(PHONE, locale="en-GB", java_script_enabled=False)
    sign_in_at_the_door(page, alice)
    page.goto("/en/staff/access/towns/lv-liepkalni/")
    button = page.locator("li", has_text="Bob").locator("button")
    expect(button).to_be_hidden()
    # when she presses once, she reads what will happen
    page.locator("li", has_text="Bob").locator("summary").click()
    expect(page.get_by_text("It ends at once, also in pages that are open now.").nth(1)).to_be_visible()
    assert bob.roles.exists()
    # then she does it
    button.click()
    expect(page.get_by_text("The role was taken away.")).to_be_visible()
    assert not bob.roles.exists()


WITH_A_PASSKEY = (
    "/en/staff/account/reauthenticate/",
    "/en/staff/access/",
    "/en/staff/access/sessions/",
    "/en/staff/access/towns/lv-liepkalni/",
    "/en/staff/access/towns/lv-liepkalni/record/",
    SECOND,
    f"{SECOND}reauthenticate/",
    f"{SECOND}reauthenticate-webauthn/",
    f"{SECOND}webauthn/",
    f"{SECOND}recovery-codes/",
    f"{SECOND}recovery-codes/generate/",
)


@pytest.mark.parametrize("device", [DESK, PHONE], ids=["desk", "phone"])
def test_the_pages_behind_a_passkey_are_accessible(
    walk, alice, bob, sign_in_at_the_door, with_authenticator, accessible, device
):
    page = walk(device, locale="en-GB")
    with_authenticator(page)
    sign_in_at_the_door(page, alice)
    page.click("text=Add a passkey")
    page.click("#passkey-add")
    page.wait_for_selector(".codes li")
    for address in WITH_A_PASSKEY:
        page.goto(address)
        assert page.url.split("?")[0].endswith(address), "another page than the one meant"
        for confirm in page.locator(".confirm > summary").all():
            confirm.click()
        accessible(page, in_the_dark=device is DESK, at_colours=device is DESK)
    for way in ("Rename", "Take it away"):
        page.goto(f"{SECOND}webauthn/")
        page.click(f"text={way}")
        page.wait_for_load_state()
        accessible(page, in_the_dark=device is DESK, at_colours=device is DESK)


OTHERS = ("password/change/", "password/reset/", "password/reset/done/", "signup/", "inactive/")


@pytest.mark.parametrize("page", OTHERS)
def test_the_other_pages_are_accessible(desk, settings, alice, sign_in_at_the_door, accessible, page):
    settings.SECOND_FACTOR = "offered"
    if page == "password/change/":
        sign_in_at_the_door(desk, alice)
    desk.goto(f"/en/staff/account/{page}")
    accessible(desk)
