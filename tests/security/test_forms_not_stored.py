"""A public page that asks for facts, or answers them, is kept by no browser and no proxy, filled in or not."""

import re
from datetime import date

import pytest

from tests.security.addresses import addresses
from tests.security.table import LINES

ASKS = re.compile(r'<form[^>]*method="post"|<textarea', re.IGNORECASE)
CHOSEN = ("/en/help/", "/en/help/?town=vel", "/en/help/?town=atlantis", "/en/help/?town=saulgriezi",
          "/en/help/lv-demo/", "/en/help/lv-demo/card-a6.pdf", "/en/kept/lv-demo/")  # fmt: skip
"""What tells which town was chosen, in an address or in an answer."""


def test_no_public_page_with_a_form_to_send_may_be_stored(client, secrets):
    asking, stored = [], []
    for address in (one for one in addresses() if one.name in LINES and LINES[one.name].is_public):
        answer = client.get(address.asked)
        if answer.headers.get("Content-Type", "").startswith("text/html") and ASKS.search(answer.text):
            asking.append(address.path)
            stored += [] if "no-store" in answer.headers.get("Cache-Control", "") else [address.path]
    assert len(asking) > 3
    assert not stored


@pytest.mark.parametrize("address", CHOSEN)
def test_no_choice_of_a_town_may_be_stored(client, demo, address):
    assert "no-store" in client.get(address).headers.get("Cache-Control", "")


def test_towns_that_no_longer_are_may_not_be_stored_either(client, demo):
    demo.valid_to = date(2021, 7, 1)
    demo.save()
    assert "no-store" in client.get("/en/help/lv-demo/").headers["Cache-Control"]
