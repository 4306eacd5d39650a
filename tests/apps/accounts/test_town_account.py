"""A town's own sign-in: it opens an account that is here already, makes none, and spares nobody the second factor."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.test import Client

from lapotne.apps.accounts.models import User
from lapotne.apps.audit.models import Act
from lapotne.config.environment import WrongSettingError
from lapotne.config.signing_in import town_sign_in
from tests.apps.accounts.conftest import ACCOUNT, HOME, LOGIN, SECOND
from tests.people import person
from tests.town_server import BACK, DESCRIPTION, KEYS, TOKEN, USERINFO, new_key

pytestmark = pytest.mark.django_db

WITH = f"{ACCOUNT}/with/town/"
ENGLISH = {"accept-language": "en"}
NOBODY_HERE = "No account here yet"


@pytest.fixture
def claims(town_server) -> Callable[..., None]:
    """What the town's server says of whoever signs in there: `claims(email=...)`."""

    def say(sub: str = "4711", **other: object) -> None:
        town_server.knows(sub, **{"email": "alice@example.org", "email_verified": True, "name": "Alice A", **other})

    say()
    return say


@pytest.fixture
def sign_in(town_server, claims):
    """To the town's server and back: `sign_in(client)`."""

    def there_and_back(client: Client, query: str = "", sub: str = "4711"):
        sent = client.post(f"{WITH}{query}", headers=ENGLISH)
        assert sent.url.startswith(f"{town_server.origin}/oauth2/authorize?")
        back = town_server.signs_in(sent.url, sub)
        return client.get(back.removeprefix("http://testserver"), headers=ENGLISH)

    return there_and_back


def test_where_no_town_has_one_there_is_none(client):
    assert client.post(WITH).status_code == 404
    assert "Sign in with" not in client.get(LOGIN).text.replace("Sign in with a passkey", "")


def test_the_page_to_sign_in_may_lead_to_that_server_and_no_other_may(client, town_server):
    page = client.get(LOGIN)
    assert "Sign in with Liepkalni" in page.text
    assert f"form-action 'self' {town_server.origin}" in page.headers["Content-Security-Policy"]
    assert town_server.origin not in client.get("/en/").headers["Content-Security-Policy"]
    assert town_server.asked == [], "nobody pressed the button yet"


def test_a_member_is_found_by_an_email_that_the_town_verified(client, sign_in, town_server, alice):
    assert sign_in(client).url == HOME
    assert client.get(HOME).status_code == 200
    linked = SocialAccount.objects.get()
    assert (linked.user, linked.uid, linked.extra_data) == (alice, "4711", {})
    assert not SocialToken.objects.exists()
    assert alice.check_password("an-invented-password"), "the password stays"
    assert Act.objects.filter(verb="link_town_account", by=alice.pk).exists()
    assert KEYS in town_server.asked, "the signature was checked with the server's own keys"


def test_the_second_time_the_link_is_enough(client, sign_in, alice, claims):
    sign_in(client)
    claims(email="alice.new@example.org")
    assert sign_in(Client()).url == HOME
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
def test_nobody_else_is_let_in_and_no_account_is_made(client, sign_in, alice, claims, said):
    person("zane")
    before = User.objects.count()
    claims(**said)
    assert NOBODY_HERE in sign_in(client).text
    assert client.get(HOME).status_code == 302
    assert (User.objects.count(), SocialAccount.objects.count()) == (before, 0)


def test_an_email_that_two_have_finds_neither(client, sign_in, alice, bob):
    User.objects.filter(pk=bob.pk).update(email="Alice@example.org")
    assert NOBODY_HERE in sign_in(client).text


def test_the_second_factor_is_asked_for_all_the_same(required, client, sign_in, alice, with_app):
    with_app("alice")
    assert sign_in(client).url == f"{SECOND}/authenticate/"
    assert client.get(HOME).status_code == 302


def test_without_one_the_gate_leads_to_where_it_is_set_up(required, client, sign_in, alice):
    sign_in(client)
    assert client.get(HOME).url == f"{SECOND}/"


def test_whoever_is_signed_in_links_it_and_takes_the_link_away(sign_in, bob, claims, signed_in):
    claims(email="b@town.example")
    client = signed_in(bob)
    assert sign_in(client, "?process=connect").url == "/en/staff/access/"
    assert SocialAccount.objects.get().user == bob
    assert "Linked: you may sign in with it" in client.get("/en/staff/access/").text
    client.post("/en/staff/access/town-account/unlink/")
    assert not SocialAccount.objects.exists()
    assert Act.objects.filter(verb="unlink_town_account", by=bob.pk).exists()


def test_the_only_way_in_isnt_taken_away(client, sign_in, alice):
    alice.set_unusable_password()
    alice.save()
    sign_in(client)
    told = client.post("/en/staff/access/town-account/unlink/", follow=True)
    assert "Set a password first" in told.text
    assert SocialAccount.objects.exists()


def test_what_one_linked_another_cant(sign_in, alice, bob, signed_in):
    sign_in(signed_in(alice), "?process=connect")
    client = signed_in(bob)
    assert "linked to somebody else" in client.get(sign_in(client, "?process=connect").url).text


def nothing_was_opened(client: Client, answer) -> bool:
    told = client.get(answer.url, headers=ENGLISH).text
    is_out = client.get(HOME).status_code == 302
    return "didn’t work, or was cancelled" in told and is_out and not SocialAccount.objects.exists()


