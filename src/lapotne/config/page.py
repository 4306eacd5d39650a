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

from lapotne.config import menu


def page(request: HttpRequest) -> dict[str, Any]:
    """Context of all templates; it reads neither user nor session, so public pages stay without cookies."""
    path = request.get_full_path()
    language = get_language()
    return {
        "language": language,
        "alternates": alternates(request, language),
        "language_links": language_links(path, language),
        "address_quoted": quote(request.build_absolute_uri(request.path), safe=""),
        # Templates call these; a public page never asks for the staff's.
        "public_menu": partial(menu.links, "public_menu", request),
        "staff_menu": partial(menu.staff_links, request),
        "demo": settings.DEMO,
    }


def alternates(request: HttpRequest, language: str) -> SafeString:
    """The page's own address and those in all languages, whole, for programs; what is asked of it is left out."""
    host = escape(f"{request.scheme}://{request.get_host()}")
    own = SafeString(f'<link rel="canonical" href="{host}{escape(request.path)}">\n')
    pattern = f'<link rel="alternate" hreflang="{{code}}" href="{host}{{address}}">'
    return own + _written(pattern, request.path, language)


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
