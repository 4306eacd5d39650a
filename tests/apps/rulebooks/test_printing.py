"""A country's law on a day as a tagged PDF."""

import pytest

pytestmark = pytest.mark.django_db


def test_every_country_prints_in_the_finished_languages(client, country):
    for language in ("lv", "en"):
        response = client.get(f"/{language}/law/{country}/law.pdf?on=2017-02-01")
        assert response.headers["Content-Type"] == "application/pdf"
        assert response.content.startswith(b"%PDF-")
        assert b"/MarkInfo" in response.content
        assert f"lapotne-law-{country}-2017-02-01.pdf" in response.headers["Content-Disposition"]


@pytest.mark.parametrize("address", ["/uk/law/lv/law.pdf", "/en/law/lv/law.pdf?on=soon", "/en/law/xx/law.pdf"])
def test_a_half_translated_sheet_an_unreadable_day_or_an_unknown_country_is_not_there(client, settings, address):
    settings.FINISHED_LANGUAGES = ("lv", "en")
    assert client.get(address).status_code == 404
