"""Which words of the rules a word of the advert is: by its forms, its beginning, its end or a part of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lapotne.domain.adverts.reading import Advert, compared, without_accents

type Forms = Mapping[str, frozenset[str]]
"""All inflected forms of a word, by the word."""

type Places = Mapping[str, list[int]]
"""Where words of the rules stand in an advert: positions of tokens by the word as the rules write it."""

ANY, EXACT = "*", "="

LEAST_LETTERS = 3
"""A beginning of which the accents leave fewer begins half of all words: õe* (sister) would be o*."""


@dataclass
class _Tables:
    """Words of the rules by what of an advert's word they are compared with."""

    whole: dict[str, list[str]] = field(default_factory=dict)
    beginnings: dict[str, list[str]] = field(default_factory=dict)
    ends: list[tuple[str, str]] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """Of the beginnings, each once, the shortest first."""
        return tuple(sorted({len(beginning) for beginning in self.beginnings}))

    def of(self, text: str) -> list[str]:
        """Every word of the rules that a word of the advert is."""
        found = list(self.whole.get(text, ()))
        for length in self.lengths:
            if length > len(text):
                break
            found += self.beginnings.get(text[:length], ())
        found += [word for end, word in self.ends if text.endswith(end)]
        found += [word for part, word in self.parts if part in text]
        return found


class Lexicon:
    """The words of a language's rules.

    `pay` is that word in all its forms, `=pay` in this form alone; `pay*` begins so, `*pay` ends so, `*pay*` has it
    within. No word that lost its accents is taken for one of the `common` small words.
    """

    def __init__(self, words: Iterable[str], forms: Forms, common: Collection[str] = ()) -> None:
        self._tables = _Tables()
        for word in dict.fromkeys(words):
            _put(self._tables, word, forms)
        self._common = frozenset(common)
        self._plain: _Tables | None = None

    def places(self, advert: Advert) -> Places:
        """Where each word stands; an advert without any accent is compared without accents."""
        tables = self._tables if advert.has_accents else self._unaccented()
        known: dict[str, list[str]] = {}
        found: dict[str, list[int]] = {}
        for position, token in enumerate(advert.tokens):
            text = token.text if advert.has_accents else without_accents(token.text)
            if text not in known:
                known[text] = tables.of(text)
            for word in known[text]:
                found.setdefault(word, []).append(position)
        return found

    def _unaccented(self) -> _Tables:
        if self._plain is None:
            self._plain = _without_accents(self._tables, self._common)
        return self._plain


def _put(tables: _Tables, word: str, forms: Forms) -> None:
    spelt = compared(word.strip(ANY).removeprefix(EXACT))
    if word.startswith(ANY) and word.endswith(ANY):
        tables.parts.append((spelt, word))
    elif word.startswith(ANY):
        tables.ends.append((spelt, word))
    elif word.endswith(ANY):
        tables.beginnings.setdefault(spelt, []).append(word)
    else:
        others = () if word.startswith(EXACT) else forms.get(word, frozenset())
        for form in {spelt, *map(compared, others)}:
            tables.whole.setdefault(form, []).append(word)


def _without_accents(tables: _Tables, common: Collection[str]) -> _Tables:
    """The same without accents; "jaa" (shares) would become "ja" (and), so that no word becomes a `common` one."""
    plain = _Tables(
        ends=[(without_accents(end), word) for end, word in tables.ends],
        parts=[(without_accents(part), word) for part, word in tables.parts],
    )
    for spelt, words in tables.whole.items():
        if (bare := without_accents(spelt)) == spelt or bare not in common:
            plain.whole.setdefault(bare, []).extend(words)
    for spelt, words in tables.beginnings.items():
        if (bare := without_accents(spelt)) == spelt or len(bare) >= LEAST_LETTERS:
            plain.beginnings.setdefault(bare, []).extend(words)
    return plain
