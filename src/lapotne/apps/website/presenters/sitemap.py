"""All public pages of a language: those of content where they are written, lists, tools and towns everywhere."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from lapotne.adapters.sitemap import Place
from lapotne.apps.library.presenters.shown import address_of
from lapotne.apps.library.queries.listed import has_any
from lapotne.apps.library.queries.site import Site
from lapotne.apps.municipalities.models import Municipality

EVERYWHERE = (
    "website:help", "website:offer", "website:offer_questions", "website:offer_sheet", "rulebooks:law", "website:news",
    "website:events", "website:publications", "website:practices", "website:campaigns", "website:directory",
    "website:search",
)  # fmt: skip
IN_A_TOWN = ("website:help_in_town", "website:institutions", "website:protocol")
CODES = tuple(code for code, _ in settings.LANGUAGES)


def places(
    language: str, site: Site, changed: Mapping[int, datetime], towns: Iterable[Municipality], host: str
) -> Iterator[Place]:
    yield _everywhere(f"/{language}/", language, host)
    for entry in (one for (code, path), one in site.by_path.items() if code == language and path):
        others = {code: host + address_of(one.path, code) for code, one in sorted(site.by_key[entry.key].items())}
        yield Place(host + address_of(entry.path, language), changed.get(entry.number), others)
    with override(language):
        paths = [reverse(name) for name in (*EVERYWHERE, *(["website:galleries"] if has_any("gallery", site) else []))]
        paths += [reverse(name, args=[town.key]) for town in towns for name in IN_A_TOWN]
    yield from (_everywhere(path, language, host) for path in paths)


def _everywhere(path: str, language: str, host: str) -> Place:
    rest = path.removeprefix(f"/{language}/")
    return Place(host + path, None, {code: f"{host}/{code}/{rest}" for code in CODES})
