"""All that the public can read, as titles and addresses, kept in memory until the stamp changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from uuid import UUID

from django.conf import settings
from django.db.models.fields.json import KT

from lapotne.apps.library.queries import wordings

KINDS_END = "page"


@dataclass(frozen=True)
class Entry:
    """A page in a language as others mention it; `number` is the wording's, `place` its place in the tree."""

    key: str
    language: str
    path: str
    kind: str
    title: str
    summary: str
    number: int
    place: str
    safety_critical: bool


@dataclass(frozen=True)
class Site:
    """Entries by language and path, and by key and language, as of a stamp."""

    stamp: UUID | None
    by_path: Mapping[tuple[str, str], Entry]
    by_key: Mapping[str, Mapping[str, Entry]]

    def below(self, entry: Entry) -> list[Entry]:
        """The pages right below one, in the order of the tree."""
        beginning = f"{entry.path}/" if entry.path else ""
        found = [
            one
            for (language, path), one in self.by_path.items()
            if language == entry.language and path.startswith(beginning) and path and "/" not in path[len(beginning) :]
        ]
        return sorted(found, key=lambda one: one.place)

    def above(self, entry: Entry) -> list[Entry]:
        """The pages above one, from the top, without the home page; one not in this language is left out."""
        steps = entry.path.split("/")
        paths = ["/".join(steps[:count]) for count in range(1, len(steps))]
        return [found for path in paths if (found := self.by_path.get((entry.language, path)))]


class _Memory:
    """What was looked up last, by which stamp, and when that was looked at."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.stamp: UUID | None = None
        self.looked = float("-inf")
        self.site: Site | None = None


_memory = _Memory()


def _stamp() -> UUID | None:
    """The stamp of all that is public, looked up again after settings.STAMP_SECONDS."""
    now = monotonic()
    if now - _memory.looked >= settings.STAMP_SECONDS:
        _memory.stamp, _memory.looked = wordings.stamp(), now
    return _memory.stamp


def site() -> Site:
    """As of the stamp; two look-ups after a change, none otherwise."""
    current = _stamp()
    known = _memory.site
    if known is None or known.stamp != current:
        with _memory.lock:
            known = _memory.site = _read(current)
    return known


def forget() -> None:
    """Look everything up again: something changed in this very process."""
    _memory.looked, _memory.site = float("-inf"), None


def _read(current: UUID | None) -> Site:
    found = wordings.shown().annotate(title=KT("content__title"), summary=KT("content__summary"))
    rows = found.values_list(
        "page__key", "page__locale__language_code", "page__url_path", "page__content_type__model",
        "title", "summary", "pk", "page__path", "page__safety_critical",
    )  # fmt: skip
    by_path: dict[tuple[str, str], Entry] = {}
    by_key: dict[str, dict[str, Entry]] = {}
    for key, language, address, model, title, summary, *rest in rows:
        path = address.strip("/").partition("/")[2]
        entry = Entry(key, language, path, model.removesuffix(KINDS_END), title, summary, *rest)
        by_path[language, path] = entry
        by_key.setdefault(key, {})[language] = entry
    return Site(current, by_path, by_key)
