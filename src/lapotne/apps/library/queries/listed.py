"""Pages of one kind in one language, with their own facts: what lists, feeds and calendars are made of."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from lapotne.apps.library.models import ContentPage, Wording
from lapotne.apps.library.queries.site import Entry, Site
from lapotne.apps.library.queries.texts import MODELS
from lapotne.apps.library.queries.wordings import shown

HEAVY = ("body", "from_file", "from_page_file", "sources")
"""Columns that no list shows."""


@dataclass(frozen=True)
class Listed[P: ContentPage]:
    """A page as its readers find it: its entry, its facts, further texts, and when these words went live."""

    entry: Entry
    page: P
    more: dict[str, str]
    at: datetime


def listed(kind: str, language: str, site: Site, **chosen: Any) -> list[Listed[Any]]:
    """All of a kind in a language, in the order of the tree; three look-ups however many there are.

    `chosen` are conditions on the pages of that kind.
    """
    found = MODELS[kind].objects.filter(live=True, alias_of=None, locale__language_code=language, **chosen)
    pages = found.select_related("municipality__country").defer(*HEAVY).order_by("path")
    public = [(site.by_key.get(page.key, {}).get(language), page) for page in pages]
    words = _words([entry.number for entry, _ in public if entry])
    return [Listed(entry, page, *words[entry.number]) for entry, page in public if entry and entry.number in words]


def _words(numbers: list[int]) -> dict[int, tuple[dict[str, str], datetime]]:
    rows = Wording.objects.filter(pk__in=numbers).values_list("pk", "content__more", "at")
    return {number: (more or {}, at) for number, more, at in rows}


def has_any(kind: str, site: Site) -> bool:
    """Whether there is a page of a kind in any language."""
    return any(entry.kind == kind for entry in site.by_path.values())


def keys_of(kind: str, *conditions: Q, **chosen: Any) -> set[str]:
    """The keys of public pages of a kind in any language that meet the conditions."""
    found = MODELS[kind].objects.filter(*conditions, live=True, alias_of=None, **chosen)
    return set(found.values_list("key", flat=True))


def keys_between(first: date, before: date) -> set[str]:
    """The same for what happens on days from the first to the one before the last, in the country's calendar."""
    goes_on = Q(starts__date__gte=first) | Q(ends__date__gte=first)
    return keys_of("event", goes_on, starts__date__lt=before)


def elsewhere(kind: str, language: str, site: Site, keys: Container[str] | None = None) -> list[set[str]]:
    """For each page of a kind that this language lacks, the languages that have it; `keys` leaves out all others."""
    lacking = (found for key, found in site.by_key.items() if language not in found and (keys is None or key in keys))
    in_which = ({code for code, entry in found.items() if entry.kind == kind} for found in lacking)
    return [codes for codes in in_which if codes]


def changed_last() -> datetime | None:
    """When any words went live last."""
    return Wording.objects.order_by("-pk").values_list("at", flat=True).first()


def changes() -> dict[int, datetime]:
    """When each wording that is shown went live, by its number."""
    return dict(shown().values_list("pk", "at"))
