"""An advert in two languages: what each of them says is looked at with its own rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lapotne.domain.adverts.checking import LONGEST, check, merged
from lapotne.domain.adverts.findings import Finding, Report, Strength
from lapotne.domain.adverts.guessing import weights
from lapotne.domain.adverts.rules import LanguageRules
from lapotne.domain.adverts.unmasking import unmasked

SENTENCE = re.compile(r"[^.!?…\n]+[.!?…\n]*")
SHORTEST = 24
"""Letters of a sentence whose language can be told."""

LEAST, SURE = 1.0, 3.0
"""By how much another language must outweigh the text's own in a sentence, and in all such sentences together."""

AKIN = ({"da", "nb", "sv"}, {"ru", "uk"})
"""Languages whose sentences are taken for one another's."""


def check_offer(
    text: str, rules: Mapping[str, LanguageRules], common: Mapping[str, frozenset[str]], language: str
) -> Report:
    """What an advert says in its language, and what it says in another beside it."""
    text = text[:LONGEST]
    report = check(text, rules[language])
    found = {one.flag: one for one in report.findings}
    part = _rest(text, common, language)
    if part and (other := _other(part, common, language, SURE)):
        for one in check(part, rules[other]).findings:
            if not one.is_absence:
                found[one.flag] = merged(found.get(one.flag), one)
    return replace(report, findings=tuple(sorted(found.values(), key=_is_weak)))


def _is_weak(finding: Finding) -> bool:
    return finding.strength is Strength.WEAK


def _rest(text: str, common: Mapping[str, frozenset[str]], language: str) -> str:
    """The text with nothing but its sentences that aren't in its own language, each at its place."""
    sole = common[language].difference(*(small for one, small in common.items() if one != language))
    # A small word that no other language has tells soonest that a sentence is the text's own.
    unsure = [(start, end) for start, end in _sentences(text) if sole.isdisjoint(text[start:end].casefold().split())]
    return _alone(text, [(start, end) for start, end in unsure if _other(text[start:end], common, language)])


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in SENTENCE.finditer(text) if len(found[0].strip()) >= SHORTEST)


def _other(said: str, common: Mapping[str, frozenset[str]], language: str, margin: float = LEAST) -> str:
    """The language of what is said, where it is surely not the text's own; else nothing."""
    weighed = weights(unmasked(said).text, common)
    best = max(weighed, key=lambda one: weighed[one])
    is_akin = any({best, language} <= kin for kin in AKIN)
    return best if not is_akin and weighed[best] - weighed.get(language, 0) >= margin else ""


def _alone(text: str, parts: list[tuple[int, int]]) -> str:
    """The text with spaces for all that isn't in the parts."""
    found, end = "", 0
    for start, stop in parts:
        found, end = found + " " * (start - end) + text[start:stop], stop
    return found
