"""Which language an advert is in, told from its neighbours."""

import pytest

from lapotne.domain.adverts.guessing import guessed
from tests.domain.adverts.shipped import adverts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Vi søker kokk til hotell i fjellet, god lønn og hybel."),
        ("da", "Vi søger kok til hotel i bjergene, god løn og værelse."),
        ("sv", "Vi söker kock till hotell i fjällen, bra lön och rum."),
        ("fi", "Etsitään siivoojaa hotelliin, hyvä palkka ja asunto."),
        ("et", "Otsime koristajat hotelli, hea palk ja elamine."),
        ("ru", "Ищем уборщицу в гостиницу, жильё есть."),
        ("uk", "Шукаємо прибиральницю в готель, житло є."),
    ],
)
def test_neighbours_are_told_apart(language, text):
    common = adverts().common
    assert guessed(text, common, "en") == language
    assert guessed(text, {name: frozenset() for name in common}, "en") == language


def test_what_tells_nothing_keeps_the_readers_language():
    assert guessed("", adverts().common, "lv") == "lv"
    assert guessed("123 456", adverts().common, "sv") == "sv"
    assert guessed("Οι λέξεις", adverts().common, "fi") == "fi"
