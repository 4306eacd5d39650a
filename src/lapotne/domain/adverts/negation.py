"""When a thing is named to say that it isn't so: "no fee", "we never take passports", "a deposit isn't needed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lapotne.domain.adverts.lexicon import Places
from lapotne.domain.adverts.phrases import Match, Phrase, matches
from lapotne.domain.adverts.reading import Token

BEFORE, AFTER, LIST_WORDS, JOIN = 6, 4, 10, 3
"""How far a denial reaches: forwards, backwards, over the commas of a list; how near a list's last "or" must be."""


@dataclass(frozen=True, slots=True)
class Negation:
    """How a language denies.

    `before` stands before what it denies, `after` behind it; `idle` are idioms that deny nothing ("not only");
    `stops` end its reach ("but"); `joins` tell that commas before them only list ("no fees, deposits or loans").
    """

    before: tuple[Phrase, ...] = ()
    after: tuple[Phrase, ...] = ()
    idle: tuple[Phrase, ...] = ()
    stops: tuple[Phrase, ...] = ()
    joins: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Denials:
    """Where an advert denies something."""

    tokens: Sequence[Token]
    before: frozenset[int]
    after: frozenset[int]
    stops: frozenset[int]
    joins: frozenset[int]

    @property
    def words(self) -> frozenset[int]:
        """Every word that denies, before or behind."""
        return self.before | self.after

    def deny(self, match: Match) -> bool:
        """Whether what a match says is denied; its own words don't deny it."""
        own = sorted(set(match.positions))
        before = range(match.first - LIST_WORDS, match.first)
        return (
            any(self._reaches(at, match.first, match.last) for at in before if at in self.before)
            or any(self._is_within(left, right) for left, right in pairwise(own))
            or any(self._reaches_back(at, match.last) for at in range(match.last + 1, match.last + 1 + AFTER))
        )

    def _is_within(self, left: int, right: int) -> bool:
        """Whether something between two words of a match denies the one behind it or the one before it."""
        between = range(left + 1, right)
        return any(
            (at in self.before and right - at <= BEFORE and self._is_one_clause(at, right))
            or (at - left <= AFTER and self._reaches_back(at, left))
            for at in between
        )

    def _is_one_clause(self, first: int, last: int) -> bool:
        one = self.tokens[first].clause == self.tokens[last].clause
        return one and not self.stops & set(range(first, last))

    def _reaches(self, at: int, first: int, last: int) -> bool:
        """Forwards over a few words, and over the commas of a list: no fees, deposits or loans."""
        if self.tokens[at].sentence != self.tokens[first].sentence or self.stops & set(range(at, first)):
            return False
        if self.tokens[at].clause == self.tokens[first].clause:
            return first - at <= BEFORE
        return bool(self.joins & set(range(first - JOIN, last + 1 + JOIN)))

    def _reaches_back(self, at: int, last: int) -> bool:
        return at in self.after and self._is_one_clause(last, at)


def denials(negation: Negation, places: Places, tokens: Sequence[Token]) -> Denials:
    """Where an advert denies, idioms that deny nothing left out."""

    def found(phrases: Sequence[Phrase]) -> frozenset[int]:
        return frozenset(at for match in matches(phrases, places, tokens) for at in match.positions)

    idle = found(negation.idle)
    return Denials(
        tokens,
        before=found(negation.before) - idle,
        after=found(negation.after) - idle,
        stops=found(negation.stops),
        joins=found(negation.joins),
    )
