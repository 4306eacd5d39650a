"""The demonstration with secrets planted in it, and everybody who may come to it."""

import pytest

from lapotne.apps.municipalities import queries
from tests.database import Rows
from tests.demo import once
from tests.people import person
from tests.security import principals
from tests.security.planted import plant


@pytest.fixture(scope="session")
def secret_rows() -> dict[str, Rows]:
    """What the demonstration and the secrets in it add, filled by the first test."""
    return {}


@pytest.fixture
def secrets(request, db, demo_reference, secret_rows):
    """The town, with the secrets of tests/security/planted.py."""

    def load() -> None:
        request.getfixturevalue("demo")
        plant(person("gardener"))

    once(secret_rows, load)
    return queries.by_key("lv-demo")


@pytest.fixture
def visitors(secrets):
    """A client for each of principals.EVERYBODY."""
    return principals.clients()
