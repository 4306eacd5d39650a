"""Each page of staff, and each public one as they see it, is valid HTML, and no id stands twice.

And none loads anything from elsewhere or runs what stands inline.
"""

import re
from collections import Counter

import html5lib
import pytest
from django.core.cache import cache

from tests.security.addresses import addresses
from tests.security.answers import loading
from tests.security.table import LINES

ID = re.compile(r"""\sid="([^"]+)\"""")
ASKED = (
    "/en/staff/lv-demo/canopy/?view=year", "/en/staff/lv-demo/canopy/?profile=woman&view=table",
    "/en/staff/lv-demo/canopy/?need=bed&profile=woman&hour=2026-11-18T03:00",
    "/en/staff/lv-demo/institutions/?show=to-confirm", "/en/staff/lv-demo/protocol/now/?step=bridge&profile=woman",
)  # fmt: skip
SENT = {
    "/en/staff/account/login/": {"login": "nobody"}, "/en/staff/lv-demo/institutions/new/": {},
    "/en/staff/new-town/": {}, "/en/staff/lv-demo/protocol/notify/": {},
    "/en/staff/lv-demo/institutions/social-service/services/new/": {},
}  # fmt: skip
"""Forms that come back with what to mend."""


def faults(text: str) -> list[str]:
    parser = html5lib.HTMLParser()
    parser.parse(text)
    twice = [one for one, count in Counter(ID.findall(text)).items() if count > 1]
    return [
        *(f"{place}: {what} {about}" for place, what, about in parser.errors[:3]),
        *(f"twice: {one}" for one in twice),
    ]


def is_page(answer) -> bool:
    return answer.headers.get("Content-Type", "").startswith("text/html") and b"<html" in answer.content


def test_every_page_is_valid_and_loads_nothing_from_elsewhere_or_inline(visitors, client):
    """Whoever comes to an address first of those who may."""
    found, seen = {}, set()
    paths = [*ASKED, *(address.asked for address in addresses() if "GET" in LINES[address.name].methods)]
    for somebody in (visitors["alice"], visitors["nora"], client):
        for path in (path for path in paths if path not in seen):
            cache.clear()
            answer = somebody.get(path)
            said = loading(answer)
            if not answer.streaming and is_page(answer):
                if answer.status_code == 200:
                    seen.add(path)
                said += faults(answer.text)
            if said:
                found[path] = said
    assert len(seen) > 60
    assert not found


def test_every_form_that_comes_back_is_valid(visitors):
    found = {}
    for path, said in SENT.items():
        answer = visitors["alice"].post(path, said)
        if is_page(answer) and (wrong := faults(answer.text)):
            found[path] = wrong
    assert not found


@pytest.mark.parametrize("broken", ["<p><div></div></p>", '<b id="a"></b><b id="a"></b>', "<ul><li></ul></li>"])
def test_what_is_not_valid_would_be_seen(broken):
    assert faults(f"<!DOCTYPE html><html><head><title>x</title></head><body>{broken}</body></html>")
