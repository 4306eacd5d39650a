"""What every page needs to know: its language, the same page in the other languages, the menus."""

from functools import partial
from html import escape
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from lapotne.adapters.page_head import Head, Shared, links, only
from lapotne.adapters.shelf import whole_address
from lapotne.config import menu
from lapotne.config.languages import LANGUAGES

CODES = [code for code, _name in LANGUAGES]
LISTS = {
    *(f"website:{name}" for name in ("news", "news_page", "news_of_year", "news_of_year_page")),
    *(f"website:{name}" for name in ("events", "events_past", "events_month", "events_in_town")),
    *(f"website:{name}" for name in ("publications", "practices", "practices_in_town", "campaigns", "galleries")),
    *("website:directory", "website:institutions", "rulebooks:law"),
}
"""Pages whose sense is what they list."""


def page(request: HttpRequest) -> dict[str, Any]:
    """Context of all templates; it reads neither user nor session, so public pages stay without cookies."""
    path = request.get_full_path()
    language = get_language()
    return {
        "language": language,
        "head": head(request, language),
        "language_links": language_links(path, language),
        "address_quoted": quote(request.build_absolute_uri(request.path), safe=""),
        # Templates call these; a public page never asks for the staff's.
        "public_menu": partial(menu.links, "public_menu", request),
        "staff_menu": partial(menu.staff_links, request),
        "demo": settings.DEMO,
    }


def head(request: HttpRequest, language: str) -> Head:
    """Whole addresses, for programs, without what is asked of the page; the staff's pages are shared with nobody."""
    host, path = whole_address(request), request.path
    address, others = f"{host}{path}", {code: f"{host}{in_language(path, language, code)}" for code in CODES}
    if path.startswith(f"/{language}/staff/"):
        return only(links(address, others))
    view = request.resolver_match.view_name if request.resolver_match else ""
    return Shared(host, address, language, others, {"@type": "CollectionPage" if view in LISTS else "WebPage"})


def language_links(path: str, language: str) -> SafeString:
    """The same for people, each language by its own name."""
    pattern = '<li><a href="{address}" lang="{code}" hreflang="{code}"{current}>{name}</a></li>'
    return _written(pattern, path, language)


def _written(pattern: str, path: str, language: str) -> SafeString:
    """Written here and not in a template, for it stands on every page and a template takes ten times as long."""
    return SafeString(
        "\n".join(
            pattern.format(
                code=code,
                name=name,
                address=escape(in_language(path, language, code)),
                current=' aria-current="true"' if code == language else "",
            )
            for code, name in settings.LANGUAGES
        )
    )


def in_language(path: str, language: str, code: str) -> str:
    """The same page in another language: only the beginning of the address differs, and looking it up takes long."""
    beginning = f"/{language}/"
    return f"/{code}/{path.removeprefix(beginning)}" if path.startswith(beginning) else translate_url(path, code)
