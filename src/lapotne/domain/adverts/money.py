"""Amounts of money in an advert: how much, of what currency, for how long a time of work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lapotne.domain.adverts.findings import Span
from lapotne.domain.adverts.lexicon import Places
from lapotne.domain.adverts.numerals import CROWNS, NUMERALS, THOUSANDS
from lapotne.domain.adverts.phrases import Phrase, matches
from lapotne.domain.adverts.reading import Advert, Token
from lapotne.domain.adverts.rules import LanguageRules, Pay

PERIOD_NEAR, WORDS_NEAR = 5, 4
DAY, MONTH, YEAR, PIECE = "day", "month", "year", "piece"
MONTHS_IN_YEAR = 12
LEAST = 3
"""A number below it beside a currency is seldom an amount."""

LEAST_BARE = 100
"""A number below it isn't money where no currency says so."""

FAR_TOO_HIGH = 6
"""Times what is called high: nobody promises so much of that currency, another one is meant."""

_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f.,'](?=\d{3}(?:\D|$))")
_RANGE = re.compile(r"\s*(?:[-–—]|\.\.\.?|…)\s*")


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum; `period` is empty where none is told; `at` is the number's place among the words.

    `is_wage` is told by words of pay beside it; `is_aside` is rent, a bonus and the like.
    """

    value: float
    pay: Pay
    period: str
    span: Span
    at: int
    is_wage: bool = False
    is_aside: bool = False

    @property
    def is_pay(self) -> bool:
        """Whether it is what work is paid with: told so, or told for a time of work."""
        return bool(self.period) or self.is_wage

    @property
    def is_high(self) -> bool:
        """Whether it is more than plain work is paid anywhere near; without a period a month is meant."""
        return not self.is_aside and _share(self.value, self.pay, self.period) >= 1


def _share(value: float, pay: Pay, period: str) -> float:
    """How often a sum is what is called high for its time of work; what is paid by the piece takes a day at most."""
    if period == YEAR:
        return value / MONTHS_IN_YEAR / pay.above[MONTH]
    above = pay.above.get({PIECE: DAY, "": MONTH}.get(period, period))
    return value / above if above else 0.0


@dataclass(frozen=True)
class _Words:
    """An advert's words, and which of them are money, times of work, pay, and what isn't pay."""

    advert: Advert
    signs: Mapping[int, Pay]
    periods: Mapping[int, str]
    wages: frozenset[int]
    net: frozenset[int]
    asides: frozenset[int]
    own: tuple[Pay, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.advert.tokens

    def gap(self, at: int) -> str:
        """What stands between a word and the next one."""
        return self.advert.text[self.tokens[at].end : self.tokens[at + 1].start]

    def is_thousands(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].text in THOUSANDS

    def is_amount(self, at: int) -> bool:
        """Whether a word is a number, or one in words before its thousands."""
        return self.tokens[at].is_number or (self.tokens[at].text in NUMERALS and self.is_thousands(at + 1))


def amounts(advert: Advert, places: Places, rules: LanguageRules) -> tuple[Amount, ...]:
    """Every sum of money that an advert names."""
    words = _words(advert, places, rules)
    found = (_amount(words, at) for at in range(len(advert.tokens)) if words.is_amount(at))
    return tuple(amount for amount in found if amount)


def _words(advert: Advert, places: Places, rules: LanguageRules) -> _Words:
    def found(phrases: Iterable[Phrase]) -> frozenset[int]:
        return frozenset(at for match in matches(phrases, places, advert.tokens) for at in match.positions)

    shared = rules.shared
    times = {PIECE: shared.pieces, **rules.periods}
    own = [pay for pay in shared.pay if pay.currency == rules.home]
    return _Words(
        advert,
        signs=dict(_signs(advert.tokens, places, rules)),
        periods={at: period for period, phrases in times.items() for at in found(phrases)},
        wages=found(shared.wages),
        net=found(shared.net),
        asides=found(shared.asides),
        own=(*own, *(pay for pay in shared.pay if rules.language in pay.also_in)),
    )


def _signs(tokens: tuple[Token, ...], places: Places, rules: LanguageRules) -> Iterator[tuple[int, Pay]]:
    """Where currencies stand; "kr" is the language's own, and one letter stands close: 1500e."""
    for pay in rules.shared.pay:
        for word in pay.written:
            for at in places.get(word, ()):
                is_glued = at > 0 and tokens[at - 1].is_number and tokens[at - 1].end == tokens[at].start
                is_letter = tokens[at].text.isalpha() and len(tokens[at].text) == 1
                if (tokens[at].text not in CROWNS or pay.currency == rules.home) and (is_glued or not is_letter):
                    yield at, pay


