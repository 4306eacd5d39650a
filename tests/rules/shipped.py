"""The rulebooks of this checkout with their situations, read once for all tests."""

import functools
from pathlib import Path

from lapotne.adapters.rulebook_yaml import Law, Situations, read_law, read_situations
from lapotne.domain.entitlements.rulebook import Rulebook, Rulebooks

RULES = Path(__file__).parents[2] / "rules"


@functools.cache
def law() -> Law:
    return read_law(RULES)


def rulebooks() -> Rulebooks:
    assert law().rulebooks is not None, "\n".join(map(str, law().problems))
    return law().rulebooks


def books() -> list[Rulebook]:
    """Every country, and the rules above them."""
    return list(rulebooks().everything)


@functools.cache
def situations(country: str) -> Situations:
    return read_situations(RULES, next(book for book in books() if book.country == country))
