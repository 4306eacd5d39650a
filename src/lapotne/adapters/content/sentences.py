"""Counts the sentences of a text and their words, in any of the languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lapotne.adapters.content.blocks import Block
from lapotne.adapters.content.inline import plain_of

MOST_WORDS, MOST_ON_AVERAGE = 25, 14
_ENDS = re.compile(r"(?<=[.!?…])[\"»”’)]*\s+")
_OPENING = "«“„\"'(–- "


class Sentence(NamedTuple):
    line: int
    text: str
    words: int


def sentences_of(blocks: Iterable[Block]) -> Iterator[Sentence]:
    """Every sentence but headings; an item of a list is one at least."""
    for block in blocks:
        if block.kind not in ("heading", "subheading"):
            for text in block.texts:
                yield from (Sentence(block.line, one, words_in(one)) for one in split(plain_of(text)))


def split(text: str) -> list[str]:
    """A sentence ends where the next one begins with a capital letter, so that "24. novembris" is one."""
    found: list[str] = []
    for part in filter(None, _ENDS.split(text.strip())):
        begins = part.lstrip(_OPENING)[:1]
        if found and not (begins.isupper() or begins.isdigit()):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


def words_in(sentence: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in sentence.split())


def mean(sentences: Iterable[Sentence]) -> float:
    counts = [sentence.words for sentence in sentences]
    return sum(counts) / len(counts) if counts else 0.0
