"""Addresses for search engines, each with the same page in other languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True)
class Place:
    """A page's whole address, when its words changed, and its addresses by language."""

    address: str
    changed: datetime | None = None
    languages: Mapping[str, str] = field(default_factory=dict)


def sitemap(places: Iterable[Place]) -> str:
    return f'{OPENING}<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">\n{"".join(map(_url, places))}</urlset>\n'


def sitemap_index(addresses: Iterable[str]) -> str:
    lines = "".join(f"<sitemap><loc>{escape(address)}</loc></sitemap>\n" for address in addresses)
    return f'{OPENING}<sitemapindex xmlns="{SITEMAP}">\n{lines}</sitemapindex>\n'


def _url(place: Place) -> str:
    changed = f"<lastmod>{place.changed.isoformat(timespec='seconds')}</lastmod>" if place.changed else ""
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(address)}/>'
        for code, address in place.languages.items()
    )
    return f"<url><loc>{escape(place.address)}</loc>{changed}{others}</url>\n"
