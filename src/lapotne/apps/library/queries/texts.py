"""The words of a page as blocks of the files' format, and their digest."""

import json
from hashlib import sha256
from typing import Any

from wagtail.blocks import StreamValue

from lapotne.adapters.content import Block
from lapotne.adapters.content.blocks import WHOLE
from lapotne.adapters.content.kinds import FRONT_OF_KIND, SECTIONS_OF_KIND
from lapotne.adapters.content.pages import BODY
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
"""title, summary, more (further texts by name), blocks (kind and texts of each).

And what some kinds alone have: sections (blocks by name), and of a gallery its pictures.
"""

WORDS_OF_A_PICTURE = ("shows", "caption", "credit")


def kind_of(page: ContentPage) -> str:
    return KINDS[page.specific_class]


def streams_of(page: ContentPage) -> dict[str, list[Block]]:
    """All that is made of blocks, by the name of its field, in the order in which it is read."""
    return {name: _blocks(getattr(page, name)) for name in (*SECTIONS_OF_KIND.get(kind_of(page), ()), BODY)}


def _blocks(stream: StreamValue) -> list[Block]:
    return [Block(part.block_type, (part.value,) if part.block_type in WHOLE else tuple(part.value)) for part in stream]


def content_of(page: ContentPage) -> Content:
    """All words of a page, in the order in which they are read; give it the specific page."""
    more = {name: getattr(page, name) for name in FRONT_OF_KIND.get(kind_of(page), ())}
    streams = {name: [[block.kind, list(block.texts)] for block in blocks] for name, blocks in streams_of(page).items()}
    content = {
        "title": page.title,
        "summary": page.summary,
        "more": {name: text for name, text in more.items() if text},
        "blocks": streams.pop(BODY),
    }
    sections = {name: blocks for name, blocks in streams.items() if blocks}
    # Left out where there are none: other kinds keep the digests that they have.
    return {
        **content,
        **{name: said for name, said in (("sections", sections), ("pictures", pictures_of(page))) if said},
    }


def pictures_of(page: ContentPage) -> list[dict[str, Any]]:
    """Number and words of each picture of a gallery: other words are wanted where another picture is shown."""
    pictures = page.pictures.all() if isinstance(page, GalleryPage) else ()
    return [{"image": one.image_id, **{name: getattr(one, name) for name in WORDS_OF_A_PICTURE}} for one in pictures]


def words_of_pictures(content: Content) -> list[str]:
    """What a search finds them by, in the order in which they are read."""
    words = [picture[name] for picture in content.get("pictures", ()) for name in WORDS_OF_A_PICTURE]
    return [text for text in words if text]


def digest_of(content: Content) -> str:
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
