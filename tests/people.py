"""The people of the app tests: Alice, Bob of her team, and Charlie of another town."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from lapotne.apps.accounts import actions
from lapotne.apps.accounts.models import RoleKind, User
from lapotne.apps.municipalities.models import Country, Municipality
from tests.replay import replayed

NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
PASSWORD = "an-invented-password"
EDITORS = {RoleKind.CONTENT_EDITOR, RoleKind.CONTENT_REVIEWER}


@pytest.fixture
def now() -> datetime:
    """03:00 on 18 November 2026, a public holiday in Latvia."""
    return NOW


@pytest.fixture
def latvia(db) -> Country:
    same = {"pk": 901, "names": {"lv": "Latvija", "en": "Latvia"}}
    return Country.objects.get_or_create(code="lv", defaults=same)[0]


@pytest.fixture
def town(latvia) -> Municipality:
    return make_town(latvia, "lv-liepkalni", "XX1", {"lv": "Liepkalni"})


@pytest.fixture
def other_town(latvia) -> Municipality:
    return make_town(latvia, "lv-osukrasts", "XX2", {"lv": "Ošukrasts"})


def make_town(country: Country, key: str, code: str, names: dict[str, str]) -> Municipality:
    """By the same number in every test, so that tests/replay.py may put there again what refers to it."""
    return Municipality.objects.create(
        pk=900 + int(code.removeprefix("XX")),
        key=key,
        code=code,
        names=names,
        country=country,
        time_zone="Europe/Riga",
        latitude=57.0,
        longitude=24.0,
    )


def person(username: str, kind: str | None = None, **place: object) -> User:
    """The first editor of a place makes its part of the site, which takes long."""
    if kind not in EDITORS:
        return _person(username, kind, **place)
    where = tuple((name, at.pk) for name, at in place.items())
    found = replayed((username, kind, where), lambda: _person(username, kind, **place).pk)
    return User.objects.get(pk=found)


def _person(username: str, kind: str | None = None, **place: object) -> User:
    user = actions.open_account(
        by=None, at=NOW, username=username, name=username.title(), password=PASSWORD,
        email=f"{username}@example.org",
    )  # fmt: skip
    if kind:
        actions.give_role(by=None, at=NOW, user=user, kind=kind, **place)
    return user


@pytest.fixture
def alice(town) -> User:
    """Coordinator of the town."""
    return person("alice", RoleKind.COORDINATOR, municipality=town)


@pytest.fixture
def bob(town) -> User:
    """Editor of one institution of Alice's town."""
    return person("bob", RoleKind.INSTITUTION_EDITOR, municipality=town, institution="social-service")


@pytest.fixture
def charlie(other_town) -> User:
    """Coordinator of another town."""
    return person("charlie", RoleKind.COORDINATOR, municipality=other_town)


@pytest.fixture
def nora(latvia) -> User:
    """National coordinator."""
    return person("nora", RoleKind.NATIONAL_COORDINATOR, country=latvia)


@pytest.fixture
def signed_in():
    """A client signed in as somebody: `signed_in(alice).get(...)`."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
