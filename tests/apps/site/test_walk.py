"""All of the public site is walked: each link and anchor leads somewhere, and each kind of page is valid HTML."""

import re
from collections import Counter, defaultdict
from html import unescape
from urllib.parse import urldefrag, urljoin

import html5lib
import pytest
from django.urls import Resolver404, resolve

from tests.apps.site.real import load_shipped
from tests.languages import walked

LANGUAGES = walked()
OF_A_KIND = 5
"""Pages of a kind to walk in a language, but of content all."""

ALL_OF = {"website:page", "website:institutions", "website:news_of_year"}
NOT_WALKED = re.compile(r"/\w\w/(?:staff|leave)/|/static/|/files/|\.pdf$|/staff/")
LINK = re.compile(r"""<(?:a|link)\b[^>]*?\bhref="([^"]*)\"""")
ID = re.compile(r"""\sid="([^"]+)\"""")


@pytest.fixture
def shipped(demo, tmp_path):
    load_shipped(tmp_path / "content", set(LANGUAGES))


def kind_of(path: str) -> str:
    try:
        return resolve(path).view_name or path
    except Resolver404:
        return ""


def walk(client, language: str) -> tuple[dict[str, tuple[int, str, str]], dict[str, set[str]]]:
    """Every page within a language: status, type and text; and each link with the pages it stands on."""
    seen, links, waiting, counted = {}, defaultdict(set), [f"/{language}/"], Counter()
    while waiting:
        path = waiting.pop()
        kind = kind_of(path)
        if path in seen or (kind not in ALL_OF and counted[kind] >= OF_A_KIND):
            continue
        counted[kind] += 1
        answer = client.get(path)
        content_type = answer.headers.get("Content-Type", "")
        text = answer.content.decode() if content_type.startswith("text/html") else ""
        seen[path] = (answer.status_code, content_type, text)
        for written in map(unescape, LINK.findall(text)):
            address = urljoin(f"http://testserver{path}", written)
            if address.startswith("http://testserver/") and "?" not in address:
                target = address.removeprefix("http://testserver")
                links[target].add(path)
                page = urldefrag(target)[0]
                if page.startswith((f"/{language}/",)) and not NOT_WALKED.search(page):
                    waiting.append(page)
    return seen, links


def test_each_link_and_anchor_leads_somewhere_and_each_kind_of_page_is_valid(client, shipped):
    """In one test, for the content takes long to load."""
    found, reached = {}, set()
    for language in LANGUAGES:
        seen, links = walk(client, language)
        assert len(seen) > 50
        found[language] = gone(client, seen, links, language, reached) | lost_anchors(seen, links) | invalid(seen)
    assert found == {language: {} for language in LANGUAGES}


def gone(client, seen, links, language, reached: set[str]) -> dict[str, list[str]]:
    """Links to nothing; a page that says in which languages it is isn't nothing.

    `reached` are addresses, without their language, that led somewhere in an earlier one: only texts differ in that.
    """
    found, own = {}, f"/{language}/"
    for target, where in links.items():
        path = urldefrag(target)[0]
        if not path.startswith(own) or NOT_WALKED.search(path) or path.removeprefix(own) in reached:
            continue
        status, _, text = seen.get(path) or (head(client, path), "", "")
        if status >= 400 and "choice__name" not in text:
            found[target] = sorted(where)[:3]
        elif kind_of(path) not in ALL_OF:
            reached.add(path.removeprefix(own))
    return found


def head(client, path: str) -> int:
    return client.head(path).status_code


def lost_anchors(seen, links) -> dict[str, list[str]]:
    found = {}
    for target, where in links.items():
        path, anchor = urldefrag(target)
        status, kind, text = seen.get(path, (0, "", ""))
        if anchor and status == 200 and kind.startswith("text/html") and anchor not in ID.findall(text):
            found[target] = sorted(where)[:3]
    return found


def invalid(seen) -> dict[str, str]:
    """What a strict parser says of the first two pages of each kind; no id stands twice on any page."""
    found, counted = {}, Counter()
    for path, (_, content_type, text) in sorted(seen.items()):
        if not content_type.startswith("text/html"):
            continue
        twice = [one for one, count in Counter(ID.findall(text)).items() if count > 1]
        if twice:
            found[path] = f"twice: {twice}"
        counted[kind_of(path)] += 1
        if counted[kind_of(path)] <= 2:
            parser = html5lib.HTMLParser()
            parser.parse(text)
            if parser.errors:
                found[path] = str(parser.errors[:2])
    return found


@pytest.mark.parametrize("broken", ['<p id="a"></p><p id="a"></p>', "<table><p>x</p></table>"])
def test_what_is_not_valid_would_be_seen(broken):
    page = f"<!DOCTYPE html><html><head><title>x</title></head><body>{broken}</body></html>"
    assert invalid({"/en/": (200, "text/html", page)})


def test_a_link_to_nothing_and_an_anchor_that_is_not_there_would_be_seen(client, db):
    seen = {"/en/": (200, "text/html", '<p id="here">')}
    assert lost_anchors(seen, {"/en/#there": {"/en/"}, "/en/#here": {"/en/"}}) == {"/en/#there": ["/en/"]}
    assert gone(client, seen, {"/en/no-such/": {"/en/"}}, "en", set()) == {"/en/no-such/": ["/en/"]}
