"""Which language an advert is written in, by the small words, the letters and the ends that each can't do without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from lapotne.domain.adverts.reading import read
from lapotne.domain.adverts.unmasking import unmasked

LOOKED_AT = 2_000

ALPHABETS = {
    "da": "æøå", "de": "äöüß", "en": "", "et": "äöüõšž", "fi": "äö", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž",
    "nb": "æøå", "pl": "ąćęłńóśźż", "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "sv": "äöå", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}  # fmt: skip
"""Letters beside the plain Latin ones: others stand in names alone."""

FOREIGN = 0.5
"""What a word with a letter that a language hasn't weighs against it."""

TYPICAL = {
    "da": re.compile(r"(?:[st]ion|hed|øj|ej)(?:en|er)?$|dt$|^(?:jeg|i|kr)$|hv|nd|ld|æ"),
    "de": re.compile(r"sch|ung(?:en)?$|cht|ei|[^l]ich$"),
    "en": re.compile(r"^(?:a|i)$|th|wh|ing$|ed$|ly$|[^aeiouyė]y$|tion"),
    "et": re.compile(r"(?:mine|takse|tud|nud|sid|vad|dega|tega|ele|ust|ga|d)$|õ|ü|oo|uu|ee"),
    "fi": re.compile(r"(?:ss[aä]|ll[aä]|st[aä]|lt[aä]|inen|mme|tte|uu|yy|vat|vät|kse|lle|seen|on|en)$|y|ää"),
    "lt": re.compile(r"(?:as|is|us|os|ai|ui|iu|ti|ų|ė|me|te)$"),
    "lv": re.compile(r"(?:īt|āt|am|em|im|ās|iem|ām|ot|ts|ši|ju|š|ā)$|ie"),
    "nb": re.compile(r"(?:bb|dd|ff|gg|kk|ll|mm|nn|pp|ss|tt)$|sjon|øy|ei|hv|nd|ld|^(?:jeg|mnd|i|kr|av|nå)$"),
    "pl": re.compile(r"sz|cz|rz|dz|ie|ow|^(?:i|w|z|o)$"),
    "ru": re.compile(r"[ыэъё]|ие$|ая$|ть$"),
    "sv": re.compile(r"^(?:jag|dej|mej|dom|i|kr|tel)$|(?:tion|ning|het)en?$|[ao]r(?:na)?$|ck|[^a]ä"),
    "uk": re.compile(r"[іїєґ]|ти$"),
}  # fmt: skip
"""Ends and letters that a language has much oftener than its neighbours."""

TELLS = 0.25
"""What such a word weighs beside a small word that one language alone has."""


def guessed(text: str, common: Mapping[str, frozenset[str]], otherwise: str) -> str:
    """The language whose common words are most of a text's; `otherwise` where nothing tells."""
    told = weights(unmasked(text[:LOOKED_AT]).text, common)
    most = max(told.values(), default=0)
    if most <= 0:
        return otherwise
    best = [language for language, weight in told.items() if weight == most]
    return otherwise if otherwise in best else best[0]


def weights(text: str, common: Mapping[str, frozenset[str]]) -> dict[str, float]:
    """What a text's words say for each language."""
    words = [token.text for token in read(text).tokens if token.text[0].isalpha()]
    shared = Counter(word for small in common.values() for word in small)
    # A word that one language alone has tells more than one of neighbours who have many in common.
    small_words = {
        language: sum(1 / shared[word] for word in words if word in small) for language, small in common.items()
    }
    return {language: weight + _told(language, words) for language, weight in small_words.items()}


def _told(language: str, words: list[str]) -> float:
    """What letters and ends say for a language or against it."""
    if language not in TYPICAL:
        return 0.0
    typical, alphabet = TYPICAL[language], ALPHABETS[language]
    ends = sum(1 for word in words if typical.search(word))
    foreign = sum(1 for word in words if not _is_written(word, alphabet))
    return TELLS * ends - FOREIGN * foreign


def _is_written(word: str, alphabet: str) -> bool:
    """Whether a language has all letters of a word; plain Latin ones stand in names everywhere."""
    return all(letter in alphabet or letter.isascii() or not letter.isalpha() for letter in word)
