"""The demo as the app tests have it: Alice coordinates Saulgrieži, Bob edits there, Charlie is of Valmiera."""

import pytest

from lapotne.apps.mechanism.queries import documents
from lapotne.apps.municipalities import queries


@pytest.fixture
def town(demo):
    return demo


@pytest.fixture
def other_town(demo):
    return queries.by_key("lv-valmiera")


@pytest.fixture
def saved(town):
    """The newest version's document: `saved()["institutions"]`."""
    return lambda: documents.latest(documents.layer_of(town)).document


@pytest.fixture
def page():
    """Addresses of a town's pages: `page("institutions")`."""
    return lambda rest, town="lv-demo": f"/en/staff/{town}/{rest}"
