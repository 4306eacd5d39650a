"""Words from data in the reader's language, or in another one that the page then names to screen readers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from babel import Locale
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lapotne.adapters.catalogues import said_in
from lapotne.apps.municipalities.presenters import called, local_languages, local_name


@dataclass(frozen=True, slots=True)
class Word:
    """A text, and its language where that isn't the page's."""

    text: str
    language: str = ""

    def __str__(self) -> str:
        return self.__html__()

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def spoken(self) -> str:
        """For the eye what `lang` is for the ear; about the text, lest it be read as what they speak there."""
        if not self.language:
            return ""
        return _("language of this text: {language}").format(
            language=language_name(self.language, get_language() or "en")
        )

    @property
    def told(self) -> SafeString:
        """The text, with its language for ear and eye; put together here, because a page has many."""
        if not self.language:
            return self.__html__()
        return SafeString(f'{self.__html__()} <span class="spoken">({escape(self.spoken)})</span>')

    def __html__(self) -> SafeString:
        text = escape(self.text)
        return SafeString(f'<span lang="{escape(self.language)}">{text}</span>' if self.language else text)


def proper(names: Mapping[str, str], reader: str, country: str) -> Word:
    """A name of a place or a body: the reader's language, else the country's own, else English."""
    found = called(names, reader, country)
    return Word(str(found), found.language)


def local(names: Mapping[str, str], reader: str, country: str) -> Word:
    """The name on the door, where the reader gets a translated one and must say or type the other."""
    found = local_name(names, reader, country)
    return Word(str(found), found.language)


def plain(names: Mapping[str, str], reader: str, country: str) -> Word:
    """Words that explain: the reader's language, else English, which more readers know, else the country's."""
    return _first(names, reader, (reader, "en", *local_languages(country)))


@lru_cache(maxsize=2048)
def language_name(code: str, reader: str) -> str:
    """What a language is called in the reader's."""
    return Locale.parse(reader).languages.get(code, code)


def sentence(template: str, **words: object) -> SafeString:
    """A translated sentence with words put in where it says {so}."""
    return SafeString(template.format(**{key: html(word) for key, word in words.items()}))


def joined(between: str, words: Iterable[object]) -> SafeString:
    """Words in a row."""
    return SafeString(between.join([html(word) for word in words]))


def html(word: object) -> str:
    """A word as a page may hold it: Django's own way asks each time whether it comes later, and a page has hundreds."""
    return word.__html__() if hasattr(word, "__html__") else escape(str(word))


def _first(names: Mapping[str, str], reader: str, wanted: tuple[str, ...]) -> Word:
    if own := said_in(names, reader):
        return Word(own)
    language = next((language for language in (*wanted, *names) if names.get(language)), "")
    text = names.get(language, "")
    # Signs alone, as "10:00-18:00", are in no language.
    return Word(text, language if any(map(str.isalpha, text)) else "")
