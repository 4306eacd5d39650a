"""Pages of one kind in one language, with their own facts: what lists, feeds and calendars are made of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

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


def elsewhere(kind: str, language: str, site: Site) -> Counter[str]:
    """How many pages of a kind each other language has that this one lacks."""
    lacking = (known for known in site.by_key.values() if language not in known)
    return Counter(code for known in lacking for code, entry in known.items() if entry.kind == kind)


def total_elsewhere(kind: str, language: str, site: Site) -> int:
    """How many pages of a kind this language lacks, each counted once."""
    lacking = (known for known in site.by_key.values() if language not in known)
    return sum(any(entry.kind == kind for entry in known.values()) for known in lacking)


def changed_last() -> datetime | None:
    """When any words went live last."""
    return Wording.objects.order_by("-pk").values_list("at", flat=True).first()


def changes() -> dict[int, datetime]:
    """When each wording that is shown went live, by its number."""
    return dict(shown().values_list("pk", "at"))
