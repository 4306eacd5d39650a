"""Reads the head of a page as programs do, and says what is wrong in it."""

import json
import re
from html import unescape
from pathlib import Path

TYPES = {"Organization", "WebPage", "CollectionPage", "Article", "NewsArticle", "Event"}
LOCALES = {
    "lv": "lv_LV", "en": "en_GB", "et": "et_EE", "lt": "lt_LT", "fi": "fi_FI", "sv": "sv_SE",
    "nb": "nb_NO", "da": "da_DK", "pl": "pl_PL", "de": "de_DE", "ru": "ru_RU", "uk": "uk_UA",
}  # fmt: skip
SHARED = re.compile(r'<meta property="og:([\w:]+)" content="([^"]*)">')
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
TITLE = re.compile(r"<title>(.*?) – Lapotne</title>", re.DOTALL)
MUST = {
    "site_name",
    "type",
    "title",
    "url",
    "locale",
    "image",
    "image:type",
    "image:width",
    "image:height",
    "image:alt",
}
NAMED = {"Article": "headline", "NewsArticle": "headline"}


def shared(text: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in SHARED.findall(text.partition("</head>")[0])}


def data(text: str) -> dict:
    """The one data block of a page."""
    blocks = BLOCK.findall(text.partition("</head>")[0])
    assert len(blocks) == 1, "a page says once what it is"
    return json.loads(blocks[0])


def wrong_in_head(text: str, language: str, host: str = "http://testserver") -> list[str]:
    """What a shared link or a search engine would miss; empty where all is in order."""
    said, told, title = shared(text), data(text), unescape(TITLE.search(text)[1])
    picture = said.get("image", "")
    named = "Lapotne" if told["@type"] == "Organization" else title
    wrong = {
        "fields": set(said) == MUST,
        "title": said.get("title") == title,
        "locale": said.get("locale") == LOCALES[language],
        "url": said.get("url") == told["url"] or told["@type"] == "Organization",
        "picture": picture == f"{host}/static/leaf.png" and Path("src/lapotne/static/leaf.png").exists(),
        "context": told["@context"] == "https://schema.org",
        "type": told["@type"] in TYPES,
        "name": told[NAMED.get(told["@type"], "name")] == named,
        "language": told.get("inLanguage", language) == language,
    }
    return [name for name, holds in wrong.items() if not holds]
