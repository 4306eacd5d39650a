"""The words of a page as blocks of the files' format, and their digest."""

import json
from hashlib import sha256
from typing import Any

from lapotne.adapters.content import Block
from lapotne.adapters.content.blocks import WHOLE
from lapotne.adapters.content.kinds import FRONT_OF_KIND
from lapotne.apps.library.models import (
    ArticlePage,
    CampaignPage,
    ContentPage,
    EventPage,
    GalleryPage,
    GlossaryPage,
    HomePage,
    NewsPage,
    PracticePage,
    PublicationPage,
)

MODELS: dict[str, type[ContentPage]] = {
    "home": HomePage,
    "article": ArticlePage,
    "news": NewsPage,
    "event": EventPage,
    "publication": PublicationPage,
    "gallery": GalleryPage,
    "campaign": CampaignPage,
    "practice": PracticePage,
    "glossary": GlossaryPage,
}
KINDS = {model: kind for kind, model in MODELS.items()}

type Content = dict[str, Any]
"""title, summary, more (further texts by name), blocks (kind and texts of each)."""


def kind_of(page: ContentPage) -> str:
    return KINDS[page.specific_class]


def blocks_of(page: ContentPage) -> list[Block]:
    return [
        Block(part.block_type, (part.value,) if part.block_type in WHOLE else tuple(part.value)) for part in page.body
    ]


def content_of(page: ContentPage) -> Content:
    """All words of a page, in the order in which they are read; give it the specific page."""
    more = {name: getattr(page, name) for name in FRONT_OF_KIND.get(kind_of(page), ())}
    return {
        "title": page.title,
        "summary": page.summary,
        "more": {name: text for name, text in more.items() if text},
        "blocks": [[block.kind, list(block.texts)] for block in blocks_of(page)],
    }


def digest_of(content: Content) -> str:
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