def test_a_sign_in_that_was_cancelled_says_so(client, town_server):
    state = parse_qs(urlsplit(client.post(WITH).url).query)["state"][0]
    told = client.get(BACK, {"error": "access_denied", "state": state}, headers=ENGLISH)
    assert nothing_was_opened(client, told)


def test_a_state_that_isnt_this_browsers_opens_nothing(client, town_server, alice):
    assert nothing_was_opened(client, client.get(BACK, {"code": "x", "state": "forged"}, headers=ENGLISH))


def test_the_way_back_is_gone_once(town_server, claims, alice):
    """Neither in this browser nor in another; and what one browser was sent for opens no other."""
    mine, other = Client(), Client()
    back = town_server.signs_in(mine.post(WITH).url, "4711").removeprefix("http://testserver")
    assert nothing_was_opened(other, other.get(back, headers=ENGLISH))
    assert mine.get(back).url == HOME, "in the language in which the button was pressed"
    mine.logout()
    SocialAccount.objects.all().delete()
    assert nothing_was_opened(mine, mine.get(back, headers=ENGLISH))


FORGED = {
    "signed by another key": {"key": new_key()},
    "not signed": {"header": {"alg": "none"}, "key": "none"},
    "signed with a word": {"header": {"alg": "HS256"}, "key": "the public key, taken for a word"},
    "by a key nobody shows": {"header": {"kid": "another"}},
    "without saying by which": {"header": {"kid": None}},
    "of another server": {"iss": "https://elsewhere.example.org"},
    "for another site": {"aud": "another-site"},
    "for several, and used by another": {"aud": ["another-site", "{client}"], "azp": "another-site"},
    "for an earlier question": {"nonce": "an-older-one"},
    "for no question": {"nonce": None},
    "of yesterday": {"exp": 1_700_000_000},
    "for ever": {"exp": None},
    "about somebody else": {"sub": "4712"},
    "about nobody": {"sub": None},
}


@pytest.mark.parametrize("lie", FORGED.values(), ids=FORGED)
def test_a_token_that_is_not_this_servers_word_for_this_question_opens_nothing(
    client, sign_in, town_server, alice, settings, lie
):
    ours = settings.TOWN_SIGN_IN["client"]
    if isinstance(lie.get("aud"), list):
        lie = {**lie, "aud": [ours if one == "{client}" else one for one in lie["aud"]]}
    town_server.writes(**lie)
    assert nothing_was_opened(client, sign_in(client))


def test_one_for_several_sites_is_taken_where_this_one_asked(client, sign_in, town_server, alice, settings):
    ours = settings.TOWN_SIGN_IN["client"]
    town_server.writes(aud=["another-site", ours], azp=ours)
    assert sign_in(client).url == HOME


BROKEN = {
    "no token": (TOKEN, lambda said: {**said, "id_token": ""}),
    "a token that is none": (TOKEN, lambda said: {**said, "id_token": "x.y.z"}),
    "no keys": (KEYS, lambda _: {}),
    "down when asked for keys": (KEYS, lambda _: None),
    "down when asked about the person": (USERINFO, lambda _: None),
    "nothing about the person": (USERINFO, lambda _: {}),
    "somebody else's facts": (USERINFO, lambda said: {**said, "sub": "4712"}),
    "no list of facts": (USERINFO, lambda said: [said]),
}


@pytest.mark.parametrize(("path", "lie"), BROKEN.values(), ids=BROKEN)
def test_a_server_that_breaks_off_is_told_calmly(client, sign_in, town_server, alice, path, lie):
    town_server.lies[path] = lie
    assert nothing_was_opened(client, sign_in(client))


ODD = {
    "down": lambda _: None,
    "no description": lambda _: {},
    "calls itself another": lambda said: {**said, "issuer": "https://elsewhere.example.org"},
    "sends elsewhere": lambda said: {**said, "authorization_endpoint": "https://elsewhere.example.org/authorize"},
    "keys in the clear": lambda said: {**said, "jwks_uri": "http://localhost/jwks"},
}


@pytest.mark.parametrize("lie", ODD.values(), ids=ODD)
def test_nobody_is_sent_to_a_server_that_is_not_as_it_should_be(client, town_server, lie):
    town_server.lies[DESCRIPTION] = lie
    assert nothing_was_opened(client, client.post(WITH, headers=ENGLISH))


def test_a_server_that_went_down_meanwhile_is_told_calmly(client, town_server, claims, alice):
    back = town_server.signs_in(client.post(WITH, headers=ENGLISH).url, "4711").removeprefix("http://testserver")
    town_server.lies[DESCRIPTION] = lambda _: None
    assert nothing_was_opened(client, client.get(back, headers=ENGLISH))


@pytest.mark.parametrize("server", ["", "http://sign-in.example.lv", "https://"])
def test_a_town_server_named_by_halves_is_told_at_once(monkeypatch, server):
    monkeypatch.setenv("LAPOTNE_OIDC_CLIENT", "lapotne")
    monkeypatch.setenv("LAPOTNE_OIDC_SECRET", "s")
    monkeypatch.setenv("LAPOTNE_OIDC_SERVER", server)
    with pytest.raises(WrongSettingError, match="LAPOTNE_OIDC_SERVER"):
        town_sign_in()
