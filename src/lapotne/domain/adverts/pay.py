"""Much money for work that asks neither skill nor language."""

from __future__ import annotations

from lapotne.domain.adverts.examining import Examined
from lapotne.domain.adverts.findings import Span
from lapotne.domain.adverts.money import Amount
from lapotne.domain.adverts.phrases import Match

YOUNGEST = 14
"""A number of years from here on is an age, no experience."""


def high_pay(examined: Examined, *, is_named: bool) -> list[Span]:
    """The words that promise both, or none of them."""
    parts = examined.rules.parts
    easy = examined.marked(examined.matches(parts.get("unskilled", ())))
    sums = [amount.span for amount in examined.money if amount.is_high and not is_charged(examined, amount)]
    if not easy:
        # Who pays much for a skill says which, and employers who say who they are needn't.
        return [] if is_named or asks_skill(examined) else sums
    words = examined.marked(examined.says(parts.get("big_pay", ())))
    return [*easy, *sums, *words] if sums or words else []


def asks_skill(examined: Examined) -> bool:
    """Whether experience or a certificate is asked for."""
    return any(not _is_age(examined, match) for match in examined.says(examined.rules.parts.get("skilled", ())))


def _is_age(examined: Examined, match: Match) -> bool:
    """“18–26 years old”: the word for years isn't one of experience there."""
    before = examined.tokens[match.first - 1] if match.first else None
    return before is not None and before.text.isdecimal() and int(before.text) >= YOUNGEST


def is_charged(examined: Examined, amount: Amount) -> bool:
    """Whether the sum is what the worker pays."""
    return not amount.period and examined.tokens[amount.at].sentence in examined.charged
