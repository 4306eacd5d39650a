"""Accounts: nobody learns who has one, guessing is slowed, a session is the person's own and ends."""

import re

import pytest
from django.conf import settings as of_tests
from django.core import mail
from django.core.cache import cache, caches
from django.test import Client

from lapotne.apps.audit.models import Act
from tests.people import PASSWORD, person

ACCOUNT = "/en/staff/account"
LOGIN, RESET = f"{ACCOUNT}/login/", f"{ACCOUNT}/password/reset/"
HOME = "/en/staff/"
TRIES = 5
"""How often a password may be wrong for one name, before five minutes have passed."""


WRONG = "a-wrong-password"

pytestmark = pytest.mark.django_db


def sign_in(client, login="alice", password=WRONG, **headers):
    return client.post(LOGIN, {"login": login, "password": password}, **headers)


def without_what_was_written(answer) -> str:
    """A page without the name that was written and the tokens that differ by themselves."""
    return re.sub(r'value="[^"]*"', "", answer.text)


@pytest.mark.parametrize(("known", "unknown"), [("alice", "nobody"), ("alice@example.org", "nobody@example.org")])
def test_a_wrong_password_and_an_unknown_name_get_the_same_page(known, unknown, alice):
    known, unknown = sign_in(Client(), known), sign_in(Client(), unknown)
    assert known.status_code == unknown.status_code == 200
    assert without_what_was_written(known) == without_what_was_written(unknown)
    assert "not correct" in known.text


def test_somebody_put_out_of_service_gets_no_session(client, alice):
    alice.is_active = False
    alice.save()
    sign_in(client, password=PASSWORD)
    assert client.get(HOME).status_code == 302


def test_asking_for_a_new_password_tells_nobody_whether_there_is_an_account(client, alice):
    answers = [Client().post(RESET, {"email": email}) for email in ("alice@example.org", "nobody@example.org")]
    assert {(answer.status_code, answer.url) for answer in answers} == {(302, f"{RESET}done/")}
    pages = {Client().get(f"{RESET}done/").text for _once in answers}
    assert len(pages) == 1
    letters = {letter.to[0]: letter.body for letter in mail.outbox}
    assert "/password/reset/key/" in letters["alice@example.org"]
    assert "/password/reset/key/" not in letters.get("nobody@example.org", "")


def test_nobody_signs_up_by_sending_the_form(client, db):
    said = {"username": "new", "email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD}
    client.post(f"{ACCOUNT}/signup/", said)
    assert client.get(HOME).status_code == 302
    assert sign_in(client, "new", PASSWORD).status_code == 200


def test_guessing_is_stopped_also_with_the_right_password(client, alice):
    answers = [sign_in(client).text for _guess in range(TRIES + 1)]
    assert "Too many" not in answers[TRIES - 1]
    assert "Too many" in answers[TRIES]
    assert "Too many" in sign_in(client, password=PASSWORD).text
    cache.clear()
    assert sign_in(client, password=PASSWORD).status_code == 302, "the control: later it is right again"


def test_attempts_are_counted_for_all_processes_together():
    """A count in the memory of each process would let as many more guesses through as there are processes."""
    assert of_tests.CACHES["default"]["BACKEND"].endswith("DatabaseCache")
    assert caches["default"]._table == "attempts"


def is_stopped(client, forwarded: str) -> bool:
    """Whether somebody is stopped who tries more names than an address may in a minute."""
    answers = [
        sign_in(client, f"name-{guess}", headers={"x-forwarded-for": forwarded.format(guess)}) for guess in range(12)
    ]
    return any("Too many" in answer.text for answer in answers)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "stopped"),
    [(0, "10.0.0.{}", True), (1, "10.0.0.{}", False), (1, "10.0.0.{}, 192.0.2.1", True)],
    ids=["nobody's word is believed without a proxy", "behind one each reader counts", "what they forge doesn't"],
)
def test_the_address_that_is_counted_is_the_readers_own(client, settings, proxies, forwarded, stopped):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    assert is_stopped(client, forwarded) is stopped


def test_a_session_gets_a_new_name_at_the_door(client, alice):
    client.get(LOGIN)
    client.session.save()
    before = client.session.session_key
    client.cookies[of_tests.SESSION_COOKIE_NAME] = before
    sign_in(client, password=PASSWORD)
    assert client.session.session_key != before
    thief = Client()
    thief.cookies[of_tests.SESSION_COOKIE_NAME] = before
    assert thief.get(HOME).status_code == 302


def test_the_sessions_cookie_is_for_this_site_alone_and_for_no_script(client, alice):
    cookie = sign_in(client, password=PASSWORD).cookies[of_tests.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Lax", "/", "")


def test_asking_to_sign_out_is_no_signing_out(signed_in, alice):
    client = signed_in(alice)
    assert client.get(f"{ACCOUNT}/logout/").status_code == 200
    assert client.get(HOME).status_code == 200


def test_a_session_that_was_signed_out_opens_nothing_any_more(signed_in, alice):
    client = signed_in(alice)
    kept = client.cookies[of_tests.SESSION_COOKIE_NAME].value
    client.post(f"{ACCOUNT}/logout/")
    client.cookies[of_tests.SESSION_COOKIE_NAME] = kept
    assert client.get(HOME).status_code == 302


def test_a_new_password_ends_the_other_sessions(signed_in, alice):
    other, client = signed_in(alice), signed_in(alice)
    new = "another-invented-one"
    said = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert client.post(f"{ACCOUNT}/password/change/", said).status_code == 302
    assert other.get(HOME).status_code == 302


@pytest.mark.parametrize("following", ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example/"])
def test_nobody_is_sent_elsewhere_after_signing_in(client, alice, following):
    answer = client.post(f"{LOGIN}?next={following}", {"login": "alice", "password": PASSWORD, "next": following})
    assert answer.url == HOME


@pytest.mark.parametrize(("is_demo", "status"), [(True, 302), (False, 200)])
def test_the_demos_people_sign_in_to_a_demo_alone(client, latvia, settings, is_demo, status):
    person("demo-coordinator")
    settings.DEMO = is_demo
    assert sign_in(client, "demo-coordinator", PASSWORD).status_code == status


def test_the_record_of_acts_holds_no_password(alice):
    assert PASSWORD not in str(list(Act.objects.values()))
