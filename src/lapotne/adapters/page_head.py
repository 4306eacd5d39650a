"""What a page tells programs of itself in its head: its own address, its languages, how it is shared, what it is.

None of it says more than the page's title, which is neutral: whoever shares an address shows it to others.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from typing import Any

from babel.core import get_global
from django.templatetags.static import static
from django.utils.safestring import SafeString

from lapotne.adapters.days import local

NAME = "Lapotne"
PICTURE, PICTURE_SIZE = "leaf.png", (1200, 630)
"""Our leaf as pixels, for those who share take no drawing; it tells nobody what a page is about."""

LINK = '<link rel="{}" href="{}"{}>'
HARMLESS = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
"""In a script's text nothing may look like its end."""

type Head = Callable[[str], SafeString]
"""Writes the head for a page of a title."""


@dataclass(frozen=True)
class Shared:
    """A page that may be shared; `others` are its whole addresses by language, `data` what it is for schema.org.

    `titled` is the property of the data that takes the title; where it is empty, the data say all themselves.
    """

    host: str
    address: str
    language: str
    others: Mapping[str, str]
    data: Mapping[str, Any]
    titled: str = "name"
    kind: str = "website"

    def __call__(self, title: str) -> SafeString:
        named = {self.titled: title, "url": self.address, "inLanguage": self.language} if self.titled else {}
        lines = [*links(self.address, self.others), *self._shown(title), data_block({**named, **self.data})]
        return SafeString("\n".join(lines))

    def _shown(self, title: str) -> Iterable[str]:
        """What others see where the address is shared (Open Graph)."""
        width, height = PICTURE_SIZE
        said = {
            "site_name": NAME, "type": self.kind, "title": title, "url": self.address, "locale": place(self.language),
            "image": picture(self.host), "image:type": "image/png", "image:width": width, "image:height": height,
            "image:alt": NAME,
        }  # fmt: skip
        return (f'<meta property="og:{name}" content="{escape(str(value))}">' for name, value in said.items())


def only(lines: Iterable[str]) -> Head:
    """A head that takes no title: for pages that nobody shares."""
    written = SafeString("\n".join(lines))
    return lambda _title: written


def links(address: str, others: Mapping[str, str]) -> list[str]:
    """The page's own address and those in its languages."""
    alternates = [LINK.format("alternate", escape(one), f' hreflang="{code}"') for code, one in others.items()]
    return [LINK.format("canonical", escape(address), ""), *alternates]


def data_block(data: Mapping[str, Any]) -> SafeString:
    """Data, which no browser runs: the policy that forbids scripts in pages stays as it is."""
    written = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False).translate(HARMLESS)
    return SafeString(f'<script type="application/ld+json">{written}</script>')


def organization(host: str) -> dict[str, Any]:
    return {"@type": "Organization", "name": NAME, "url": f"{host}/", "logo": picture(host)}


@lru_cache(maxsize=64)
def picture(host: str) -> str:
    return f"{host}{static(PICTURE)}"


@cache
def place(language: str) -> str:
    """A language with the territory where most write it so, as Open Graph wants both: lv_LV."""
    written = local(language)
    return written if "_" in written else f"{written}_{get_global('likely_subtags')[written].rpartition('_')[2]}"
