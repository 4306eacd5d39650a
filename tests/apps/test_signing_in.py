"""Staff sign in by name or by e-mail; the public neither signs up nor looks in."""

import pytest

from tests.people import PASSWORD

LOGIN = "/en/staff/account/login/"


@pytest.mark.parametrize("login", ["alice", "alice@example.org"])
def test_staff_sign_in_by_name_or_address(client, alice, login):
    answer = client.post(LOGIN, {"login": login, "password": PASSWORD})
    assert answer.url == "/en/staff/"


def test_a_wrong_password_tells_nothing_about_the_account(client, alice):
    for login in ("alice", "nobody"):
        page = client.post(LOGIN, {"login": login, "password": "wrong"})
        assert page.status_code == 200
        assert "not correct" in page.text


def test_a_stranger_is_asked_to_sign_in(client, db):
    assert client.get("/en/staff/").url == f"{LOGIN}?next=/en/staff/"


def test_nobody_signs_up(client, db):
    assert "closed" in client.get("/en/staff/account/signup/").text.lower()


def test_my_access_says_what_and_where(signed_in, alice):
    page = signed_in(alice).get("/lv/staff/access/")
    assert "Liepkalni" in page.text


def test_signing_out_ends_the_session(signed_in, alice):
    client = signed_in(alice)
    client.post("/en/staff/account/logout/")
    assert client.get("/en/staff/").status_code == 302
