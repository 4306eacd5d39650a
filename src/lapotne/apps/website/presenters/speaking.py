"""Who speaks a language that the caller chose: they come first, the others unfold after them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lapotne.apps.website.presenters.reader import Reader, language_name, sorted_languages
from lapotne.domain.mechanism.helping import Helper


@dataclass(frozen=True, slots=True)
class Speaking:
    """`options`: the languages to choose from, as a list's entries. `note`: what to do where nobody speaks it."""

    chosen: str
    name: str
    options: SafeString
    note: str = ""


def speaking(helpers: Iterable[Helper], reader: Reader) -> Speaking:
    chosen = reader.speaks
    known = [helper.languages for helper in helpers if helper.languages]
    codes = frozenset[str]().union(*known)
    name = language_name(chosen, reader.language) if chosen else ""
    note = ""
    if chosen and chosen not in codes:
        note = _("Nobody here is listed with this language: {language}. Call and ask for an interpreter.")
    return Speaking(chosen, name, _options(codes, chosen, reader.language), note.format(language=name))


def speakers_first(helpers: Sequence[Helper], language: str) -> tuple[list[Helper], list[Helper]]:
    """Who speaks a language, and the others; where nobody does, or none was chosen, there are no others."""
    speakers = [helper for helper in helpers if language in (helper.languages or ())]
    if not speakers:
        return list(helpers), []
    return speakers, [helper for helper in helpers if helper not in speakers]


@lru_cache(maxsize=1024)
def _options(codes: frozenset[str], chosen: str, reader: str) -> SafeString:
    # Another page may have offered a language that nobody speaks here; the list still says what was chosen.
    listed = sorted_languages({*codes, chosen} - {""}, reader)
    entries = ((code, " selected" if code == chosen else "", language_name(code, reader)) for code in listed)
    return format_html_join("", '<option value="{}"{}>{}</option>', entries)
