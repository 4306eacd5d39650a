"""What a page tells programs of itself in its head: its own address, its languages, how it is shared, what it is.

None of it says more than the page's title, which is neutral: whoever shares an address shows it to others.
"""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from lapotne.apps.library.models import ContentPage
from lapotne.apps.library.presenters.happening import moments
from lapotne.apps.library.presenters.shown import Shown, address_of
from lapotne.apps.library.queries.site import Entry
from lapotne.apps.municipalities.presenters import name

NAME = "Lapotne"
LINK = '<link rel="{}" href="{}"{}>'
ARTICLES = {"article": "Article", "news": "NewsArticle", "practice": "Article", "campaign": "Article"}
HARMLESS = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
"""In a script's text nothing may look like its end."""


def described(shown: Shown, known: Mapping[str, Entry], host: str) -> SafeString:
    """For a page of content, which may not be there in every language."""
    entry = shown.entry
    address = host + address_of(entry.path, entry.language)
    others = {code: host + address_of(other.path, code) for code, other in sorted(known.items())}
    return SafeString(
        "\n".join([*links(address, others), *shared(shown, address), data_block(data_of(shown, address, host))])
    )


def links(address: str, others: Mapping[str, str]) -> list[str]:
    alternates = [LINK.format("alternate", escape(one), f' hreflang="{code}"') for code, one in others.items()]
    return [LINK.format("canonical", escape(address), ""), *alternates]


def shared(shown: Shown, address: str) -> list[str]:
    """What others see where the address is shared (Open Graph)."""
    kind = "article" if shown.entry.kind in ARTICLES else "website"
    said = {"site_name": NAME, "type": kind, "title": shown.title, "url": address, "locale": shown.entry.language}
    return [format_html('<meta property="og:{}" content="{}">', *pair) for pair in said.items()]


def data_block(data: Mapping[str, Any]) -> SafeString:
    """Data, which no browser runs: the policy that forbids scripts in pages stays as it is."""
    written = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False).translate(HARMLESS)
    return SafeString(f'<script type="application/ld+json">{written}</script>')


def organization(host: str) -> dict[str, Any]:
    return {"@type": "Organization", "name": NAME, "url": f"{host}/"}


def data_of(shown: Shown, address: str, host: str) -> dict[str, Any]:
    """What the page is, in the words of schema.org."""
    common = {"url": address, "inLanguage": shown.entry.language}
    page, kind = shown.page, shown.entry.kind
    if kind == "home":
        return organization(host)
    if kind == "event" and getattr(page, "starts", None):
        return {"@type": "Event", "name": shown.title, **common, **event(shown, page), "organizer": organization(host)}
    if kind in ARTICLES:
        days = {"datePublished": getattr(page, "published", None) or page.dated, "dateModified": page.last_published_at}
        dated = {key: day.isoformat() for key, day in days.items() if day}
        by = organization(host)
        return {"@type": ARTICLES[kind], "headline": shown.title, **common, **dated, "author": by, "publisher": by}
    return {"@type": "WebPage", "name": shown.title, **common}


def event(shown: Shown, page: ContentPage) -> dict[str, Any]:
    """When and where; the place by its own name, else by the municipality's."""
    starts, ends = moments(page)  # type: ignore[arg-type]
    town = name(page.municipality, shown.entry.language) if page.municipality else ""
    place = str(shown.more.get("place", "")) or town
    return {
        "startDate": starts.isoformat(),
        **({"endDate": ends.isoformat()} if ends else {}),
        **({"location": {"@type": "Place", "name": place, "address": town or place}} if place else {}),
        "eventStatus": "https://schema.org/EventScheduled",
    }
