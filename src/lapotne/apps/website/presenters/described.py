"""What a page of content tells programs of itself, by its kind: when an event is, of which day a piece of news is."""

from collections.abc import Mapping
from typing import Any

from lapotne.adapters.page_head import Shared, organization
from lapotne.apps.library.models import ContentPage
from lapotne.apps.library.presenters.happening import moments
from lapotne.apps.library.presenters.shown import Shown, address_of
from lapotne.apps.library.queries.site import Entry
from lapotne.apps.municipalities.presenters import name

ARTICLES = {"article": "Article", "news": "NewsArticle", "practice": "Article", "campaign": "Article"}


def described(shown: Shown, known: Mapping[str, Entry], host: str) -> Shared:
    """For a page of content, which may not be there in every language."""
    entry = shown.entry
    address = host + address_of(entry.path, entry.language)
    others = {code: host + address_of(other.path, code) for code, other in sorted(known.items())}
    is_article = entry.kind in ARTICLES
    return Shared(
        host, address, entry.language, others, data_of(shown, host),
        titled="headline" if is_article else "name", kind="article" if is_article else "website",
    )  # fmt: skip


def first_page(language: str, codes: list[str], host: str) -> Shared:
    """The first page, which is there in every language, tells who is behind the site."""
    others = {code: host + address_of("", code) for code in codes}
    return Shared(host, host + address_of("", language), language, others, organization(host), titled="")


def data_of(shown: Shown, host: str) -> dict[str, Any]:
    """What the page is, in the words of schema.org; who holds an event is said by no page, so by no data either."""
    page, kind = shown.page, shown.entry.kind
    if kind == "event" and getattr(page, "starts", None):
        return {"@type": "Event", **event(shown, page)}
    if kind in ARTICLES:
        days = {"datePublished": getattr(page, "published", None) or page.dated, "dateModified": page.last_published_at}
        dated = {key: day.isoformat() for key, day in days.items() if day}
        by = organization(host)
        return {"@type": ARTICLES[kind], **dated, "author": by, "publisher": by}
    return {"@type": "WebPage"}


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
