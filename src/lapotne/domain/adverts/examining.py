"""An advert under examination: its words, where the rules' words stand in it, and what it denies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from lapotne.domain.adverts.findings import Span
from lapotne.domain.adverts.lexicon import Places
from lapotne.domain.adverts.money import Amount, amounts
from lapotne.domain.adverts.negation import Denials, denials
from lapotne.domain.adverts.phrases import SUM, Match, Phrase, matches
from lapotne.domain.adverts.reading import Advert, Token
from lapotne.domain.adverts.rules import LanguageRules

FEE = "fee_or_deposit"
LONGEST_MARK = 8
"""Words that a mark may run over; where they lie further apart, each is marked."""


@dataclass(frozen=True)
class Examined:
    """What every rule asks of an advert."""

    advert: Advert
    rules: LanguageRules
    places: Places
    money: tuple[Amount, ...] = ()

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The advert's words."""
        return self.advert.tokens

    @cached_property
    def denials(self) -> Denials:
        """What the advert denies."""
        return denials(self.rules.negation, self.places, self.tokens)

    @cached_property
    def warned(self) -> frozenset[int]:
        """Sentences that warn of something ("if anyone asks for money, tell us") instead of asking it."""
        return self.sentences(self.rules.warnings)

    @cached_property
    def charged(self) -> frozenset[int]:
        """Sentences in which the worker is to pay something."""
        fee = self.rules.flags.get(FEE)
        return self.sentences(fee.says) if fee else frozenset()

    @cached_property
    def known(self) -> frozenset[int]:
        """Words that the rules know, so that they are no names."""
        return frozenset(at for places in self.places.values() for at in places)

    def matches(self, phrases: Iterable[Phrase], *, reach: int = 0) -> list[Match]:
        """Where phrases stand, denied or not; `reach` is into how many neighbouring sentences."""
        return matches(phrases, self.places, self.tokens, reach=reach)

    def says(self, phrases: Iterable[Phrase], *, reach: int = 0) -> list[Match]:
        """Where phrases stand and aren't denied, nor joined with a denial of a neighbouring sentence."""
        found = self.matches(phrases, reach=reach)
        return [match for match in found if not self.denials.deny(match) and not self._borrows_denial(match)]

    def _borrows_denial(self, match: Match) -> bool:
        """Whether a sentence gives a match nothing but its denial: “We sign. We don't ask for money” isn't unsigned."""
        parts = self._by_sentence(match)
        return len(parts) > 1 and any(self.denials.words.issuperset(part) for part in parts)

    def _by_sentence(self, match: Match) -> list[list[int]]:
        """The positions of a match's words in order, each sentence's by themselves."""
        found: dict[int, list[int]] = {}
        for at in sorted(set(match.positions)):
            found.setdefault(self.tokens[at].sentence, []).append(at)
        return list(found.values())

    def sentences(self, phrases: Iterable[Phrase]) -> frozenset[int]:
        """The sentences in which phrases stand."""
        return frozenset(self.sentence(match) for match in self.matches(phrases))

    def sentence(self, match: Match) -> int:
        """The sentence in which a match begins."""
        return self.tokens[match.first].sentence

    def is_clear(self, match: Match, cleared: frozenset[int]) -> bool:
        """Whether a match has none of its words in a sentence that is cleared."""
        return cleared.isdisjoint(self.tokens[at].sentence for at in match.positions)

    def marked(self, matches: Iterable[Match]) -> list[Span]:
        """The characters of all matches."""
        return [span for match in matches for span in self.spans(match)]

    def spans(self, match: Match) -> list[Span]:
        """The characters to mark: in each sentence from the first word to the last, or each where much lies between."""
        return [span for part in self._by_sentence(match) for span in self._spans(part)]

    def _spans(self, part: list[int]) -> list[Span]:
        first, last = part[0], part[-1]
        if last - first < LONGEST_MARK:
            return [Span(self.tokens[first].start, self.tokens[last].end)]
        return [Span(self.tokens[at].start, self.tokens[at].end) for at in part]


def examined(advert: Advert, rules: LanguageRules) -> Examined:
    """An advert with the places of the rules' words looked up once."""
    places = rules.lexicon.places(advert)
    money = amounts(advert, places, rules)
    sums = [amount.at for amount in money if not amount.is_pay]
    return Examined(advert, rules, {**places, SUM: sums} if sums else places, money)
