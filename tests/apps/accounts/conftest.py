"""What tests of signing in share: a door that wants a second factor, an app that knows the seed."""

import time
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from tests.people import PASSWORD

ACCOUNT = "/en/staff/account"
LOGIN = f"{ACCOUNT}/login/"
SECOND = f"{ACCOUNT}/second-factor"
HOME = "/en/staff/"
STEP = 30


@pytest.fixture(autouse=True)
def nothing_counted(db):
    """How often somebody tried is counted in the database, which other tests fill, too."""
    cache.clear()


@pytest.fixture
def required(settings):
    """As in production."""
    settings.SECOND_FACTOR = "required"


def code(seed: str, steps_on: int = 0) -> str:
    """What the app shows now, or some half minutes later."""
    return format_hotp_value(hotp_value(seed, int(time.time()) // STEP + steps_on))


@pytest.fixture
def with_password():
    """A client that has shown its password: `with_password("alice")`."""

    def sign_in(username: str) -> Client:
        client = Client()
        client.post(LOGIN, {"login": username, "password": PASSWORD})
        return client

    return sign_in


@pytest.fixture
def at_once(monkeypatch):
    """Tests never commit; what waits for that is done inside the request, as with a real commit."""
    monkeypatch.setattr(transaction, "on_commit", lambda do, **_said: do())


@pytest.fixture
def with_app(with_password, at_once, contexts) -> Callable[[str], tuple[Client, str]]:
    """Signs somebody in and sets up an app: the client, and the seed that the app keeps."""

    def set_up(username: str) -> tuple[Client, str]:
        client = with_password(username)
        page = client.get(f"{SECOND}/totp/activate/")
        seed = page.context["form"].secret
        client.post(f"{SECOND}/totp/activate/", {"code": code(seed)})
        return client, seed

    return set_up
