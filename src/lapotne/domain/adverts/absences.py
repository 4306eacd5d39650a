"""What an advert doesn't say: who offers the work, how to trace them, and what the terms are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lapotne.domain.adverts.contacts import Way
from lapotne.domain.adverts.examining import Examined
from lapotne.domain.adverts.findings import Span

LEAST_WORDS = 6
"""A text shorter than this isn't an offer yet: nothing is missing from it."""

SHORT = 25
"""Below so many words an advert has little room, so that what it doesn't say tells little."""

REGISTRY_NEAR = 40
QUOTES = "„“”«»\"‚‘'"
CAPITAL_NOUNS = frozenset(("de",))
"""Languages that write all nouns with capitals, so that one beside a hotel needn't be the hotel's name."""

NUMBER = re.compile(r"[\s:.,№#-]*(?:\w{1,8}[\s:.№#-]+){0,2}[A-Z]{0,3}[ -]?\d[\d -]{3,14}\d\b")
POSTAL = re.compile(r"\b(?:LV|LT)-?\d{4,5}\b|(?<![\d-])\d{2}-\d{3}(?=\s+[A-ZŁŚŻŹĆÓ])|\b\d{5,6}\s+[A-ZÄÖÜÕÅÆØА-Я]\w{2,}")


def is_short(examined: Examined) -> bool:
    """Whether there is too little text for what is missing to tell much."""
    return examined.advert.words < SHORT


def is_offer(examined: Examined) -> bool:
    """Whether there is enough text to miss something in."""
    return examined.advert.words >= LEAST_WORDS


def has_employer(examined: Examined, ways: Sequence[Way]) -> bool:
    """Whether somebody is named: a company, an institution, a register number, a web or mail address of their own."""
    return (
        any(way.is_firm for way in ways)
        or _has_legal_form(examined)
        or _is_named(examined)
        or _is_registered(examined)
        or has_address(examined, ways)
    )


def is_company(examined: Examined) -> bool:
    """Whether a company is named as the law has it: by its form or its register number."""
    return _has_legal_form(examined) or _is_registered(examined)


def _has_legal_form(examined: Examined) -> bool:
    """SIA, UAB, Sp. z o.o.: beside a name, and written in the letters that the law gives it."""
    forms = examined.rules.shared.legal_forms
    return bool(forms) and bool(_beside_a_name(forms).search(examined.advert.text))


@cache
def _beside_a_name(forms: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(map(re.escape, forms))
    name = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯІЇЄҐ][\w&.-]+"
    return re.compile(rf"(?<!\w)(?:{either})\s+[«„“\"]?{name}|{name}[»“”\"]?,?\s+(?:{either})(?!\w)")


def _is_named(examined: Examined) -> bool:
    """A kind of house with its name beside it: Hotel Kastanie, Liepkalnu pansionāts; a country isn't its name."""
    tokens, parts = examined.tokens, examined.rules.parts
    if any(_is_called(examined, match.first - 1) for match in examined.matches(examined.rules.shared.councils)):
        return True
    countries = {at for match in examined.matches(parts.get("places", ())) for at in match.positions}
    for match in examined.matches(parts.get("organisations", ())):
        beside = [at for at in (match.first - 1, match.last + 1) if 0 <= at < len(tokens) and at not in countries]
        if any(_is_name(examined, at) and tokens[at].clause == tokens[match.first].clause for at in beside):
            return True
    return False


def _is_called(examined: Examined, at: int) -> bool:
    """A town before its council: Strandby kommun, Liivaküla vald; it may begin its sentence."""
    return at >= 0 and examined.tokens[at].is_capital and at not in examined.known and _is_beside(examined, at)


def _is_beside(examined: Examined, at: int) -> bool:
    """Whether nothing but a blank stands between a word and the next one."""
    return examined.advert.text[examined.tokens[at].end : examined.tokens[at + 1].start] == " "


def _is_name(examined: Examined, at: int) -> bool:
    """A word with a capital that doesn't only begin its sentence."""
    token = examined.tokens[at]
    begins = at == 0 or examined.tokens[at - 1].sentence != token.sentence or _is_answer(examined, at)
    if begins or not token.is_capital or token.is_number:
        return False
    return examined.rules.language not in CAPITAL_NOUNS or _is_proper(examined, at)


def _is_proper(examined: Examined, at: int) -> bool:
    """A noun that is a name where all nouns have capitals: in quotation marks, or right behind and no known word."""
    token = examined.tokens[at]
    if examined.advert.text[token.start - 1] in QUOTES:
        return True
    return at not in examined.known and _is_beside(examined, at - 1)


def _is_answer(examined: Examined, at: int) -> bool:
    """Whether a question mark stands before a word."""
    return "?" in examined.advert.text[examined.tokens[at - 1].end : examined.tokens[at].start]


def _is_registered(examined: Examined) -> bool:
    """A register number beside the word for it."""
    for match in examined.matches(examined.rules.parts.get("registry", ())):
        after = examined.advert.text[examined.tokens[match.last].end :][:REGISTRY_NEAR]
        if NUMBER.match(after):
            return True
    return False


def untraceable(examined: Examined, ways: Sequence[Way]) -> list[Span] | None:
    """What they can be reached by, where nothing of it leads to an address; None where something does."""
    parts = examined.rules.parts
    if only := examined.marked(examined.says(parts.get("messengers_only", ()))):
        return only
    if any(way.is_firm for way in ways) or has_address(examined, ways) or _is_registered(examined):
        return None
    loose = examined.marked(examined.matches(parts.get("messengers", ()))) + [
        way.span for way in ways if not way.is_phone
    ]
    # A telephone number alone is how small honest employers are reached, if they say who they are.
    if not loose and has_employer(examined, ways):
        return None
    return [*loose, *(way.span for way in ways)] or None


def has_address(examined: Examined, ways: Sequence[Way]) -> bool:
    """A street with a number, or a postal code."""
    tokens = examined.tokens
    for match in examined.matches(examined.rules.parts.get("streets", ())):
        beside = [*tokens[max(0, match.first - 2) : match.first], *tokens[match.last + 1 : match.last + 3]]
        if any(token.is_number for token in beside):
            return True
    phones = [way.span for way in ways if way.is_phone]
    codes = (found.start() for found in POSTAL.finditer(examined.advert.text))
    return any(not any(span.start <= code < span.end for span in phones) for code in codes)
