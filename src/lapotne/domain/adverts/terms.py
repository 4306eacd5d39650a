"""What an advert says of the work's terms: what is to be done, when, and what for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lapotne.domain.adverts.examining import Examined
from lapotne.domain.adverts.pay import is_charged
from lapotne.domain.adverts.phrases import Match

MOST_MISSING = 1
"""Of hours, pay and duties one may be left for the interview."""

CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}\s*[-–—]\s*\d{1,2}[:.]\d{2}\b|\b\d/\d\b|\b(?!24)\d{1,2}\s*(?:h|st|t|ч|год|val|tim)\b"
    r"|\b\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm)?\s*(?:[-–—]|to|till?)\s*\d{1,2}(?:[:.]\d{2})?\s*[ap]m\b",
    re.IGNORECASE,
)
FROM_TO = re.compile(r"(?<![\d.,/+-])(\d{1,2})(?:[:.]\d{2})?\s?[-–—]\s?(\d{1,2})(?:[:.]\d{2})?(?![\d.,/%-]*\d|\s?%)\b")
LATEST_START, LONGEST_DAY, SHORTEST_DAY = 23, 13, 4
AGES = (18, 24)
"""Whoever is wanted so young is told so far more often than whoever works until midnight."""

NEAR = 4
"""Words in which a day or a clock looks for another, to be hours together."""


def has_work(examined: Examined) -> bool:
    """Whether what is to be done is told: by what one does, or by the name of a trade."""
    return bool(examined.says(examined.rules.parts.get("duties", ())))


def missing_terms(examined: Examined) -> bool:
    """Whether more than one of hours, pay and duties isn't told."""
    return [_has_pay(examined), _has_hours(examined), has_work(examined)].count(False) > MOST_MISSING


def paid_sentences(examined: Examined) -> frozenset[int]:
    """The sentences in which a sum is told that is pay; what depends on experience there isn't left open."""
    return frozenset(
        examined.tokens[amount.at].sentence
        for amount in examined.money
        if not amount.is_aside and not is_charged(examined, amount)
    )


def _has_pay(examined: Examined) -> bool:
    return bool(paid_sentences(examined)) or bool(examined.says(examined.rules.parts.get("pay", ())))


def _has_hours(examined: Examined) -> bool:
    text = examined.advert.text
    if CLOCK.search(text) or any(_is_working_day(found) for found in FROM_TO.finditer(text)):
        return True
    paid = set(_periods(examined))
    loose = {at for match in examined.matches(examined.rules.shared.days) for at in match.positions}
    told = examined.says(examined.rules.parts.get("hours", ()))
    return any(not set(match.positions) <= paid and not _is_lone(examined, match, loose) for match in told)


def _is_working_day(found: re.Match[str]) -> bool:
    """9–17 and 22–6 are hours; 18–26 are years and 2–3 persons."""
    first, last = int(found[1]), int(found[2])
    if first > LATEST_START or last > LATEST_START + 1 or (first, last) == AGES:
        return False
    # 9–5 is in the afternoon.
    lengths = [(last - first) % 24, *([last + 12 - first] if last < first else [])]
    return any(SHORTEST_DAY <= length <= LONGEST_DAY for length in lengths)


def _periods(examined: Examined) -> Iterator[int]:
    """Words of the times that pay is for: “900 a shift” tells no hours."""
    times = [phrase for phrases in examined.rules.periods.values() for phrase in phrases]
    near = {at for amount in examined.money if amount.period for at in range(amount.at, amount.at + NEAR + 2)}
    return (at for match in examined.matches(times) for at in match.positions if at in near)


def _is_lone(examined: Examined, match: Match, loose: set[int]) -> bool:
    """A day or a clock alone tells when one leaves or calls; two of them beside one another are hours."""
    if not set(match.positions) <= loose:
        return False
    near = set(range(match.first - NEAR, match.last + NEAR + 1)) - set(match.positions)
    clause = examined.tokens[match.first].clause
    return not any(at in loose and examined.tokens[at].clause == clause for at in near if at < len(examined.tokens))
