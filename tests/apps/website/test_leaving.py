"""The way out: where the operator chose and nowhere else, with what the browser kept cleared and a session ended."""

import pytest
from django.conf import settings as of_tests

from lapotne.config.environment import WrongSettingError, elsewhere
from tests.repository.sources import ROOT

ON = "/en/leave/on/"
TEXTS = ROOT / "content" / "leaving"
WITHOUT_A_NETWORK = {
    "lv": "bez interneta", "en": "offline", "et": "võrguta", "lt": "be interneto", "fi": "ilman verkkoa",
    "sv": "utan nät", "nb": "uten nett", "da": "uden net", "pl": "bez internetu", "de": "ohne Netz", "ru": "без сети",
    "uk": "без мережі",
}  # fmt: skip

pytestmark = pytest.mark.django_db


def test_the_first_step_is_almost_nothing_and_leads_on(client):
    page = client.get("/uk/leave/")
    assert page.headers["Refresh"] == "0; url=/uk/leave/on/"
    assert len(page.content) < 600
    assert "no-store" in page.headers["Cache-Control"]
    assert not page.cookies


@pytest.mark.parametrize(("language", "place"), [("uk", "uk"), ("nb", "no")])
def test_it_leads_to_the_operators_place_in_the_readers_language(client, settings, language, place):
    settings.LEAVE_TO = "https://{language}.example/"
    answer = client.get(f"/{language}/leave/on/")
    assert answer.url == f"https://{place}.example/"
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies


@pytest.mark.parametrize("asked", ["next", "to", "url", "language"])
@pytest.mark.parametrize("step", ["/en/leave/", ON])
def test_nobody_sends_a_reader_elsewhere(client, step, asked):
    answer = client.get(step, {asked: "https://elsewhere.example/"}, headers={"referer": "https://elsewhere.example/"})
    assert "elsewhere" not in str(answer.headers) + answer.text


def test_whoever_was_signed_in_is_signed_out(signed_in, alice):
    client = signed_in(alice)
    kept = client.cookies[of_tests.SESSION_COOKIE_NAME].value
    answer = client.get(ON)
    assert answer.cookies[of_tests.SESSION_COOKIE_NAME]["max-age"] == 0
    client.cookies[of_tests.SESSION_COOKIE_NAME] = kept
    assert client.get("/en/staff/").status_code == 302


@pytest.mark.parametrize(
    "said", [{"sec-fetch-dest": "image", "sec-fetch-site": "cross-site"}, {"sec-fetch-site": "cross-site"}]
)
def test_another_site_signs_nobody_out(signed_in, alice, said):
    client = signed_in(alice)
    answer = client.get(ON, headers=said)
    assert "Clear-Site-Data" not in answer.headers
    assert client.get("/en/staff/").status_code == 200


@pytest.mark.parametrize(
    "written", ["http://plain.example", "wikipedia.org", "javascript:alert(1)", "https://us@x.example"]
)
def test_a_place_that_browsers_should_not_be_sent_to_is_told_at_once(monkeypatch, written):
    monkeypatch.setenv("LAPOTNE_LEAVE_TO", written)
    with pytest.raises(WrongSettingError, match="https://"):
        elsewhere("LAPOTNE_LEAVE_TO", "")


@pytest.mark.parametrize(("language", "words"), WITHOUT_A_NETWORK.items())
def test_the_page_on_leaving_says_that_what_was_kept_stays(client, language, words):
    assert "storage" not in client.get(ON).headers["Clear-Site-Data"]
    _front, way_out, _limits, *_rest = (TEXTS / f"{language}.md").read_text(encoding="utf-8").split("\n## ")
    assert words in way_out
