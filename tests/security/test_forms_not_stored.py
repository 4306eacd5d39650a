"""A public page that asks for facts is kept by no browser and no proxy, filled in or not."""

import re

from tests.security.addresses import addresses
from tests.security.table import LINES

ASKS = re.compile(r'<form[^>]*method="post"|<textarea', re.IGNORECASE)


def test_no_public_page_with_a_form_to_send_may_be_stored(client, secrets):
    asking, stored = [], []
    for address in (one for one in addresses() if one.name in LINES and LINES[one.name].is_public):
        answer = client.get(address.asked)
        if answer.headers.get("Content-Type", "").startswith("text/html") and ASKS.search(answer.text):
            asking.append(address.path)
            stored += [] if "no-store" in answer.headers.get("Cache-Control", "") else [address.path]
    assert len(asking) > 3
    assert not stored
