"""Ways to reach whoever offers the work, and which of them could be traced to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lapotne.domain.adverts.findings import Span
from lapotne.domain.adverts.rules import Shared

MAIL = re.compile(r"[\w.+-]{1,64}@((?:[\w-]{1,63}\.){1,4}[a-z]{2,12})\b", re.IGNORECASE)
WEB = re.compile(
    r"(?<![@\w.])(?:https?://|www\.)?((?:[\w-]{2,63}\.){1,3}[a-z]{2,12})(?:/[\w./-]*)?\b(?![\w.+-]*@)", re.IGNORECASE
)
ENDS = frozenset(
    ("lv", "lt", "ee", "fi", "se", "no", "dk", "pl", "de", "ua", "ru", "by", "com", "org", "net", "eu", "info", "nl",
     "be", "uk", "fr", "es", "it", "at", "ch", "cz", "ie", "is", "example", "io", "biz")
)  # fmt: skip
"""Ends of web addresses that are taken for one where nothing else tells it."""

HANDLE = re.compile(r"(?<![\w.])@[a-z_]\w{3,31}\b|\b(?:t\.me|wa\.me|m\.me|ig\.me)/\S+", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w.])\+?\(?\d[\d \u00a0()./-]{5,18}\d(?!\w)")
DAY_OR_RANGE = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\.?|\d{1,3}(?:[ .]\d{3})*\s*-\s*\d{1,3}(?:[ .]\d{3})*"
    r"|\d{1,2}[.]\d{2}\s*-\s*\d{1,2}[.]\d{2}"
)
LEAST_DIGITS, MOST_DIGITS = 7, 15


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach them; a firm one leads to a name or a register, which no telephone number does."""

    span: Span
    is_firm: bool
    is_phone: bool = False


def ways(text: str, shared: Shared) -> list[Way]:
    """All telephone numbers, e-mail addresses, web addresses and messengers of an advert."""
    return [*_mails(text, shared), *_webs(text, shared), *_phones(text), *_handles(text)]


def _mails(text: str, shared: Shared) -> Iterator[Way]:
    for found in MAIL.finditer(text):
        yield Way(Span(*found.span()), is_firm=not _is_free(found[1], shared))


def _webs(text: str, shared: Shared) -> Iterator[Way]:
    for found in WEB.finditer(text):
        domain, end = found[1].lower(), found[1].rpartition(".")[2]
        is_sure = found[0].lower().startswith(("http", "www."))
        # “experience.No” has lost its blank; the ends of addresses are written small.
        if (is_sure or end in ENDS) and not HANDLE.match(found[0]):
            yield Way(Span(*found.span()), is_firm=not _is_free(domain, shared))


def _is_free(domain: str, shared: Shared) -> bool:
    """Free mail is told by any part of its name: hotmail.com, mail.ru, inbox.lv."""
    return not shared.free_mail.isdisjoint(domain.lower().split("."))


def _phones(text: str) -> Iterator[Way]:
    for found in PHONE.finditer(text):
        digits = sum(letter.isdigit() for letter in found[0])
        if LEAST_DIGITS <= digits <= MOST_DIGITS and not _is_day_or_code(found[0]):
            yield Way(Span(*found.span()), is_firm=False, is_phone=True)


def _is_day_or_code(written: str) -> bool:
    """Days, hours and ranges of money look like telephone numbers and aren't."""
    return bool(DAY_OR_RANGE.fullmatch(written))


def _handles(text: str) -> Iterator[Way]:
    for found in HANDLE.finditer(text):
        yield Way(Span(*found.span()), is_firm=False)
