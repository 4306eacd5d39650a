"""What a check finds: flags, the words that raised them, and how much each weighs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Strength(StrEnum):
    """Strong: no honest employer needs this. Weak: honest offers do it too; several together say more than one."""

    WEAK = "weak"
    STRONG = "strong"


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """Characters of the advert, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A flag raised by words of the advert, or by something that isn't said in it (`spans` is empty then).

    `hints` is how many different phrases hint at it within a sentence, counted until they are enough to be sure; where
    a phrase says it, it is 0.
    """

    flag: str
    strength: Strength
    spans: tuple[Span, ...] = ()
    hints: int = 0

    @property
    def is_absence(self) -> bool:
        """Whether what raised the flag is that something isn't said."""
        return not self.spans


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found, strong flags first; `words` is how long the advert is, `is_short` that it says little."""

    language: str
    findings: tuple[Finding, ...]
    words: int
    is_short: bool

    @property
    def flags(self) -> frozenset[str]:
        """The keys of all flags raised."""
        return frozenset(finding.flag for finding in self.findings)

    @property
    def strong(self) -> frozenset[str]:
        """The keys of the strong flags raised."""
        return frozenset(finding.flag for finding in self.findings if finding.strength is Strength.STRONG)


def joined(spans: list[Span]) -> tuple[Span, ...]:
    """The same characters with overlapping spans made one, in order."""
    found: list[Span] = []
    for span in sorted(set(spans)):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
