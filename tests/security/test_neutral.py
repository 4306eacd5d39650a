"""What a history, a tab or a shared link shows of a public page gives its reader away in none of twelve languages.

Content and addresses are read in all of them; pages are asked for in those that a run walks, in a proof all.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.http import HttpResponse

from tests.heads import wrong_in_head
from tests.languages import walked
from tests.security.addresses import addresses
from tests.security.table import LINES
from tests.security.telling import BEGINNINGS, told_by, told_by_name

CONTENT = sorted(Path("content").glob("*/page.yaml"))
SHOWN = re.compile(
    r"""<title>(.*?)</title>|<meta\s+(?:property="og:\w+"|name="(?:description|twitter:\w+|application-name)")
        \s+content="([^"]*)"|"(?:name|headline)":\s*"([^"]*)\"""",
    re.VERBOSE | re.DOTALL,
)
PRINTED = re.compile(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", re.DOTALL)
"""What a tab shows of a PDF."""

LINKED = re.compile(r"""<link\s[^>]*?rel="(?:[a-z-]*icon|manifest|canonical|alternate)"[^>]*?href="([^"]+)""")
NEEDS = ("bed", "safety", "decide", "interpreter", "advice_talk")
COUNTRIES = sorted(file.parent.name for file in Path("rules").glob("*/rulebook.yaml"))
CODES = [code for code, _ in settings.LANGUAGES]


def public_paths() -> list[str]:
    """Every public page of the site in English; the answers for several needs, for each has its own finding."""
    named = [one for one in addresses() if one.name in LINES and LINES[one.name].is_public and "/api/" not in one.path]
    return [
        *(one.asked for one in named),
        *(f"/en/help/lv-demo/{need}/" for need in NEEDS),
        "/en/help/lv-demo/bed/?at=2026-11-18T03:00",
        *(f"/en/law/{country}/" for country in COUNTRIES),
    ]


def public_answers(client, language: str) -> Iterator[tuple[str, HttpResponse]]:
    """Each of them in a language, and what the law asks and answers when something is told."""
    for path in public_paths():
        there = path.replace("/en/", f"/{language}/")
        yield there, client.get(there)
    for path in ("law/ee/ask/", "law/compare/"):
        yield f"POST {path}", client.post(f"/{language}/{path}", {"only": "assistance"})


def said_by(answer: HttpResponse) -> list[str]:
    """The titles of an answer: of its page or its print, and what programs show of it."""
    kind = answer.headers.get("Content-Type", "")
    if kind.startswith("application/pdf"):
        return [unescape(title) for title in PRINTED.findall(answer.content.decode("utf-8", "ignore"))]
    return [unescape(part) for parts in SHOWN.findall(answer.text) for part in parts if part] if "html" in kind else []


@pytest.mark.parametrize("language", walked())
def test_no_title_and_no_shared_field_of_a_page_tells_what_it_is_about(client, secrets, language):
    found = {}
    for path, answer in public_answers(client, language):
        shown = said_by(answer)
        said = [word for text in shown for word in told_by(text, language)]
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            assert shown or answer.status_code != 200, f"{path} has no title"
            is_shared = answer.status_code == 200 and not path.endswith("/leave/")
            assert not is_shared or wrong_in_head(answer.text, language) == [], path
            said += [word for address in LINKED.findall(answer.text) for word in told_by_name(address)]
        if said:
            found[path] = (shown, said)
    assert not found


def test_no_address_tells_what_it_is_about():
    routes = [address.path for address in addresses() if address.name in LINES and LINES[address.name].is_public]
    assert len(routes) > 20
    assert not {route: said for route in routes if (said := told_by_name(route))}


def test_no_file_that_browsers_fetch_has_a_telling_name():
    names = [str(file.relative_to("src/lapotne/static")) for file in Path("src/lapotne/static").rglob("*")]
    assert names
    assert not [name for name in names if told_by_name(name)]


@pytest.mark.parametrize("page", CONTENT, ids=lambda page: page.parent.name)
def test_no_content_has_a_telling_path_or_title(page):
    path = str(yaml.safe_load(page.read_text(encoding="utf-8"))["path"])
    assert not told_by_name(path)
    for file in page.parent.glob("*.md"):
        title = re.search(r"^title:\s*(.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)[1]
        assert not told_by(title, file.stem), f"{file}: {title}"


def test_every_language_has_its_words():
    assert set(BEGINNINGS) == set(CODES)


@pytest.mark.parametrize(("text", "language"), [
    ("Help for victims of trafficking", "en"), ("Cilvēktirdzniecības upuris", "lv"), ("Допомога жертвам", "uk"),
    ("Menschenhandel", "de"), ("Victim support", "fi"),
])  # fmt: skip
def test_a_telling_title_would_be_seen(text, language):
    assert told_by(text, language)


def test_a_telling_address_would_be_seen():
    assert told_by_name("/sv/offer/")
    assert told_by_name("icons/victim-support.svg")
    assert not told_by_name("/lv/help/lv-demo/bed/")
