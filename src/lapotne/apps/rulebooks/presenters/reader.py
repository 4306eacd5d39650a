"""Who reads, of which country, today: what every part of a page is told in."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from babel import Locale

from lapotne.adapters.days import full_day
from lapotne.domain.entitlements.phrases import FALLBACK, LANGUAGES, text
from lapotne.domain.entitlements.rulebook import Rulebook
from lapotne.domain.entitlements.sentences import Speaker

__all__ = ["Reader", "country_name", "full_day", "reader_for", "spoken"]


@dataclass(frozen=True)
class Reader:
    """A reader's language, the rulebook read, and today."""

    language: str
    book: Rulebook
    today: date
    _told: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def speaks(self) -> str:
        """The language of the law's own words, which pages name to screen readers: English where it has none."""
        return spoken(self.language, self.book)

    @cached_property
    def speaker(self) -> Speaker:
        return Speaker(self.speaks, self.book)

    @cached_property
    def country(self) -> str:
        """What the country is called; the rules above the countries have a name of their own."""
        return country_name(self.book.country, self.language) or self.say(self.book.names)

    def say(self, words: Mapping[str, str]) -> str:
        return text(words, self.speaks)

    def told_once[T](self, name: Hashable, tell: Callable[[], T]) -> T:
        """What the law says, put into words once for all who read it so; never what is said of a person."""
        if name not in self._told:
            self._told[name] = tell()
        return self._told[name]  # type: ignore[no-any-return]


_readers: dict[tuple[str, str], Reader] = {}


def reader_for(language: str, book: Rulebook, today: date) -> Reader:
    """The same for all who read a rulebook in one language today, until its files change."""
    known = _readers.get((language, book.country))
    if known is None or known.book is not book or known.today != today:
        known = _readers[language, book.country] = Reader(language, book, today)
    return known


def country_name(code: str, language: str) -> str:
    """What a country is called; empty for a code that is no country's."""
    return str(Locale.parse(language).territories.get(code.upper(), ""))


def spoken(language: str, book: Rulebook | None = None) -> str:
    """The language in which rules are said to a reader: one that has both their phrases and the law's own words.

    Half a sentence in each of two languages helps nobody.
    """
    is_told = language in LANGUAGES and (book is None or language in book.names)
    return language if is_told else FALLBACK
