"""The words between the words, a file a language: how it joins conditions, counts amounts and writes days."""

from collections.abc import Mapping

from lapotne.domain.entitlements.dating import SourceDay
from lapotne.domain.entitlements.facts import Words
from lapotne.domain.entitlements.phrases.da import DANISH
from lapotne.domain.entitlements.phrases.de import GERMAN
from lapotne.domain.entitlements.phrases.en import ENGLISH
from lapotne.domain.entitlements.phrases.et import ESTONIAN
from lapotne.domain.entitlements.phrases.fi import FINNISH
from lapotne.domain.entitlements.phrases.lt import LITHUANIAN
from lapotne.domain.entitlements.phrases.lv import LATVIAN
from lapotne.domain.entitlements.phrases.nb import NORWEGIAN
from lapotne.domain.entitlements.phrases.pl import POLISH
from lapotne.domain.entitlements.phrases.ru import RUSSIAN
from lapotne.domain.entitlements.phrases.shape import Phrases
from lapotne.domain.entitlements.phrases.sv import SWEDISH
from lapotne.domain.entitlements.phrases.uk import UKRAINIAN

FALLBACK = "en"

LANGUAGES: Mapping[str, Phrases] = {
    "en": ENGLISH,
    "lv": LATVIAN,
    "pl": POLISH,
    "uk": UKRAINIAN,
    "ru": RUSSIAN,
    "et": ESTONIAN,
    "lt": LITHUANIAN,
    "sv": SWEDISH,
    "fi": FINNISH,
    "da": DANISH,
    "nb": NORWEGIAN,
    "de": GERMAN,
}


def phrases(language: str) -> Phrases:
    """The joining words of a language, English where it has none."""
    return LANGUAGES.get(language, LANGUAGES[FALLBACK])


def text(words: Words, language: str) -> str:
    """A text in a language, else in English, else in any."""
    return words.get(language) or words.get(FALLBACK) or next(iter(words.values()), "")


def counted(number: int, unit: str, language: str) -> str:
    """A number with its unit: 180 days, 21 diena."""
    said = phrases(language)
    one, many, last = said.units[unit]
    return f"{number:,} ".replace(",", "\u00a0") + (
        last if said.is_last(number) else one if said.is_one(number) else many
    )


def source_day(day: SourceDay, language: str) -> str:
    """A day as exactly as its source gives it."""
    said = phrases(language)
    if day.first == day.last:
        return said.day(day.first)
    return said.month(day.first) if "-" in day.text else day.text
