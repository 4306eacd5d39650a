"""Offers written so that a machine doesn't find their words: letters that aren't seen, styled ones, look-alikes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapotne.domain.adverts.checking import check
from lapotne.domain.adverts.guessing import guessed
from lapotne.domain.adverts.unmasking import unmasked
from tests.domain.adverts.shipped import CODES, adverts

PLAIN = "You pay a deposit before departure. We keep your passport."
RUSSIAN = "Залог платится до выезда. Паспорт остаётся у хозяина."


def bold(text: str) -> str:
    return "".join(chr(0x1D41A + ord(letter) - 97) if "a" <= letter <= "z" else letter for letter in text)


def wide(text: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) if letter.isalpha() else letter for letter in text)


MASKS = {
    "zero width": PLAIN.replace("o", "o\u200b"),
    "soft hyphen": PLAIN.replace("p", "p\u00ad"),
    "Cyrillic letters": PLAIN.translate(str.maketrans("oape", "оаре")),
    "one Cyrillic letter": PLAIN.replace("deposit", "dеposit").replace("passport", "pаssport"),
    "Greek letters": PLAIN.translate(str.maketrans("oi", "οι")),
    "bold": bold(PLAIN),
    "wide": wide(PLAIN),
    "struck through": "\u0336".join(PLAIN),
}


@pytest.mark.parametrize("masked", MASKS.values(), ids=MASKS)
def test_a_masked_offer_raises_what_the_plain_one_does(masked):
    rules = adverts().rules["en"]
    assert check(PLAIN, rules).strong
    assert check(masked, rules).strong == check(PLAIN, rules).strong
    assert guessed(masked, adverts().common, "lv") == "en"


@pytest.mark.parametrize("masked", MASKS.values(), ids=MASKS)
def test_the_marks_lie_on_what_was_written(masked):
    rules = adverts().rules["en"]

    def marks(text: str) -> list[str]:
        return [text[span.start : span.end] for one in check(text, rules).findings for span in one.spans]

    assert [unmasked(mark).text for mark in marks(masked)] == marks(PLAIN)


def test_latin_letters_in_a_russian_offer_hide_nothing():
    masked = RUSSIAN.translate(str.maketrans("аорсе", "aopce"))
    assert unmasked(masked).text == RUSSIAN
    assert check(masked, adverts().rules["ru"]).strong == check(RUSSIAN, adverts().rules["ru"]).strong != frozenset()


@pytest.mark.parametrize("language", CODES)
def test_honest_writing_stays_as_it_is(language):
    for example in adverts().examples[language]:
        assert unmasked(example.text).text == example.text


@pytest.mark.parametrize(
    "text", ["№ 5", "Оплата 900 EUR, WhatsApp, Viber, он сам", "Работа: SIM-карта. A job for you, сам"]
)
def test_signs_and_words_of_another_alphabet_stay(text):
    assert unmasked(text).text == text


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from("аоpе\u200b\u0336\u0301\u00adﬁ𝐚"),
        max_size=60,
    )
)
def test_every_character_read_has_its_place_in_what_was_written(text):
    found = unmasked(text)
    assert not found.places or len(found.places) == len(found.text)
    for place in found.places:
        assert 0 <= place.start < place.end <= len(text)
