"""A page of content as its template shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString

from lapotne.adapters.content.blocks import WHOLE
from lapotne.adapters.content.inline import html_of
from lapotne.apps.library.models import ContentPage, Review, Wording
from lapotne.apps.library.presenters.attached import File, Picture, Town, adopters_of, files_of, pictures_of
from lapotne.apps.library.queries.site import Entry, Site, site
from lapotne.apps.library.queries.texts import content_of, kind_of
from lapotne.apps.library.queries.texts import pictures_of as pictures_on
from lapotne.apps.library.queries.wordings import path_of

TOOLS = {"help": "website:help", "adverts": "website:offer", "law": "rulebooks:law", "leave": "website:leave"}


@dataclass(frozen=True)
class Part:
    """A block: one text as HTML, or several."""

    kind: str
    html: SafeString
    items: tuple[SafeString, ...] = ()


@dataclass(frozen=True)
class Shown:
    """A page in the reader's language."""

    entry: Entry
    title: str
    summary: SafeString
    more: dict[str, SafeString]
    sections: dict[str, list[Part]]
    parts: list[Part]
    above: list[Entry]
    below: list[Entry]
    page: ContentPage
    review: Review | None
    files: list[File]
    pictures: list[Picture]
    adopters: list[Town]


def shown(wording: Wording, entry: Entry, site: Site, page: ContentPage, review: Review | None) -> Shown:
    links, page = Links(site, entry.language), page.specific
    content = wording.content
    more = {name: links.html(text) for name, text in content["more"].items()}
    sections = {name: list(parts_of(blocks, links)) for name, blocks in content.get("sections", {}).items()}
    parts = list(parts_of(content["blocks"], links))
    above, below = site.above(entry), site.below(entry) if entry.path else []
    # What went live before wordings named the pictures is shown with those that the page has.
    pictures = pictures_of(content.get("pictures") or pictures_on(page))
    return Shown(
        entry, content["title"], links.html(content["summary"]), more, sections, parts, above, below, page, review,
        files_of(page), pictures, adopters_of(page, entry.language),
    )  # fmt: skip


def drafted(page: ContentPage) -> Shown:
    """A page that may never have been public, as it stands in the editor."""
    language, known = page.locale.language_code, site()
    about = (page.title, page.summary, 0, page.path, page.safety_critical)
    entry = Entry(page.key, language, path_of(page), kind_of(page), *about)
    return shown(Wording(page=page, content=content_of(page)), entry, known, page, None)


@dataclass(frozen=True)
class Links:
    """What the addresses of the files' format lead to, in a language."""

    site: Site
    language: str

    def html(self, text: str) -> SafeString:
        return SafeString(html_of(text, self.address))

    def address(self, written: str) -> str | None:
        scheme, _, target = written.partition(":")
        if scheme == "page":
            return self.page(target)
        if scheme == "tool":
            return tool(target)
        return written

    def page(self, key: str) -> str | None:
        """A page that isn't in this language has an address all the same, which says in which it is."""
        key, _, anchor = key.partition("#")
        known = self.site.by_key.get(key)
        if not known:
            return None
        entry = known.get(self.language) or next(iter(known.values()))
        return address_of(entry.path, self.language) + (f"#{escape(anchor)}" if anchor else "")


def tool(name: str) -> str | None:
    try:
        return reverse(TOOLS[name])
    except (KeyError, NoReverseMatch):
        return None


def address_of(path: str, language: str) -> str:
    return f"/{language}/{path}/" if path else f"/{language}/"


def parts_of(blocks: Iterable[tuple[str, list[str]]], links: Links) -> Iterable[Part]:
    for kind, texts in blocks:
        html = tuple(links.html(text) for text in texts)
        yield Part(kind, html[0]) if kind in WHOLE else Part(kind, SafeString(), html)


def alternates(entries: dict[str, Entry]) -> list[str]:
    """For programs: the languages in which this page really is."""
    pattern = '<link rel="alternate" hreflang="{}" href="{}">'
    return [pattern.format(code, address_of(entry.path, code)) for code, entry in sorted(entries.items())]


def languages(entries: dict[str, Entry]) -> list[tuple[str, str, str, str]]:
    """Code, the language's own name, the title and the address, in our order."""
    names = dict(settings.LANGUAGES)
    return [
        (code, name, entries[code].title, address_of(entries[code].path, code))
        for code, name in names.items()
        if code in entries
    ]
