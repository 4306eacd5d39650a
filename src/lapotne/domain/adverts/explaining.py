"""Which phrases of the rules stand in an advert, and what each does there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lapotne.domain.adverts.examining import Examined
from lapotne.domain.adverts.findings import Span


@dataclass(frozen=True, slots=True)
class Reason:
    """A phrase found for a flag: `effect` is raised, hinted, cleared or denied."""

    flag: str
    effect: str
    phrase: str
    spans: tuple[Span, ...]


def reasons(seen: Examined) -> Iterator[Reason]:
    """Every phrase found, by flag; one that raises in a sentence that is cleared stands beside the one that clears."""
    for flag, rules in seen.rules.flags.items():
        for effect, phrases in (("raised", rules.says), ("hinted", rules.hints)):
            for phrase in phrases:
                said = seen.says([phrase])
                for match in seen.matches([phrase]):
                    done = effect if match in said else "denied"
                    yield Reason(flag, done, phrase.written, tuple(seen.spans(match)))
        for effect, phrases in (("raised", rules.denies), ("cleared", rules.unless)):
            for phrase in phrases:
                for match in seen.matches([phrase]):
                    yield Reason(flag, effect, phrase.written, tuple(seen.spans(match)))
