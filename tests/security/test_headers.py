"""Browsers are told: nothing inline, nothing from elsewhere; and nothing is kept.

For every cell see test_matrix.py, for what pages hold test_valid.py.
"""

import pytest

from tests.security.addresses import addresses
from tests.security.answers import INLINE, foreign, kept, lacking

FACTS = {"sex": "female", "age": "adult"}


@pytest.mark.parametrize("path", ["/en/no-such/", "/en/staff/lv-nowhere/canopy/", "/en/help/lv-demo/a-pony/"])
def test_what_is_not_found_carries_the_headers_too(path, client, secrets):
    answer = client.get(path)
    assert answer.status_code == 404
    assert not lacking(answer)


def test_a_static_file_carries_them_too(client, db):
    answer = client.get("/static/lapotne.js")
    answer.close()
    assert answer.status_code == 200
    assert not lacking(answer)


@pytest.mark.parametrize(
    ("without", "told"),
    [
        ("django.middleware.csp.ContentSecurityPolicyMiddleware", "Content-Security-Policy: "),
        ("django.middleware.clickjacking.XFrameOptionsMiddleware", "X-Frame-Options: None"),
        ("django.middleware.security.SecurityMiddleware", "Referrer-Policy: None"),
        ("lapotne.config.keeping.KeepingMiddleware", "Cross-Origin-Resource-Policy: None"),
    ],
)
def test_a_missing_header_would_be_seen(without, told, client, db, settings):
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if one != without]
    assert told in lacking(client.get("/en/"))


def test_a_cookie_and_a_stored_page_would_be_seen(client, db, settings):
    """The control: the page to sign in, as if it were public, and without what forbids to keep it."""
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if "KeepingMiddleware" not in one]
    answer = client.get("/en/staff/account/login/")
    home, sign_in = (next(one for one in addresses() if one.name == name) for name in ("website:home", "console:start"))
    assert kept(home, "GET", answer)[0].startswith("a cookie")
    answer.headers.pop("Cache-Control", None)
    assert kept(sign_in, "GET", answer) == ["it may be stored"]


def test_an_answer_with_facts_is_kept_nowhere(client, secrets):
    api = "/api/v1/municipalities/lv-demo/now"
    sent = [client.post("/en/help/lv-demo/bed/", FACTS), client.post("/en/help/lv-demo/bed/", {"age": "x"})]
    told = ({"need": "bed", "facts": FACTS}, {"need": "bed", "facts": {"sex": "x"}}, {"need": "no"})
    sent += [client.post(api, said, content_type="application/json") for said in told]
    stored = [answer for answer in sent if "no-store" not in answer.headers.get("Cache-Control", "")]
    assert not stored


@pytest.mark.parametrize("text", [
    '<img src="https://elsewhere.example/x.png">', "<style>@import 'https://x.example/a.css';", "a{b:url(//x.example)}",
    '<link rel="stylesheet" href="//x.example/a.css">', '<use href="data:image/svg+xml,x"/>',
])  # fmt: skip
def test_what_is_fetched_from_elsewhere_would_be_seen(text):
    assert foreign(text)


@pytest.mark.parametrize(
    "text",
    ['<a onclick="x()">', "<p style='color:red'>", "<script>x</script>", "<style>", '"javascript:x"',
     '<script type="module">x</script>', '<script type="application/ld+json" id=x>x</script>'],
)  # fmt: skip
def test_what_is_inline_would_be_seen(text):
    assert INLINE.search(text)
