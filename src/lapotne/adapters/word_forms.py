"""Words of a text, their base forms, and all forms that share one, from simplemma's dictionaries.

A dictionary takes up to three seconds and 410 MB to load, so nothing that serves pages loads one: what the texts of a
language need of it is learnt in a process of its own and kept in the database.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import snowballstemmer
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

WORD = re.compile(r"[^\W_]+")
AT_A_TIME = 2
STEMMERS = {
    "en": "english", "et": "estonian", "lt": "lithuanian", "fi": "finnish", "sv": "swedish", "nb": "norwegian",
    "da": "danish", "pl": "polish", "de": "german", "ru": "russian",
}  # fmt: skip
"""Snowball has none for Latvian and Ukrainian."""

SHORTEST_STEM = 3
STEM_MARK = "~"

type Forms = list[tuple[str, str]]
"""A form and its base, both in small letters; a form may have several bases."""


def words_of(text: str) -> list[str]:
    """In order, in small letters."""
    return [found.group().casefold() for found in WORD.finditer(text)]


def bare(word: str) -> str:
    """Without accents, as people type on a phone."""
    parts = unicodedata.normalize("NFKD", word)
    return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))


def stem_of(language: str, word: str) -> str:
    """What is left of a word without its endings, marked as no word has it; nothing where no rule is known.

    Dictionaries know one base of a form, and not every form; this brings together what they leave apart.
    """
    if language not in STEMMERS:
        return ""
    # A stemmer keeps the word it works on, so no two threads may share one.
    stem = snowballstemmer.stemmer(STEMMERS[language]).stemWord(word)
    return f"{STEM_MARK}{stem}" if len(stem) >= SHORTEST_STEM else ""


def learn(wanted: Mapping[str, frozenset[str]]) -> dict[str, Forms]:
    """By language the forms that its words need; two dictionaries at a time, each let go with its process."""
    if not wanted:
        return {}
    with ProcessPoolExecutor(AT_A_TIME, mp_context=get_context("spawn"), max_tasks_per_child=1) as processes:
        asked = {language: processes.submit(forms_of, language, words) for language, words in wanted.items()}
        return {language: found.result() for language, found in asked.items()}


def forms_of(language: str, words: Iterable[str]) -> Forms:
    """Every form of the bases of these words; a word that the dictionary lacks is its own."""
    dictionary = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(language)
    found = {(word, base) for word in words for base in bases_of(word, dictionary)}
    bases = {base for _, base in found}
    for form, base in dictionary.items():
        plain = plain_base(base)
        if plain in bases:
            found.add((form.casefold(), plain))
    found |= {(base, base) for base in bases}
    found |= {(bare(form), base) for form, base in found}
    return sorted((form, base) for form, base in found if WORD.fullmatch(form))


def bases_of(word: str, dictionary: Mapping[str, str]) -> set[str]:
    """In German a noun is found by its capital, elsewhere a name."""
    known = {plain_base(dictionary[written]) for written in (word, word.capitalize()) if written in dictionary}
    return known - {""} or {word}


def plain_base(base: str) -> str:
    """In small letters alone: PostgreSQL takes an apostrophe, which Ukrainian bases have, for the end of a word."""
    small = base.casefold()
    return small if small.isalnum() else "".join(words_of(small))
