"""The gate: a password alone opens nothing but the page where a second factor is set up."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from lapotne.apps.accounts.actions import second_factors
from lapotne.apps.accounts.forms.account import StaffAccountAdapter
from lapotne.apps.audit.models import Act
from tests.apps.accounts.conftest import ACCOUNT, HOME, LOGIN, SECOND, code
from tests.people import PASSWORD, person

pytestmark = pytest.mark.django_db


def verbs() -> list[str]:
    return list(Act.objects.order_by("pk").values_list("verb", flat=True))


def test_whoever_has_none_is_led_to_set_one_up(required, alice, with_password):
    client = with_password("alice")
    assert client.get(HOME).url == f"{SECOND}/"
    page = client.get(f"{SECOND}/")
    assert "Set up a second factor" in page.text
    assert client.post(f"{ACCOUNT}/logout/").status_code == 302


def test_the_demonstration_offers_it_and_lets_everybody_in(alice, with_password):
    assert with_password("alice").get(HOME).status_code == 200


def test_an_app_that_was_set_up_opens_the_door(required, alice, with_app):
    client, _seed = with_app("alice")
    assert client.get(HOME).status_code == 200
    assert "add_second_factor" in verbs()


def test_at_the_next_door_the_code_is_asked_for(required, alice, with_app, with_password):
    _first, seed = with_app("alice")
    client = with_password("alice")
    assert client.get(HOME).url.startswith(LOGIN)
    assert client.post(f"{SECOND}/authenticate/", {"code": "000000"}).status_code == 200
    assert client.get(HOME).url.startswith(LOGIN)
    assert client.post(f"{SECOND}/authenticate/", {"code": code(seed, 1)}).url == HOME
    assert client.get(HOME).status_code == 200


def test_the_session_gets_a_new_name_once_the_factor_is_shown(required, alice, with_app, with_password):
    _first, seed = with_app("alice")
    client = with_password("alice")
    waiting = client.session.session_key
    client.post(f"{SECOND}/authenticate/", {"code": code(seed, 1)})
    assert client.session.session_key != waiting
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = waiting
    assert thief.get(HOME).status_code == 302


def test_a_passkey_of_an_invented_person_opens_nothing_outside_a_demonstration(rf, latvia, settings):
    """Nor does any other way in: allauth asks this before each."""
    invented = person("demo-coordinator")
    named = {"email_verification": "none", "signal_kwargs": None, "email": None, "signup": False, "redirect_url": None}
    request = rf.post(LOGIN)
    assert StaffAccountAdapter(request).pre_login(request, invented, **named) is None
    settings.DEMO = False
    assert StaffAccountAdapter(request).pre_login(request, invented, **named).status_code == 302


def test_a_demonstration_asks_whoever_has_one_too(alice, with_app, with_password):
    with_app("alice")
    assert with_password("alice").get(HOME).status_code == 302


def test_a_code_is_taken_once(required, alice, with_app, with_password):
    _first, seed = with_app("alice")
    shown = code(seed, 1)
    assert with_password("alice").post(f"{SECOND}/authenticate/", {"code": shown}).status_code == 302
    again = with_password("alice").post(f"{SECOND}/authenticate/", {"code": f" {shown[:3]} {shown[3:]}"})
    assert "used already" in again.text


def test_the_code_that_set_up_the_app_opens_no_door(required, alice, with_app, with_password):
    _first, seed = with_app("alice")
    assert "used already" in with_password("alice").post(f"{SECOND}/authenticate/", {"code": code(seed)}).text


def test_a_code_would_be_taken_twice_without_the_note(required, alice, with_app, with_password, monkeypatch):
    """The control: allauth's own note lasts half a minute, less than a code is right here."""
    _first, seed = with_app("alice")
    monkeypatch.setattr(second_factors, "take_once", lambda *_given: True)
    for _time in range(2):
        cache.clear()
        answer = with_password("alice").post(f"{SECOND}/authenticate/", {"code": code(seed, 1)})
        assert answer.status_code == 302


def test_guessing_codes_is_stopped(required, alice, with_app, with_password):
    _first, seed = with_app("alice")
    client = with_password("alice")
    for guess in range(5):
        client.post(f"{SECOND}/authenticate/", {"code": f"00000{guess}"})
    assert "Too many" in client.post(f"{SECOND}/authenticate/", {"code": code(seed, 1)}).text


def test_bobs_factor_shown_in_this_browser_isnt_alices(required, alice, bob, with_app):
    client, _seed = with_app("bob")
    client.post(f"{ACCOUNT}/logout/")
    client.post(LOGIN, {"login": "alice", "password": PASSWORD})
    assert client.get(HOME).url == f"{SECOND}/"


def test_sessions_from_before_the_second_factor_end(required, alice, with_password, with_app):
    before = with_password("alice")
    with_app("alice")
    assert before.get(HOME).url.startswith(LOGIN)


def test_a_session_that_never_showed_the_factor_shows_it_before_anything_else(required, alice, with_app, signed_in):
    """However it came to be: here without allauth's door."""
    _first, seed = with_app("alice")
    client = signed_in(alice)
    assert client.get(f"{HOME}country/").url == f"{SECOND}/reauthenticate/?next=%2Fen%2Fstaff%2Fcountry%2F"
    assert client.get(f"{SECOND}/totp/deactivate/").url.startswith(f"{SECOND}/reauthenticate/")
    assert client.get(f"{SECOND}/webauthn/add/").url.startswith(f"{SECOND}/reauthenticate/")
    sent = {"code": code(seed, 1), "next": f"{HOME}country/"}
    shown = client.post(f"{SECOND}/reauthenticate/", sent)
    assert shown.url == "/en/staff/country/"
    assert client.get(HOME).status_code == 200


def test_a_recovery_code_opens_once_and_leaves_its_act(required, alice, with_app, with_password):
    client, _seed = with_app("alice")
    page = client.get(f"{SECOND}/recovery-codes/")
    codes = page.context["unused_codes"]
    assert len(codes) == 10
    assert "aren’t shown again" in client.get(f"{SECOND}/recovery-codes/").text
    assert with_password("alice").post(f"{SECOND}/authenticate/", {"code": codes[3]}).status_code == 302
    assert "use_recovery_code" in verbs()
    assert with_password("alice").post(f"{SECOND}/authenticate/", {"code": codes[3]}).status_code == 200


def test_taking_the_last_one_away_closes_the_gate_again(required, alice, with_app):
    client, _seed = with_app("alice")
    client.post(f"{SECOND}/totp/deactivate/")
    assert client.get(HOME).url == f"{SECOND}/"
    assert "remove_second_factor" in verbs()


def test_the_picture_is_there_while_an_app_is_set_up(required, alice, with_password):
    client = with_password("alice")
    assert client.get("/en/staff/access/app.svg").status_code == 404
    client.get(f"{SECOND}/totp/activate/")
    answer = client.get("/en/staff/access/app.svg")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert "no-store" in answer.headers["Cache-Control"]
