"""Texts of data files speak the languages of the catalogues too."""

from gettext import NullTranslations

import pytest

from lapotne.adapters import catalogues


class Polish(NullTranslations):
    def gettext(self, message):
        return {"A bed": "Łóżko"}.get(message, message)


@pytest.fixture(autouse=True)
def polish_alone(monkeypatch):
    monkeypatch.setattr(catalogues, "_catalogues", lambda: {"pl": Polish()})


def test_a_text_is_joined_by_the_languages_that_only_the_catalogues_have():
    raw = {"needs": {"bed": {"names": {"lv": "Gulta", "en": "A bed"}, "group": "tonight"}}}
    names = catalogues.in_every_language(raw)["needs"]["bed"]["names"]
    assert names == {"lv": "Gulta", "en": "A bed", "pl": "Łóżko"}


def test_what_the_file_says_in_a_language_stays():
    assert catalogues.in_every_language({"names": {"en": "A bed", "pl": "Miejsce"}})["names"]["pl"] == "Miejsce"


def test_a_text_without_translation_gets_no_copy_of_the_english():
    assert catalogues.in_every_language({"listed": [{"en": "A door", "lv": "Durvis"}], "count": 3}) == {
        "listed": [{"en": "A door", "lv": "Durvis"}],
        "count": 3,
    }
