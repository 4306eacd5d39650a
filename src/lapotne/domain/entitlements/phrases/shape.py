"""What a language must say to join conditions, count amounts and write days."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from lapotne.domain.entitlements.dating import Basis

TEN, ELEVEN, HUNDRED = 10, 11, 100


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's joining words; `{}` stands for what is joined."""

    all_of: str
    any_of: str
    or_: str
    and_: str
    not_: str
    open_question: str
    at_least: str
    below: str
    before: str
    after: str
    within: str
    not_within: str
    quoted: str
    bounds: Mapping[str, str]
    units: Mapping[str, tuple[str, str, str]]
    every: Mapping[str, str]
    bases: Mapping[Basis, str]
    questions: Mapping[str, str]
    is_one: Callable[[int], bool]
    day: Callable[[date], str]
    month: Callable[[date], str]
    is_last: Callable[[int], bool] = lambda number: not number
    """Whether a number takes the last form of its unit: nought alone, or more in languages of three forms."""
