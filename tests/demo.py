"""The invented towns of the demonstration, loaded as `lapotne load` does, for tests of pages."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches

from lapotne.adapters.mechanism_yaml.loading import load_library
from lapotne.apps.mechanism.actions.loading import load_documents
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities import actions as municipalities
from lapotne.apps.municipalities import queries
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.website.views.content import shelf
from tests.replay import replayed

TOWNS = ("lv-demo", "lv-demo-neighbour", "lv-valmiera")
FILES = ("mechanisms/lv.yaml", "mechanisms/lv-valmiera.yaml", "demo/lv-demo.yaml", "demo/lv-demo-neighbour.yaml")


@pytest.fixture
def demo_reference(settings):
    """The words of the reference with the demonstration's towns; reading them again for each test would take long."""
    if not settings.DEMO:
        settings.DEMO = True
        reference.cache_clear()
    return reference()


@pytest.fixture(scope="session")
def demo_library():
    """The demonstration's documents, read once for all tests."""
    root = Path(settings.DATA_ROOT)
    folders = [root / "reference", root / "demo"]
    return load_library([root / file for file in FILES], reference=folders, today=datetime.now(UTC).date())


@pytest.fixture
def demo(db, demo_reference, demo_library) -> Municipality:
    """Saulgrieži, with its neighbour and with Valmiera, of which little is confirmed; loaded today."""

    def load() -> None:
        municipalities.load(municipalities={key: demo_reference.municipalities[key] for key in TOWNS})
        load_documents(library=demo_library, at=datetime.now(UTC))

    once("demo", load)
    return queries.by_key("lv-demo")


def once[T](name: str, load: Callable[[], T]) -> T:
    """Fill the database, or put there again what it left the first time."""
    result = replayed(name, load)
    # The same rows have the same numbers, by which what another test asked for would be found.
    if name not in ANSWERING_ALL or name != _last[0]:
        caches["computed"].clear()
    _last[0] = name
    shelf.kept.clear()
    return result


ANSWERING_ALL = {"secrets"}
"""As a server does: what it computed for one who asks it keeps for the next, and no secret may come by that way."""

_last = [""]
