"""Texts of data files speak the languages of the catalogues too."""

from gettext import NullTranslations

import pytest

from lapotne.adapters import catalogues


class Polish(NullTranslations):
    def gettext(self, message):
        return {"A bed": "Łóżko", "EURES": "EURES"}.get(message, "")


@pytest.fixture(autouse=True)
def polish_alone(monkeypatch):
    monkeypatch.setattr(catalogues, "_catalogues", lambda: {"pl": Polish()})
    catalogues._translations.cache_clear()
    yield
    catalogues._translations.cache_clear()


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


@pytest.mark.parametrize(
    ("names", "language", "said"),
    [
        ({"en": "A bed"}, "pl", "Łóżko"),
        ({"en": "A bed", "pl": "Miejsce"}, "pl", "Miejsce"),
        ({"en": "EURES"}, "pl", "EURES"),
        ({"en": "A door"}, "pl", ""),
        ({"lv": "Gulta"}, "pl", ""),
        ({"en": "A bed"}, "de", ""),
        ({}, "pl", ""),
    ],
)
def test_what_a_town_wrote_is_said_as_written_else_as_the_catalogue_has_it(names, language, said):
    assert catalogues.said_in(names, language) == said


def test_what_no_catalogue_has_is_empty(monkeypatch, tmp_path):
    monkeypatch.setattr(catalogues, "FOLDERS", tmp_path)
    assert catalogues._catalogue("pl").gettext("A bed") == ""
