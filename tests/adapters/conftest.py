"""What the tests of files share: the real reference, a fixed day, and a checker for both."""

from datetime import date
from pathlib import Path

import pytest

from lapotne.adapters.mechanism_yaml import Checker
from lapotne.adapters.reference_yaml import Reference, read_reference

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def reference() -> Reference:
    found = read_reference([ROOT / "reference", ROOT / "demo"])
    assert isinstance(found, Reference), "\n".join(map(str, found))
    return found


@pytest.fixture(scope="session")
def checker(reference) -> Checker:
    return Checker(reference, TODAY)
