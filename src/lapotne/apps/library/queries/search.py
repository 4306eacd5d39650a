"""Finds what is written in the reader's language, by any form of its words; three small look-ups."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from lapotne.adapters.word_forms import bare, stem_of, words_of
from lapotne.apps.library.models import Findable, WordForm

MOST_WORDS, MOST_FOUND = 12, 30
SHORTEST = 3
"""Letters of a word that says something; shorter ones count only where there is no other."""

LONG = 7
"""Letters of a word whose ending may differ: dictionaries don't know every form, so its beginning is sought too."""


@dataclass(frozen=True)
class Sought:
    """The words sought, the bases each may stand for, and what begins like those that no dictionary knows."""

    language: str
    bases: dict[str, set[str]]
    beginnings: dict[str, str]

    def written(self, between: str) -> str:
        """For PostgreSQL: each word by one of its bases or its beginning."""
        return between.join(f"({self._one(word)})" for word in self.bases)

    def _one(self, word: str) -> str:
        exact = [f"'{base}'" for base in sorted(self.bases[word])]
        return " | ".join([*exact, *([f"'{self.beginnings[word]}':*"] if word in self.beginnings else [])])


@dataclass(frozen=True)
class Results:
    """What was found, best first, at most `MOST_FOUND` of them; `has_more` when there are others.

    `has_all` unless nothing has all the words and these have some.

    `forms` and `beginnings` are what to mark in the texts.
    """

    found: list[Findable]
    has_more: bool
    has_all: bool
    forms: frozenset[str]
    beginnings: tuple[str, ...]


def search(text: str, language: str) -> Results:
    sought = _sought(text, language)
    if not sought.bases:
        return Results([], has_more=False, has_all=True, forms=frozenset(), beginnings=())
    found, has_all = _found(sought, " & "), True
    if not found and len(sought.bases) > 1:
        found, has_all = _found(sought, " | "), False
    return Results(
        found[:MOST_FOUND], len(found) > MOST_FOUND, has_all, _forms(sought), tuple(sought.beginnings.values())
    )


def _sought(text: str, language: str) -> Sought:
    words = list(dict.fromkeys(words_of(text)))
    telling = [word for word in words if len(word) >= SHORTEST or word.isdigit()]
    words = (telling or words)[:MOST_WORDS]
    found: dict[str, set[str]] = defaultdict(set)
    stems = {word: stem_of(language, word) for word in words}
    asked = {*words, *map(bare, words), *stems.values()}
    for form, base in WordForm.objects.filter(language=language, form__in=asked).values_list("form", "base"):
        found[form].add(base)
    bases = {word: _bases(word, found.get(word) or found.get(bare(word)), found.get(stems[word])) for word in words}
    beginnings = {word: beginning for word in words if (beginning := _beginning(word, bases[word]))}
    return Sought(language, bases, beginnings)


def _bases(word: str, known: set[str] | None, by_stem: set[str] | None) -> set[str]:
    """As the dictionary has it; where that doesn't know the word, by its stem too."""
    if known and not known <= {word}:
        return known
    return (known or set()) | (by_stem or set()) or {word}


def _beginning(word: str, bases: set[str]) -> str:
    """Of a known word all but its last letter; of an unknown one a little less."""
    if bases != {word}:
        base = min(bases)
        return base[:-1] if len(base) >= LONG else ""
    return word[: max(SHORTEST + 1, len(word) - 2)] if len(word) > SHORTEST else ""


def _found(sought: Sought, between: str) -> list[Findable]:
    """One more than is shown, which tells that there are more."""
    query = SearchQuery(sought.written(between), search_type="raw", config="simple")
    matching = Findable.objects.filter(language=sought.language, words=query).select_related("municipality__country")
    ranked = matching.annotate(rank=SearchRank(F("words"), query)).order_by("-rank", "kind", "key")
    return list(ranked[: MOST_FOUND + 1])


def _forms(sought: Sought) -> frozenset[str]:
    bases = {base for some in sought.bases.values() for base in some}
    forms = WordForm.objects.filter(language=sought.language, base__in=bases).values_list("form", flat=True)
    return frozenset(forms) | bases | frozenset(sought.bases)
