"""What the reader of a translation is told when the text it was made from changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lapotne.apps.library.models import Wording
from lapotne.apps.library.presenters.shown import languages
from lapotne.apps.library.queries.site import Entry, Site
from lapotne.apps.library.queries.states import shown_outdated_since


@dataclass(frozen=True)
class Outdated:
    """Since when; `newest` is the page in the language it was written in, or nothing where that was withdrawn."""

    since: datetime
    newest: list[tuple[str, str, str, str]]


def outdated(wording: Wording, entry: Entry, site: Site) -> Outdated | None:
    since, source = shown_outdated_since(wording, entry.language), wording.page.source
    if since is None:
        return None
    written = site.by_key[entry.key].get(source)
    return Outdated(since, languages({source: written} if written else {}))
