"""Markdown within a line: its links, and its HTML, in which nothing but words, emphasis and safe links can stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

SCHEMES = ("page", "tool", "https", "tel", "mailto")
TOOLS = ("help", "adverts", "law", "leave")
_ALLOWED = re.compile(rf"({'|'.join(SCHEMES)}):", re.IGNORECASE)

_INLINE = MarkdownIt("zero", {"html": False}).enable(["emphasis", "link", "escape", "entity"])
# The parser's own list would let other schemes through; a link it refuses stays visible as it was written.
_INLINE.validateLink = lambda address: bool(_ALLOWED.match(address))  # type: ignore[method-assign]

OPEN, CLOSE = "link_open", "link_close"


def links_of(text: str) -> list[str]:
    """The addresses that a text links to, as written: `page:signs`, `tool:help`, `https://…`."""
    return [str(token.attrs["href"]) for token in _tokens(text) if token.type == OPEN]


def refused_links(text: str) -> list[str]:
    """Addresses written as links that can't be one."""
    return [found for found in re.findall(r"\]\(\s*<?([^)\s>]*)", text) if not _ALLOWED.match(found)]


def html_of(text: str, address_of: Callable[[str], str | None]) -> str:
    """A text as HTML; a link whose address isn't known stays as its words."""
    written, is_open = [], []
    for token in _tokens(text):
        if token.type == OPEN:
            address = address_of(str(token.attrs["href"]))
            is_open.append(address is not None)
            if address is not None:
                written.append(f'<a href="{escape(address)}">')
        elif token.type == CLOSE:
            written.append("</a>" if is_open.pop() else "")
        else:
            written.append(_html(token))
    return "".join(written)


def plain_of(text: str) -> str:
    """A text without its marks, for counting and for search."""
    return "".join(token.content for token in _tokens(text) if token.type in ("text", "text_special"))


def _html(token: Token) -> str:
    if token.type in ("text", "text_special"):
        return escape(token.content, quote=False)
    if token.type in ("softbreak", "hardbreak"):
        return " "
    tag = {"strong": "strong", "em": "em"}.get(token.tag, "")
    return f"<{'/' if token.nesting < 0 else ''}{tag}>" if tag else escape(token.content, quote=False)


def _tokens(text: str) -> Iterator[Token]:
    for token in _INLINE.parseInline(text):
        yield from token.children or ()
