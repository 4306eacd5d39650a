"""How a municipality is named to a reader, and how names stand in the order of the reader's alphabet."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from html import escape

from babel.languages import get_official_languages
from django.utils.safestring import SafeString

from lapotne.adapters.catalogues import said_in
from lapotne.apps.municipalities.models import Municipality


class Name(str):
    """A name, and its language where that isn't the page's: there it stands in a span that says so."""

    __slots__ = ("language",)
    language: str

    @classmethod
    def of(cls, text: str, language: str) -> "Name":
        made = cls(text)
        made.language = language
        return made

    def __html__(self) -> SafeString:
        text = escape(str(self))
        return SafeString(f'<span lang="{escape(self.language)}">{text}</span>' if self.language else text)


def name(municipality: Municipality, language: str) -> Name:
    """Its name in the reader's language, else in its own country's, else in English."""
    return called(municipality.names, language, municipality.country.code)


def in_order(towns: Iterable[Municipality], language: str) -> list[tuple[Municipality, Name]]:
    """Each once with its name, by the reader's alphabet."""
    place = alphabetical(language)
    named = {town.pk: (town, name(town, language)) for town in towns}
    return sorted(named.values(), key=lambda one: place(one[1]))


def called(names: Mapping[str, str], language: str, country: str) -> Name:
    """What a place or a body is called: the reader's language, else the country's own, else English.

    A third language is no help: whoever must say or type the name needs the one that stands on the door.
    """
    wanted = (language, *local_languages(country), "en", *names)
    found = next((code for code in wanted if names.get(code)), language)
    return Name.of(names.get(found, ""), "" if found == language else found)


def local_name(names: Mapping[str, str], language: str, country: str) -> Name:
    """The name that stands on the door, where the reader gets a translated one; empty where they are the same."""
    own = next((code for code in local_languages(country) if names.get(code)), language)
    text = names.get(own, "")
    return Name.of("" if text == called(names, language, country) else text, own)


@lru_cache
def local_languages(country: str) -> tuple[str, ...]:
    """The languages of a country's own names."""
    return tuple(get_official_languages(country.upper()))


def name_in(names: Mapping[str, str], *languages: str) -> str:
    """The first name there is, in the order of the languages wanted; English, then any, come last."""
    wanted = (*languages, "en", *names)
    return next(filter(None, (said_in(names, language) for language in wanted)), "")


ALPHABETS = {
    "lv": "aā b c č d eē f g ģ h iīy j k ķ l ļ m n ņ oō p q r ŗ s š t uū v w x z ž",
    "en": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "et": "a b c d e f g h i j k l m n o p q r s š z ž t u v w õ ä ö ü x y",
    "lt": "aą b c č d eęė f g h iįy j k l m n o p q r s š t uųū v w x z ž",
    "fi": "a b c d e f g h i j k l m n o p q r s š t u v w x y z ž å äæ öø",
    "sv": "a b c d e f g h i j k l m n o p q r s t u v w x y z å äæ öø",
    "nb": "a b c d e f g h i j k l m n o p q r s t u v w x y z æä øö å",
    "da": "a b c d e f g h i j k l m n o p q r s t u v w x y z æä øö å",
    "pl": "a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż",
    "de": "aä b c d e f g h i j k l m n oö p q r s t uü v w x y z",
    "ru": "а б в г д её ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
}
"""By language its letters in order; those written together differ only where all else is equal."""

type Place = tuple[list[tuple[int, int]], str]


def alphabetical(language: str) -> Callable[[str], Place]:
    """A sort key by the alphabet of a language: `sorted(names, key=alphabetical("lv"))`."""
    places = _places(language)

    def place(text: str) -> Place:
        letters = text.casefold()
        return [found for letter in letters for found in _placed(letter, places)], letters

    return place


@lru_cache
def _places(language: str) -> dict[str, int]:
    groups = ALPHABETS.get(language, ALPHABETS["en"]).split()
    return {letter: at for at, group in enumerate(groups) for letter in group}


def _placed(letter: str, places: Mapping[str, int]) -> list[tuple[int, int]]:
    """Spaces and signs first, then the alphabet's letters; a foreign letter stands by its plain form, others last."""
    if letter in places:
        return [(1, places[letter])]
    plain = [part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part)]
    return [(1, places[part]) if part in places else (2 if part.isalpha() else 0, ord(part)) for part in plain]
