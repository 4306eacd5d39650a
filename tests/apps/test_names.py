"""One rule for the names of places and bodies on all pages: the reader's language, else the one on the door."""

import pytest

from lapotne.apps.municipalities.presenters import called, local_name

POLICE = {"en": "State Police", "lv": "Valsts policija", "ru": "Государственная полиция"}


@pytest.mark.parametrize(
    ("names", "reader", "country", "told", "language"),
    [
        (POLICE, "lv", "lv", "Valsts policija", ""),
        (POLICE, "en", "lv", "State Police", ""),
        (POLICE, "ru", "lv", "Государственная полиция", ""),
        (POLICE, "de", "lv", "Valsts policija", "lv"),
        (POLICE, "uk", "lv", "Valsts policija", "lv"),
        ({"et": "Politsei", "en": "Police"}, "de", "ee", "Politsei", "et"),
        ({"nb": "Politiet", "en": "Police"}, "de", "no", "Politiet", "nb"),
        ({"sv": "Polisen", "en": "Police"}, "de", "fi", "Polisen", "sv"),
        ({"en": "Police"}, "de", "lv", "Police", "en"),
        ({}, "de", "lv", "", ""),
    ],
)
def test_a_name_is_the_readers_or_the_one_on_the_door(names, reader, country, told, language):
    found = called(names, reader, country)
    assert (found, found.language) == (told, language)


@pytest.mark.parametrize(
    ("reader", "told"), [("en", "Valsts policija"), ("ru", "Valsts policija"), ("lv", ""), ("de", "")]
)
def test_the_name_on_the_door_stands_beside_a_translated_one(reader, told):
    assert local_name(POLICE, reader, "lv") == told


def test_a_name_that_is_the_same_in_both_stands_once():
    assert local_name({"en": "Valmiera", "lv": "Valmiera"}, "en", "lv") == ""


def test_a_page_says_the_language_and_a_text_only_the_name():
    name = called({"lv": "Ap<sa>"}, "de", "lv")
    assert name.__html__() == '<span lang="lv">Ap&lt;sa&gt;</span>'
    assert f"{name}" == "Ap<sa>"
