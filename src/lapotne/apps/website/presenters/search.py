"""What was found, each with a part of its text in which the words sought are marked."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lapotne.adapters.word_forms import WORD
from lapotne.apps.library.models import Findable, FindableKind
from lapotne.apps.library.presenters.shown import address_of
from lapotne.apps.library.queries.findable import SEPARATOR
from lapotne.apps.library.queries.search import Results
from lapotne.apps.library.queries.site import Entry, Site
from lapotne.apps.municipalities.presenters import name
from lapotne.apps.website.presenters.directory import anchor
from lapotne.apps.website.presenters.words import Word

BEFORE, SHOWN = 70, 230


@dataclass(frozen=True)
class Hit:
    title: Word
    address: str
    what: str
    excerpt: SafeString


def hits(results: Results, site: Site) -> list[Hit]:
    """Best first; a page that isn't public any more is left out."""
    is_sought = sought(results)
    return [hit for one in results.found if (hit := _hit(one, site, is_sought))]


def sought(results: Results) -> Callable[[str], bool]:
    def is_sought(word: str) -> bool:
        small = word.casefold()
        return small in results.forms or bool(results.beginnings and small.startswith(results.beginnings))

    return is_sought


def _hit(found: Findable, site: Site, is_sought: Callable[[str], bool]) -> Hit | None:
    entry = site.by_key.get(found.key, {}).get(found.language) if found.kind == FindableKind.PAGE else None
    if found.kind == FindableKind.PAGE and entry is None:
        return None
    title = Word(found.title, found.title_language)
    return Hit(
        title, _address(found, entry), _what(found, entry), excerpt(found.text.replace(SEPARATOR, " · "), is_sought)
    )


def _address(found: Findable, entry: Entry | None) -> str:
    if entry:
        return address_of(entry.path, entry.language)
    if found.kind == FindableKind.NEED:
        return reverse("website:help")
    at = f"#{anchor(found.key.partition('/')[2])}"
    town = found.municipality
    return (reverse("website:institutions", args=[town.key]) if town else reverse("website:directory")) + at


def _what(found: Findable, entry: Entry | None) -> str:
    if found.kind == FindableKind.NEED:
        return _("What somebody may need")
    if found.kind == FindableKind.INSTITUTION:
        return name(found.municipality, found.language) if found.municipality else _("For the whole country")
    kinds = {"news": _("News"), "event": _("Events"), "publication": _("Publications"), "campaign": _("Campaigns"),
             "practice": _("What towns have tried"), "gallery": _("Pictures")}  # fmt: skip
    return kinds.get(entry.kind, "") if entry else ""


def excerpt(text: str, is_sought: Callable[[str], bool]) -> SafeString:
    """The words around the first that was sought, every one of them marked."""
    words = list(WORD.finditer(text))
    first = next((word.start() for word in words if is_sought(word.group())), 0)
    start = max((word.start() for word in words if word.start() <= max(0, first - BEFORE)), default=0)
    end = min((word.end() for word in words if word.end() >= start + SHOWN), default=len(text))
    written, at = [], start
    for word in words:
        if start <= word.start() < end and is_sought(word.group()):
            written += [escape(text[at : word.start()]), f"<mark>{escape(word.group())}</mark>"]
            at = word.end()
    written.append(escape(text[at:end]))
    return SafeString(f"{'… ' if start else ''}{''.join(written)}{' …' if end < len(text) else ''}")