def _amount(words: _Words, at: int) -> Amount | None:
    last, factor = _end(words, at)
    value = (NUMERALS.get(words.tokens[at].text) or _value(words.tokens[at].text)) * factor
    if value < LEAST:
        return None
    beside = next((place for place in (last + 1, at - 1, at - 2) if _is_its_sign(words, place, at)), None)
    if beside is None:
        return _bare(words, at, last, value)
    first, end = min(_begin(words, at), beside), max(last, beside)
    return Amount(
        value, words.signs[beside], _period(words, first, end), _span(words, min(at, beside), end), at,
        is_wage=_is_net(words, end) or _is_wage(words, first), is_aside=_is_aside(words, first),
    )  # fmt: skip


def _end(words: _Words, at: int) -> tuple[int, int]:
    """The last word of a number, its thousands and its range among them, and what it is to be taken times."""
    last = at
    if at + 2 < len(words.tokens) and words.tokens[at + 1].is_number and _RANGE.fullmatch(words.gap(at)):
        last = at + 1
    if not words.is_thousands(last + 1):
        return last, 1
    # 40 tkr is thousands and currency in one.
    return (last if last + 1 in words.signs else last + 1), 1000


def _begin(words: _Words, at: int) -> int:
    """The number itself, or the one that its range begins with."""
    is_range = at > 0 and words.tokens[at - 1].is_number and _RANGE.fullmatch(words.gap(at - 1))
    return at - 1 if is_range else at


def _is_its_sign(words: _Words, place: int, at: int) -> bool:
    """Whether a currency is this number's: behind it, or before it with at most the beginning of a range between."""
    if place not in words.signs:
        return False
    if place > at or place == at - 1:
        return words.tokens[place].sentence == words.tokens[at].sentence
    return _begin(words, at) < at


def _bare(words: _Words, at: int, last: int, value: float) -> Amount | None:
    """A sum without a currency: thousands for a time of work, a number right before one, or beside a word of pay."""
    first = _begin(words, at)
    period = _period(words, first, last)
    is_told = period and (last > at or last + 1 in words.periods)
    is_round = last > at or words.tokens[at].text.endswith("00")
    if value < LEAST_BARE or not (is_told or _is_net(words, last) or (is_round and _is_wage(words, first))):
        return None
    pay = next((own for own in words.own if _share(value, own, period) < FAR_TOO_HIGH), None)
    if pay is None:
        return None
    return Amount(value, pay, period, _span(words, at, last), at, is_wage=True, is_aside=_is_aside(words, first))


def _is_net(words: _Words, last: int) -> bool:
    """3500 in the hand."""
    return _has(words, range(last + 1, last + 3), words.net, last)


def _is_wage(words: _Words, at: int) -> bool:
    """The pay is 60 000."""
    return _has(words, range(at - 1, at - WORDS_NEAR, -1), words.wages, at)


def _is_aside(words: _Words, at: int) -> bool:
    """Whether a word before the sum tells that it is rent, a bonus, a grant for moving."""
    return _has(words, range(at - 1, at - WORDS_NEAR, -1), words.asides, at)


def _has(words: _Words, near: Iterable[int], known: frozenset[int], at: int) -> bool:
    """Whether one of the words near is known, in the same clause and with no other number between."""
    for place in near:
        if not 0 <= place < len(words.tokens) or words.tokens[place].clause != words.tokens[at].clause:
            return False
        if place in known:
            return True
        if words.tokens[place].is_number:
            return False
    return False


def _period(words: _Words, first: int, last: int) -> str:
    """The time of work behind a sum, or before it."""
    for near, edge in (
        (range(last + 1, last + 1 + PERIOD_NEAR), last),
        (range(first - 1, first - 1 - PERIOD_NEAR, -1), first),
    ):
        for place in near:
            if not 0 <= place < len(words.tokens) or words.tokens[place].clause != words.tokens[edge].clause:
                break
            if place in words.periods:
                return words.periods[place]
            if words.tokens[place].is_number:
                break
    return ""


def _span(words: _Words, first: int, last: int) -> Span:
    return Span(words.tokens[first].start, words.tokens[last].end)


def _value(written: str) -> float:
    try:
        return float(_GROUPED.sub("", written).replace(",", "."))
    except ValueError:
        return 0.0
