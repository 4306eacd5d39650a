"""Public pages: the reader's language, no cookie, no other host, nothing inline."""

import re

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("stated", "language"),
    [("", "lv"), ("fr", "lv"), ("en-GB,en;q=0.8", "en"), ("no,en;q=0.5", "nb"), ("uk", "uk"), ("*", "lv")],
)
def test_a_visitor_arrives_in_their_language_else_in_latvian(client, stated, language):
    headers = {"accept-language": stated} if stated else {}
    assert client.get("/", headers=headers).url == f"/{language}/"


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_the_home_page_speaks_every_language(client, language):
    page = client.get(f"/{language}/")
    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.text
    assert page.headers["Content-Language"] == language


def test_a_public_page_sets_no_cookie_and_does_not_vary_by_one(client):
    page = client.get("/en/")
    assert not page.cookies
    assert "Cookie" not in page.headers.get("Vary", "")


def test_a_public_page_loads_nothing_from_elsewhere(client):
    loads = r'<(?:script|img|iframe|link rel="(?!alternate|canonical|expect))[^>]*?(?:src|href)="([^"]+)"'
    loaded = re.findall(loads, client.get("/en/").text)
    assert loaded
    assert all(address.startswith("/static/") for address in loaded)


def test_browsers_are_told_to_allow_nothing_inline_and_no_other_host(client):
    headers = client.get("/en/").headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Frame-Options"] == "DENY"


def test_an_unknown_page_is_a_page_of_ours(client):
    page = client.get("/en/no-such-page/")
    assert page.status_code == 404
    assert "There is no such page" in page.text
