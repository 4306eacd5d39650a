"""How each page stands in each language: missing, in translation, outdated since a day, or up to date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from django.db.models import Count, F
from wagtail_localize.models import StringSegment, Translation

from lapotne.apps.library.models import ContentPage, Wording
from lapotne.apps.municipalities.models import Municipality


class State(StrEnum):
    """The worst comes first."""

    MISSING = "missing"
    OUTDATED = "outdated"
    BEGUN = "in_translation"
    CURRENT = "up_to_date"
    SOURCE = "source"


TO_DO = (State.MISSING, State.OUTDATED, State.BEGUN)


@dataclass(frozen=True)
class Standing:
    """A page in a language; `page` is its number in the editor where there is one."""

    state: State
    since: datetime | None = None
    done: int = 0
    total: int = 0
    page: int | None = None


@dataclass(frozen=True)
class Row:
    """A page in all languages; `titles` are those that readers see, by language, and the source's own."""

    key: str
    titles: Mapping[str, str]
    source: str
    number: int
    safety_critical: bool
    municipality: Municipality | None
    place: str
    standings: Mapping[str, Standing]

    @property
    def open(self) -> int:
        """In how many languages something is to do."""
        return sum(one.state in TO_DO for one in self.standings.values())


type Said = Sequence[tuple[str, str, datetime]]
"""Wordings, oldest first: digest, the source's digest, since when."""


def standing(page: ContentPage | None, said: Said, source: Said, progress: tuple[int, int] | None) -> Standing:
    """How a translation stands beside what its source said."""
    number = page.pk if page else None
    done, total = progress or (0, 0)
    if not (page and page.live and said):
        begun = progress is not None or bool(page and page.latest_revision_id)
        return Standing(State.BEGUN if begun else State.MISSING, None, done, total, number)
    since = outdated_since(said[-1][1], source)
    if since is None:
        return Standing(State.CURRENT, said[-1][2], done, total, number)
    return Standing(State.OUTDATED, since, done, total, number)


def outdated_since(translated: str, source: Said) -> datetime | None:
    """Since when the source says something else than what was translated; nothing while it says the same."""
    return None if not source or translated == source[-1][0] else changed_at(translated, source)


def changed_at(translated: str, source: Said) -> datetime:
    """When the source first said something else than what was translated; the last change where nobody knows."""
    for (digest, *_), (*_, later) in reversed(list(pairwise(source))):
        if digest == translated:
            return later
    return source[-1][2]


def shown_outdated_since(wording: Wording, language: str) -> datetime | None:
    """The same of the words that readers of a language see; one look-up where they are a translation."""
    page = wording.page
    if page.source == language:
        return None
    source = Wording.objects.filter(
        page__key=page.key, page__alias_of=None, page__locale__language_code=page.source
    ).order_by("pk")
    return outdated_since(wording.of, list(source.values_list("digest", "of", "at")))


def board(languages: Sequence[str]) -> list[Row]:
    """Every page that was public in its first language, in five look-ups however many there are."""
    by_key: dict[str, dict[str, ContentPage]] = defaultdict(dict)
    pages = ContentPage.objects.filter(alias_of=None).select_related("locale", "municipality__country")
    for page in pages.defer("body", "from_file", "from_page_file"):
        by_key[page.key][page.locale.language_code] = page
    said, progress = _said(), _progress()
    found = [_row(key, known, said, progress, languages) for key, known in by_key.items()]
    return [row for row in found if row is not None]


def _row(
    key: str,
    known: Mapping[str, ContentPage],
    said: Mapping[int, Said],
    progress: Mapping[tuple[str, str], tuple[int, int]],
    languages: Sequence[str],
) -> Row | None:
    first = next(iter(known.values()))
    source = known.get(first.source, first)
    own = said.get(source.pk, ())
    if not own:
        return None
    standings = {}
    for code in languages:
        page = known.get(code)
        if page is source:
            standings[code] = Standing(State.SOURCE, own[-1][2] if own else None, page=page.pk)
        else:
            words = said.get(page.pk, ()) if page else ()
            standings[code] = standing(page, words, own, progress.get((str(source.translation_key), code)))
    titles = {code: page.title for code, page in known.items() if page.live or page is source}
    return Row(
        key, titles, source.source, source.pk, source.safety_critical, source.municipality, source.path, standings
    )


def _said() -> dict[int, list[tuple[str, str, datetime]]]:
    said: dict[int, list[tuple[str, str, datetime]]] = defaultdict(list)
    for page, *words in Wording.objects.order_by("pk").values_list("page_id", "digest", "of", "at"):
        said[page].append(tuple(words))
    return said


def _progress() -> dict[tuple[str, str], tuple[int, int]]:
    """Parts done and all parts, by the page's translation key and the language, where translating has begun."""
    total = dict(StringSegment.objects.values_list("source").annotate(count=Count("pk")))
    translated = StringSegment.objects.filter(
        string__translations__context=F("context"), string__translations__has_error=False
    )
    done = {
        (source, locale): count
        for source, locale, count in translated.values_list("source", "string__translations__locale").annotate(
            count=Count("pk")
        )
    }
    begun = Translation.objects.filter(enabled=True).values_list(
        "source", "source__object", "target_locale", "target_locale__language_code"
    )
    return {
        (str(key), code): (done.get((source, locale), 0), total.get(source, 0)) for source, key, locale, code in begun
    }
