"""Sessions are listed and ended by their owner, end by themselves, and hold no address of a reader."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.utils import timezone

from lapotne.apps.accounts.actions import sessions as acts
from lapotne.apps.accounts.queries import sessions
from lapotne.apps.accounts.queries.devices import device
from tests.apps.accounts.conftest import HOME, LOGIN
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db

MINE = "/en/staff/access/sessions/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
READER = "203.0.113.5"


@pytest.fixture
def on_firefox(alice):
    client = Client(headers={"user-agent": FIREFOX}, REMOTE_ADDR=READER)
    client.post(LOGIN, {"login": "alice", "password": PASSWORD})
    return client


def older(client: Client, **by: int) -> None:
    """As if a session's times were longer ago."""
    session = client.session
    for name in (sessions.BEGAN, sessions.SEEN):
        session[name] -= timedelta(**by).total_seconds()
    session.save()


def test_my_sessions_say_device_and_time_and_which_one_this_is(on_firefox, with_password):
    with_password("alice")
    page = on_firefox.get(MINE).text
    assert "You are signed in 2 times" in page
    assert "Firefox, Linux" in page
    assert page.count("This is the session you are in") == 1


def test_one_session_is_ended_from_another(on_firefox, with_password):
    other = with_password("alice")
    number = UserSession.objects.get(session_key=other.session.session_key).pk
    assert on_firefox.post(f"{MINE}{number}/end/").url == MINE
    assert other.get(HOME).status_code == 302
    assert on_firefox.get(HOME).status_code == 200


def test_all_others_are_ended_at_once(on_firefox, with_password):
    others = [with_password("alice") for _device in range(2)]
    on_firefox.post(f"{MINE}others/end/")
    assert [other.get(HOME).status_code for other in others] == [302, 302]
    assert on_firefox.get(HOME).status_code == 200


def test_ending_this_one_signs_out(on_firefox):
    number = UserSession.objects.get().pk
    assert on_firefox.post(f"{MINE}{number}/end/").url == LOGIN
    assert on_firefox.get(HOME).status_code == 302


def test_nobody_ends_anothers_session(on_firefox, bob, with_password):
    number = UserSession.objects.get().pk
    assert with_password("bob").post(f"{MINE}{number}/end/").status_code == 404
    assert on_firefox.get(HOME).status_code == 200


def test_a_session_dies_fifteen_minutes_after_its_last_use(on_firefox):
    left = Session.objects.get().expire_date - timezone.now()
    assert timedelta(minutes=14, seconds=50) < left <= timedelta(minutes=15)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert on_firefox.get(HOME).status_code == 302
    assert "nothing was done for 15 minutes" in on_firefox.get(LOGIN).text


def test_work_keeps_it_alive(on_firefox):
    older(on_firefox, minutes=2)
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=1))
    on_firefox.get(HOME)
    assert Session.objects.get().expire_date > timezone.now() + timedelta(minutes=14)


def test_no_session_lasts_longer_than_eight_hours(on_firefox):
    older(on_firefox, hours=7, minutes=58)
    assert on_firefox.get(HOME).status_code == 200
    older(on_firefox, minutes=3)
    assert on_firefox.get(HOME).url == f"{LOGIN}?next=/en/staff/"
    assert "no session lasts longer than 8 hours" in on_firefox.get(LOGIN).text


@pytest.mark.parametrize("public", ["/en/", "/robots.txt", "/sitemap.xml"])
def test_public_pages_dont_keep_a_session_alive_and_dont_look_at_it(on_firefox, public):
    older(on_firefox, minutes=2)
    before = Session.objects.get().expire_date
    answer = on_firefox.get(public)
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not answer.cookies
    assert Session.objects.get().expire_date == before


def rows() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        names = [name for (name,) in cursor.fetchall()]
        found = []
        for name in names:
            cursor.execute(f'SELECT t::text FROM "{name}" t')  # noqa: S608 -- names are the catalogue's own
            found += [row for (row,) in cursor.fetchall()]
    return "\n".join(found)


def reader_signs_in_and_fails(client: Client) -> str:
    client.post(LOGIN, {"login": "mallory", "password": "wrong"})
    client.get("/en/staff/account/second-factor/totp/activate/")
    client.post("/en/staff/account/password/change/", {"oldpassword": "wrong"})
    found = rows()
    opened = "".join(str(session.get_decoded()) for session in Session.objects.all())
    return found + opened


def test_no_table_holds_a_readers_address_or_what_they_typed(on_firefox):
    anonymous = Client(REMOTE_ADDR=READER)
    anonymous.post(LOGIN, {"login": "mallory", "password": "wrong"})
    found = reader_signs_in_and_fails(on_firefox)
    assert "alice@example.org" in found
    assert not [said for said in (READER, "mallory", FIREFOX, "Gecko") if said in found]


def test_the_search_would_find_an_address(on_firefox, monkeypatch):
    """The control: attempts counted under their plain names."""
    monkeypatch.setattr(caches["default"], "key_func", lambda key, *_given: key)
    Client(REMOTE_ADDR=READER).post(LOGIN, {"login": "mallory", "password": "wrong"})
    assert READER in rows()


def test_what_is_over_goes_from_the_tables(on_firefox, with_password):
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    with_password("alice")
    assert Session.objects.count() == UserSession.objects.count() == 1
    acts.forget_expired(at=timezone.now() + timedelta(days=1))
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM attempts")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize(
    ("said", "known"),
    [
        (FIREFOX, "Firefox, Linux"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/130.0 Safari/537.36 Edg/130.0", "Edge, Windows"),
        ("Firefox, Linux", "Firefox, Linux"),
        ("", "?"),
        ("<script>", "?"),
    ],
)
def test_of_a_browser_only_two_words_are_kept(said, known):
    assert device(said) == known
