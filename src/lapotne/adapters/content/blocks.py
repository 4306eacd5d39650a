"""The Markdown that content is written in: headings, paragraphs, lists and set-apart examples, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

HEADINGS = {"h2": "heading", "h3": "subheading"}
LISTS = {"bullet_list_open": "list", "ordered_list_open": "numbered", "blockquote_open": "quote"}
WHOLE = ("heading", "subheading", "paragraph")
"""Blocks of one text; the others hold several: items of a list, paragraphs of an example."""

IN_SECTIONS = frozenset({"subheading", "paragraph", *LISTS.values()})
"""A section has its heading already."""

ALLOWED = "Headings (## and ###), paragraphs, lists and quotations (>) are what the format knows."


@dataclass(frozen=True)
class Block:
    """A part of a page: its texts are Markdown within a line; `line` counts from 1 in its file."""

    kind: str
    texts: tuple[str, ...]
    line: int = 0

    @property
    def shape(self) -> tuple[str, int]:
        """What a translation keeps: the kind and how many texts."""
        return self.kind, len(self.texts)


class Misplaced(NamedTuple):
    """Something the format doesn't know, with its line."""

    line: int
    message: str
    mend: str


_MARKDOWN = MarkdownIt("commonmark", {"html": False})


def blocks_of(markdown: str, first_line: int = 1) -> tuple[list[Block], list[Misplaced]]:
    """The blocks of a text whose first line is that of its file."""
    blocks: list[Block] = []
    misplaced: list[Misplaced] = []
    for group in _groups(_MARKDOWN.parse(markdown)):
        line = first_line + (group[0].map or [0])[0]
        block = _block(group, line)
        if isinstance(block, Block):
            blocks.append(block)
        else:
            misplaced.append(block)
    return blocks, misplaced


def _groups(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """The tokens of each part at the top level."""
    group: list[Token] = []
    for token in tokens:
        group.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield group
            group = []


def _block(group: Sequence[Token], line: int) -> Block | Misplaced:
    first = group[0]
    texts = tuple(_one_line(token.content) for token in group if token.type == "inline")
    if first.type == "paragraph_open":
        return Block("paragraph", texts, line)
    if first.type == "heading_open" and first.tag in HEADINGS:
        return Block(HEADINGS[first.tag], texts, line)
    if first.type == "heading_open":
        return Misplaced(
            line, f"A heading of level {first.tag[1:]} stands here.", "The title is level 1; use ## or ###."
        )
    if first.type in LISTS:
        return _list(group, LISTS[first.type], texts, line)
    return Misplaced(
        line, f"A part that the format doesn't know stands here ({first.type.removesuffix('_open')}).", ALLOWED
    )


def _list(group: Sequence[Token], kind: str, texts: tuple[str, ...], line: int) -> Block | Misplaced:
    inner = {token.type for token in group[1:-1]} - {"list_item_open", "list_item_close"}
    if inner - {"paragraph_open", "paragraph_close", "inline"}:
        return Misplaced(
            line, "A list or an example holds other parts.", "Write its entries as plain text, one level deep."
        )
    items = sum(token.type == "list_item_open" for token in group)
    if kind != "quote" and items != len(texts):
        return Misplaced(line, "An item of this list has no text or several paragraphs.", "Give each item one text.")
    return Block(kind, texts, line)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def markdown_of(blocks: Iterable[Block]) -> str:
    """Blocks as Markdown, each text on one line."""
    return "\n\n".join(_written(block) for block in blocks) + "\n"


def _written(block: Block) -> str:
    match block.kind:
        case "heading":
            return f"## {block.texts[0]}"
        case "subheading":
            return f"### {block.texts[0]}"
        case "list":
            return "\n".join(f"- {text}" for text in block.texts)
        case "numbered":
            return "\n".join(f"{number}. {text}" for number, text in enumerate(block.texts, 1))
        case "quote":
            return "\n>\n".join(f"> {text}" for text in block.texts)
    return block.texts[0]
