"""What the rules look for: words in an order or near one another, within a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product

from lapotne.domain.adverts.lexicon import Places
from lapotne.domain.adverts.reading import Token

GAP = 3
"""Words that follow one another may have up to two others between them, and no comma."""

NEAR = 24
"""Words that stand together in any order lie within so many."""

MOST = 40
"""Places of one phrase that are looked at: an advert that says a thing so often has said it."""

SUM = "#sum"
"""Stands in phrases for an amount of money that isn't told as pay for a time of work."""

LIST, NEARBY, OR, NEXT = "$", "~", "|", "_"
WORD = re.compile(r"\*?=?[^\W_]+(?:['’][^\W_]+)*\*?|[€$£₽₴%&@/]|#sum")

type Lists = Mapping[str, Sequence[str]]
type Chain = tuple[str, ...]
"""Words that stand directly after one another."""

type Slot = tuple[Chain, ...]
"""Alternatives."""


class PhraseError(ValueError):
    """A phrase that can't be understood, with how to write one."""


@dataclass(frozen=True)
class Phrase:
    """Groups of words that stand near one another in any order; within a group they follow one another."""

    written: str
    groups: tuple[tuple[Slot, ...], ...]

    @property
    def words(self) -> Iterator[str]:
        """Every word it speaks of."""
        return (word for group in self.groups for slot in group for chain in slot for word in chain)

    @cached_property
    def needed(self) -> tuple[frozenset[str], ...]:
        """For each slot the words of which one must be there at all, the scarcest first: most phrases end at those."""
        return tuple(sorted((_firsts(slot) for group in self.groups for slot in group), key=len))


@cache
def _firsts(slot: Slot) -> frozenset[str]:
    """With which words a slot may begin; phrases that name the same list share them."""
    return frozenset(chain[0] for chain in slot)


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: the positions of its words; others may stand between them."""

    positions: tuple[int, ...]

    @property
    def first(self) -> int:
        """Position of its first word."""
        return min(self.positions)

    @property
    def last(self) -> int:
        """Position of its last word."""
        return max(self.positions)


def parse(written: str, lists: Lists) -> Phrase:
    """A phrase as rule files write it: `$pay ~ fee|deposit`, `hand over $papers`, `no_contract`. Raises PhraseError."""
    groups = tuple(tuple(_slot(slot, lists) for slot in group.split()) for group in written.split(f" {NEARBY} "))
    if not all(groups):
        raise PhraseError(f"“{written}” has nothing on one side of {NEARBY}. Write words on both sides.")
    return Phrase(written, groups)


def _slot(written: str, lists: Lists) -> Slot:
    found: list[Chain] = []
    for alternative in written.split(OR):
        if alternative.startswith(LIST) and len(alternative) > 1:
            found += _listed(alternative.removeprefix(LIST), lists)
        else:
            found.append(_chain(alternative))
    return tuple(found)


def _listed(name: str, lists: Lists) -> list[Chain]:
    if name not in lists:
        raise PhraseError(f"No list is called {name}. Known lists: {', '.join(lists) or 'none'}.")
    return [chain for entry in lists[name] for chain in _entry(entry)]


@cache
def _entry(written: str) -> tuple[Chain, ...]:
    """An entry of a list: words side by side, each of which may have alternatives; many phrases name one list."""
    words = [[_chain(word) for word in alternatives.split(OR)] for alternatives in written.split()]
    return tuple(tuple(word for chain in chosen for word in chain) for chosen in product(*words))


@cache
def _chain(written: str) -> Chain:
    words = tuple(written.strip().split(NEXT))
    for word in words:
        if not WORD.fullmatch(word):
            hint = "A word has letters only; * stands before or after it, = before it, _ between words side by side."
            raise PhraseError(f"“{word}” in “{written}” isn't a word. {hint}")
    return words


def matches(phrases: Iterable[Phrase], places: Places, tokens: Sequence[Token], *, reach: int = 0) -> list[Match]:
    """Everywhere that phrases stand, each within one sentence or `reach` sentences further."""
    # Of a thousand phrases a few have their words in an advert; a set tells soonest which.
    lacks = frozenset(places).isdisjoint
    likely = [phrase for phrase in phrases if not any(map(lacks, phrase.needed))]
    return [match for phrase in likely for match in _of_one(phrase, places, tokens, reach)]


def _of_one(phrase: Phrase, places: Places, tokens: Sequence[Token], reach: int) -> list[Match]:
    groups = [_group(group, places, tokens) for group in phrase.groups]
    if not all(groups):
        return []
    return [Match(found) for first in groups[0] if (found := _together(first, groups[1:], tokens, reach))]


def _group(slots: Sequence[Slot], places: Places, tokens: Sequence[Token]) -> list[tuple[int, ...]]:
    """Positions of words that follow one another with few between them."""
    found = _places_of(slots[0], places, tokens)
    for slot in slots[1:]:
        nexts = _places_of(slot, places, tokens)
        found = [(*before, *after) for before in found for after in nexts if _follows(before, after, tokens)][:MOST]
    return found


def _follows(before: tuple[int, ...], after: tuple[int, ...], tokens: Sequence[Token]) -> bool:
    is_near = 0 < after[0] - before[-1] <= GAP
    return is_near and tokens[before[-1]].clause == tokens[after[0]].clause


def _places_of(slot: Slot, places: Places, tokens: Sequence[Token]) -> list[tuple[int, ...]]:
    return sorted(set(_chains(slot, places, tokens)))[:MOST]


def _chains(slot: Slot, places: Places, tokens: Sequence[Token]) -> Iterator[tuple[int, ...]]:
    for first, *rest in slot:
        for position in places.get(first, ()):
            run = range(position, position + 1 + len(rest))
            if not rest or (
                run.stop <= len(tokens)
                and tokens[position].sentence == tokens[run[-1]].sentence
                and all(at in places.get(word, ()) for at, word in zip(run[1:], rest, strict=True))
            ):
                yield tuple(run)


def _together(
    first: tuple[int, ...], others: Iterable[list[tuple[int, ...]]], tokens: Sequence[Token], reach: int
) -> tuple[int, ...]:
    """The first group with the nearest of each other group, or nothing where one isn't near."""
    found = first
    for group in others:
        near = [
            one
            for one in group
            if abs(tokens[one[0]].sentence - tokens[first[0]].sentence) <= reach
            and max(*one, *found) - min(*one, *found) < NEAR
            and not set(one) & set(found)
        ]
        if not near:
            return ()
        found += min(near, key=lambda one: (abs(one[0] - first[0]), one))
    return found
