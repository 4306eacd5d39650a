"""The job-offer check itself: one look over an advert with the rules of its language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from lapotne.domain.adverts import absences, terms
from lapotne.domain.adverts.contacts import ways
from lapotne.domain.adverts.examining import Examined, examined
from lapotne.domain.adverts.findings import Finding, Report, Span, Strength, joined
from lapotne.domain.adverts.pay import asks_skill, high_pay
from lapotne.domain.adverts.phrases import Match
from lapotne.domain.adverts.reading import read
from lapotne.domain.adverts.rules import CONTACT, EMPLOYER, HIGH_PAY, LICENCE, PLACE, TERMS, FlagRules, LanguageRules
from lapotne.domain.adverts.unmasking import unmasked
from lapotne.domain.adverts.weighing import SURE_HINTS, weighed

LONGEST = 10_000
"""Characters that are looked at: ten long adverts."""


def check(text: str, rules: LanguageRules) -> Report:
    """What an advert says or leaves out that should make a reader careful. It never says that an offer is safe."""
    shown = unmasked(text[:LONGEST])
    seen = examined(read(shown.text), rules)
    said = {finding.flag: finding for finding in _said(seen)}
    for finding in _computed(seen):
        said[finding.flag] = merged(said.get(finding.flag), finding)
    order = list(rules.strengths)
    whole = weighed(said.values(), rules.strengths)
    found = sorted(whole, key=lambda one: (one.strength is Strength.WEAK, order.index(one.flag)))
    placed = tuple(replace(one, spans=joined([shown.written(span) for span in one.spans])) for one in found)
    return Report(rules.language, placed, seen.advert.words, absences.is_short(seen))


def _said(seen: Examined) -> Iterator[Finding]:
    """Flags raised by phrases."""
    for flag, rules in seen.rules.flags.items():
        cleared = seen.sentences(rules.unless) | seen.warned
        if flag == TERMS:
            cleared |= terms.paid_sentences(seen)
        if sure := _spans(seen, [*seen.says(rules.says), *seen.matches(rules.denies)], cleared):
            yield Finding(flag, seen.rules.strengths[flag], joined(sure))
        elif hinted := _spans(seen, _hinted(seen, flag, rules), cleared):
            yield Finding(flag, Strength.WEAK, joined(hinted), _hints(seen, rules, cleared))


def _hinted(seen: Examined, flag: str, rules: FlagRules) -> list[Match]:
    """What raises a flag weakly: hints within a sentence, and what is said over two neighbouring ones."""
    if flag not in seen.rules.across:
        return seen.says(rules.hints)
    return [*seen.says(rules.hints), *seen.says(rules.says, reach=1)]


def _hints(seen: Examined, rules: FlagRules, cleared: frozenset[int]) -> int:
    """How many different phrases hint at a flag within a sentence, each by a word of its own, until they are enough."""
    found: list[frozenset[int]] = []
    for one in rules.hints:
        own = [frozenset(match.positions) for match in seen.says([one]) if seen.is_clear(match, cleared)]
        if any(not (first <= second or second <= first) for first, second in product(found, own)):
            return SURE_HINTS
        found += own
    return min(len(found), 1)


def _spans(seen: Examined, found: list[Match], cleared: frozenset[int]) -> list[Span]:
    return seen.marked(match for match in found if seen.is_clear(match, cleared))


def _computed(seen: Examined) -> Iterator[Finding]:
    """Flags raised by amounts, by ways of contact and by what isn't said."""
    strengths, reached = seen.rules.strengths, ways(seen.advert.text, seen.rules.shared)
    is_named = absences.has_employer(seen, reached)
    if spans := high_pay(seen, is_named=is_named):
        yield Finding(HIGH_PAY, strengths[HIGH_PAY], joined(spans))
    if not absences.is_offer(seen):
        return
    if not is_named:
        yield Finding(EMPLOYER, strengths[EMPLOYER])
    if traces := absences.untraceable(seen, reached):
        yield Finding(CONTACT, strengths[CONTACT], joined(traces))
    if terms.missing_terms(seen):
        yield Finding(TERMS, strengths[TERMS])
    if not terms.has_work(seen) and not (is_named and asks_skill(seen)):
        yield Finding(PLACE, strengths[PLACE])
    if agency := _agency_without_licence(seen):
        yield Finding(LICENCE, Strength.WEAK, joined(agency))


def _agency_without_licence(seen: Examined) -> list[Span]:
    """Who places people and names neither a licence nor their company: the words for it. Work abroad alone isn't it."""
    parts = seen.rules.parts
    if seen.matches(parts.get("licence", ())) or absences.is_company(seen):
        return []
    return seen.marked(seen.says(parts.get("agency", ())))


def merged(first: Finding | None, second: Finding) -> Finding:
    """Two findings of one flag as one, as strong as the stronger."""
    if first is None:
        return second
    strength = Strength.STRONG if Strength.STRONG in (first.strength, second.strength) else Strength.WEAK
    return Finding(first.flag, strength, joined([*first.spans, *second.spans]), first.hints)
