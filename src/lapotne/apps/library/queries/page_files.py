"""The page.yaml of a page: what all its languages share, and the files that lie beside it."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from wagtail.models import PageLogEntry

from lapotne.adapters.content.kinds import OF_KIND, is_sources
from lapotne.adapters.content.reading import LAST
from lapotne.adapters.yaml_text.reading import read_tree
from lapotne.apps.library.models import ContentPage, EventPage, GalleryPage, Picture, PublicationPage, PublishedFile
from lapotne.apps.library.models.page import HOMES
from lapotne.apps.library.queries import pages, wordings
from lapotne.apps.library.queries.edits import is_rewritten
from lapotne.apps.library.queries.texts import kind_of

PLAIN = re.compile(r"[^\W\d_](?:[^:#\"'\n\r\[\]{},&*]|:(?! ))*[^:#\"'\s\[\]{},&*]")
"""A text that YAML reads as itself without quotes."""

BESIDE = ("files", "pictures")
"""What names the files beside it."""

STEP = 10
REORDERED = "wagtail.reorder"
"""What the editor's log calls it."""


class UnwritableError(ValueError):
    """A page whose file would be no file."""


def written_page(page: ContentPage) -> str:
    """What all languages share, from the source's page."""
    said = said_of(page)
    path, order = path_of(page, said), order_of(page, said)
    if page.from_page_file and not is_rewritten(page) and is_where_its_file_says(page):
        return page.from_page_file
    if not is_sources(page.sources):
        message = "its sources aren't a list in which each has a title; mend them in the editor"
        raise UnwritableError(message)
    return "".join(f"{line}\n" for line in _facts(page, path, order))


def beside(page: ContentPage) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the documents and covers of a publication, and of the pictures of a gallery."""
    named = names_beside(page)
    for kept in dict.fromkeys(_kept(page)):
        with kept.file.open("rb") as opened:
            yield named[kept], opened.read()


def names_beside(page: ContentPage) -> dict[Any, str]:
    """As each file was called that was loaded, the others as they are kept; with its number where a name is taken."""
    named: dict[Any, str] = {}
    for kept in sorted(dict.fromkeys(_kept(page)), key=lambda kept: not _own_name(page, kept)):
        name = _own_name(page, kept) or Path(kept.file.name).name
        named[kept] = f"{kept.pk}-{name}" if name in named.values() else name
    return named


def _kept(page: ContentPage) -> Iterator[Any]:
    for file in _published(page):
        yield from filter(None, (file.document, file.cover))
    yield from (picture.image for picture in _pictures(page))


def _own_name(page: ContentPage, kept: Any) -> str:
    key, _, name = kept.title.partition("/")
    return name if key == page.key and name and "/" not in name else ""


def path_of(page: ContentPage, said: dict[str, Any]) -> str:
    """The file's while the page lies where loading that file puts it, else where it was moved to."""
    path = said.get("path") or ""
    if page.depth <= HOMES:
        return path
    if not path:
        return wordings.path_of(page)
    above = pages.above(path, page.language)
    is_there = page.is_child_of(above) and page.slug == path.rpartition("/")[2]
    return path if is_there else wordings.path_of(page)


def order_of(page: ContentPage, said: dict[str, Any]) -> int | None:
    """The file's, unless somebody put its neighbours into another order than their files do."""
    beside_it = list(ContentPage.objects.sibling_of(page).filter(alias_of=None).order_by("path"))
    moved = PageLogEntry.objects.filter(action=REORDERED, page_id__in=[one.pk for one in beside_it]).exists()
    if not moved:
        return said.get("order")
    places = [place_said(fact) for fact in map(said_of, beside_it)]
    if places == sorted(places):
        return said.get("order")
    return STEP * (1 + [one.pk for one in beside_it].index(page.pk))


def place_said(facts: Mapping[str, Any]) -> tuple[int, str]:
    """How pages of one level are put into order."""
    return facts.get("order", LAST), facts.get("path") or ""


def is_where_its_file_says(page: ContentPage) -> bool:
    """Of the file that it was loaded from: nobody moved it since, nor put its neighbours into another order."""
    said = said_of(page)
    return (path_of(page, said), order_of(page, said)) == (said.get("path") or "", said.get("order"))


def said_of(page: ContentPage) -> dict[str, Any]:
    """What the file said from which the page was loaded."""
    tree, _ = read_tree(page.from_page_file, page.key) if page.from_page_file else (None, [])
    return tree.value if tree and isinstance(tree.value, dict) else {}


def _facts(page: ContentPage, path: str, order: int | None) -> Iterator[str]:
    yield f"kind: {kind_of(page)}"
    yield f"path: {path or page.key}"
    if order is not None:
        yield f"order: {order}"
    yield f"source: {page.source}"
    yield f"dated: {page.dated or timezone.localdate(page.last_published_at)}"
    yield f"safety_critical: {str(page.safety_critical).lower()}"
    if page.municipality:
        yield f"municipality: {page.municipality.key}"
    for name in OF_KIND.get(kind_of(page), ()):
        if name not in BESIDE and (value := getattr(page, name, None)):
            yield f"{name}: {_fact(page, value)}"
    named = names_beside(page)
    yield from _listed("files", [_file(file, named) for file in _published(page)])
    if pictures := _pictures(page):
        yield f"pictures: [{', '.join(named[picture.image] for picture in pictures)}]"
    yield from _listed("sources", page.sources)


def _listed(name: str, listed: list[dict[str, Any]]) -> Iterator[str]:
    if listed:
        yield f"{name}:"
    for one in listed:
        said = ", ".join(f"{key}: {_inline(value)}" for key, value in one.items() if value)
        yield f"  - {{{said}}}"


def _inline(value: object) -> str:
    return "true" if value is True else quoted(str(value), always=True)


def _published(page: ContentPage) -> list[PublishedFile]:
    return list(page.published_files.all()) if isinstance(page, PublicationPage) else []


def _pictures(page: ContentPage) -> list[Picture]:
    return list(page.pictures.all()) if isinstance(page, GalleryPage) else []


def _file(file: PublishedFile, named: Mapping[Any, str]) -> dict[str, Any]:
    return {
        "language": file.language,
        "address": file.address,
        "file": file.document and named[file.document],
        "cover": file.cover and named[file.cover],
        "checked_for_accessibility": file.checked_for_accessibility,
    }


def _fact(page: ContentPage, value: object) -> str:
    if isinstance(value, datetime):
        local = value.astimezone(ZoneInfo(settings.TIME_ZONE))
        is_day = isinstance(page, EventPage) and page.all_day
        return str(local.date()) if is_day else local.strftime("%Y-%m-%dT%H:%M")
    if isinstance(value, list):
        return f"[{', '.join(map(str, value))}]"
    return str(value) if isinstance(value, date) else quoted(str(value))


def quoted(text: str, *, always: bool = False) -> str:
    """A text as YAML, on one line; its own lines are kept."""
    if not always and PLAIN.fullmatch(text) and text.lower() not in ("true", "false", "null", "yes", "no"):
        return text
    return json.dumps(text, ensure_ascii=False)
