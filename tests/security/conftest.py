"""The demonstration with secrets planted in it, and everybody who may come to it."""

import pytest

from lapotne.apps.municipalities import queries
from tests.demo import once
from tests.people import person
from tests.security import principals
from tests.security.planted import plant


@pytest.fixture
def secrets(request, db, demo_reference):
    """The town, with the secrets of tests/security/planted.py."""

    def load() -> None:
        request.getfixturevalue("demo")
        plant(person("gardener"))

    once("secrets", load)
    return queries.by_key("lv-demo")


@pytest.fixture
def visitors(secrets):
    """A client for each of principals.EVERYBODY."""
    return principals.clients()
