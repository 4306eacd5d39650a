"""A town's own sign-in: it opens an account that is here already, makes none, and spares nobody the second factor."""

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Client
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.test import Client

from lapotne.apps.accounts.models import User
from lapotne.apps.audit.models import Act
from lapotne.config.environment import WrongSettingError
from lapotne.config.signing_in import social, town_sign_in
from tests.apps.accounts.conftest import ACCOUNT, HOME, LOGIN, SECOND
from tests.people import person

pytestmark = pytest.mark.django_db

WITH, BACK = f"{ACCOUNT}/with/town/", "/staff/with/town/back/"
ENGLISH = {"accept-language": "en"}
SERVER = "https://sign-in.example.lv"
WHAT_IT_IS = {
    "authorization_endpoint": f"{SERVER}/authorize",
    "token_endpoint": f"{SERVER}/token",
    "userinfo_endpoint": f"{SERVER}/userinfo",
}


@pytest.fixture
def claims() -> dict:
    """What the town's server says of whoever signs in there."""
    return {"sub": "4711", "email": "alice@example.org", "email_verified": True, "name": "Alice A"}


@pytest.fixture
def town_server(settings, monkeypatch, claims):
    """As if a town had one; nothing goes over the network."""
    monkeypatch.setenv("LAPOTNE_OIDC_SERVER", SERVER)
    monkeypatch.setenv("LAPOTNE_OIDC_CLIENT", "lapotne")
    monkeypatch.setenv("LAPOTNE_OIDC_SECRET", "s")
    monkeypatch.setenv("LAPOTNE_OIDC_NAME", "Liepkalni")
    for name, said in social(town_sign_in()).items():
        setattr(settings, name, said)
    monkeypatch.setattr(OpenIDConnectOAuth2Adapter, "openid_config", WHAT_IT_IS)
    monkeypatch.setattr(OpenIDConnectOAuth2Adapter, "_fetch_user_info", lambda *_given: claims)
    monkeypatch.setattr(OAuth2Client, "get_access_token", lambda *_given, **_named: {"access_token": "a-token"})


def sign_in(client: Client, query: str = ""):
    """To the town's server and back."""
    sent = client.post(f"{WITH}{query}")
    asked = parse_qs(urlsplit(sent.url).query)
    assert sent.url.startswith(f"{SERVER}/authorize?")
    assert asked["code_challenge_method"] == ["S256"]
    return client.get(BACK, {"code": "x", "state": asked["state"][0]}, headers=ENGLISH)


def test_where_no_town_has_one_there_is_none(client):
    assert client.post(WITH).status_code == 404
    assert "Sign in with" not in client.get(LOGIN).text.replace("Sign in with a passkey", "")


def test_the_page_to_sign_in_may_lead_to_that_server_and_no_other_may(client, town_server):
    page = client.get(LOGIN)
    assert "Sign in with Liepkalni" in page.text
    assert f"form-action 'self' {SERVER}" in page.headers["Content-Security-Policy"]
    assert SERVER not in client.get("/en/").headers["Content-Security-Policy"]


def test_a_member_is_found_by_an_email_that_the_town_verified(client, town_server, alice):
    assert sign_in(client).url == HOME
    assert client.get(HOME).status_code == 200
    linked = SocialAccount.objects.get()
    assert (linked.user, linked.uid, linked.extra_data) == (alice, "4711", {})
    assert not SocialToken.objects.exists()
    assert alice.check_password("an-invented-password"), "the password stays"
    assert Act.objects.filter(verb="link_town_account", by=alice).exists()


def test_the_second_time_the_link_is_enough(client, town_server, alice, claims):
    sign_in(client)
    claims["email"] = "alice.new@example.org"
    other = Client()
    assert sign_in(other).url == HOME
    assert SocialAccount.objects.count() == 1


@pytest.mark.parametrize(
    "said",
    [
        {"email": "stranger@example.org"},
        {"email_verified": False},
        {"email_verified": "true"},
        {"email": "zane@example.org"},
        {"email": ""},
    ],
    ids=["nobody here", "not verified", "said by a text", "without a role", "no e-mail"],
)
def test_nobody_else_is_let_in_and_no_account_is_made(client, town_server, alice, claims, said):
    person("zane")
    before = User.objects.count()
    claims.update(said)
    assert "Signing up is closed" in sign_in(client).text
    assert client.get(HOME).status_code == 302
    assert (User.objects.count(), SocialAccount.objects.count()) == (before, 0)


def test_an_email_that_two_have_finds_neither(client, town_server, alice, bob):
    User.objects.filter(pk=bob.pk).update(email="Alice@example.org")
    assert "Signing up is closed" in sign_in(client).text


def test_the_second_factor_is_asked_for_all_the_same(required, client, town_server, alice, with_app):
    with_app("alice")
    assert sign_in(client).url == f"{SECOND}/authenticate/"
    assert client.get(HOME).status_code == 302


def test_without_one_the_gate_leads_to_where_it_is_set_up(required, client, town_server, alice):
    sign_in(client)
    assert client.get(HOME).url == f"{SECOND}/"


def test_whoever_is_signed_in_links_it_and_takes_the_link_away(town_server, bob, claims, signed_in):
    claims.update({"email": "b@town.example", "sub": "b"})
    client = signed_in(bob)
    assert sign_in(client, "?process=connect").url == "/en/staff/access/"
    assert SocialAccount.objects.get().user == bob
    assert "Linked: you may sign in with it" in client.get("/en/staff/access/").text
    client.post("/en/staff/access/town-account/unlink/")
    assert not SocialAccount.objects.exists()
    assert Act.objects.filter(verb="unlink_town_account", by=bob).exists()


def test_the_only_way_in_isnt_taken_away(client, town_server, alice):
    alice.set_unusable_password()
    alice.save()
    sign_in(client)
    told = client.post("/en/staff/access/town-account/unlink/", follow=True)
    assert "Set a password first" in told.text
    assert SocialAccount.objects.exists()


def test_what_one_linked_another_cant(town_server, alice, bob, signed_in):
    sign_in(signed_in(alice), "?process=connect")
    client = signed_in(bob)
    assert "linked to somebody else" in client.get(sign_in(client, "?process=connect").url).text


def test_a_sign_in_that_was_cancelled_says_so(client, town_server):
    sent = client.post(WITH)
    state = parse_qs(urlsplit(sent.url).query)["state"][0]
    told = client.get(BACK, {"error": "access_denied", "state": state}, headers=ENGLISH, follow=True)
    assert "didn’t work, or was cancelled" in told.text


def test_a_state_that_isnt_this_browsers_opens_nothing(client, town_server, alice):
    told = client.get(BACK, {"code": "x", "state": "forged"}, headers=ENGLISH, follow=True)
    assert "didn’t work" in told.text
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("server", ["", "http://sign-in.example.lv", "https://"])
def test_a_town_server_named_by_halves_is_told_at_once(monkeypatch, server):
    monkeypatch.setenv("LAPOTNE_OIDC_CLIENT", "lapotne")
    monkeypatch.setenv("LAPOTNE_OIDC_SECRET", "s")
    monkeypatch.setenv("LAPOTNE_OIDC_SERVER", server)
    with pytest.raises(WrongSettingError, match="LAPOTNE_OIDC_SERVER"):
        town_sign_in()
