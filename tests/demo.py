"""The invented towns of the demonstration, loaded as `lapotne load` does, for tests of pages."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection, transaction

from lapotne.adapters.mechanism_yaml.loading import load_library
from lapotne.apps.mechanism.actions.loading import load_documents
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities import actions as municipalities
from lapotne.apps.municipalities import queries
from lapotne.apps.municipalities.models import Country, Municipality
from lapotne.apps.website.views.content import shelf
from tests.database import Rows, rows_added

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


@pytest.fixture(scope="session")
def demo_rows() -> dict[str, Rows]:
    """What loading the demonstration adds, filled by the first test that loads it: writing it takes a tenth of that."""
    return {}


@pytest.fixture
def demo(db, demo_reference, demo_library, demo_rows) -> Municipality:
    """Saulgrieži, with its neighbour and with Valmiera, of which little is confirmed; loaded today."""

    def load() -> None:
        municipalities.load(municipalities={key: demo_reference.municipalities[key] for key in TOWNS})
        load_documents(library=demo_library, at=datetime.now(UTC))

    once(demo_rows, load)
    return queries.by_key("lv-demo")


def once(kept: dict[str, Rows], load: Callable[[], None]) -> None:
    """Do what fills a database that knows no country yet, or put the rows that it added the first time."""
    if Country.objects.exists():
        load()
    elif not kept:
        kept["all"] = rows_added(connection, load)
    else:
        with transaction.atomic():
            kept["all"].put(connection)
    # The same rows have the same numbers, by which what another test asked for would be found.
    caches["computed"].clear()
    shelf.kept.clear()
