"""The demo's town as Alice, Bob and Charlie have it: its document loaded into a town of the tests."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from lapotne.adapters.mechanism_yaml.loading import load_library
from lapotne.apps.mechanism.actions.loading import Report, load_documents
from lapotne.apps.mechanism.queries.reference import reference
from lapotne.apps.municipalities import actions as municipalities
from tests.apps.demo_town import other_town, town  # noqa: F401 -- fixtures
from tests.demo import once

LOADED_AT = datetime(2026, 11, 16, 9, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def demo_settings(settings):
    if not settings.DEMO:
        settings.DEMO = True
        reference.cache_clear()
    return settings


@pytest.fixture(scope="session")
def library():
    """All mechanisms of the checkout, read once for all tests."""
    folders = [ROOT / "reference", ROOT / "demo"]
    return load_library([ROOT / "mechanisms", ROOT / "demo"], reference=folders, today=LOADED_AT.date())


@pytest.fixture
def loaded(db, demo_settings, library) -> Report:
    """All of the checkout's municipalities and mechanisms, as `lapotne load` leaves them."""

    def load() -> Report:
        municipalities.load(municipalities=reference().municipalities)
        return load_documents(library=library, at=LOADED_AT)

    return once("everything", load)
