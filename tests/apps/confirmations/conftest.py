"""These tests live in the demo's town; an institution there is asked by a link."""

import re

import pytest

from tests.apps.demo_town import other_town, page, saved, town  # noqa: F401 -- fixtures


@pytest.fixture
def desk(signed_in, alice):
    return signed_in(alice)


@pytest.fixture
def link_for(desk, page):  # noqa: F811
    """The path of a new link for an institution, as the coordinator copies it."""

    def make(institution: str) -> str:
        answer = desk.post(page(f"confirmations/{institution}/ask/"))
        return re.search(r'value="http://testserver(/en/confirm/[^"]+)"', answer.content.decode())[1]

    return make
