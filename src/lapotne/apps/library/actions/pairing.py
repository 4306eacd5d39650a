"""Gives the parts of a page their numbers, so that a loaded translation opens beside its source part by part."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lapotne.adapters.content import Block
from lapotne.adapters.content.blocks import WHOLE

type Raw = list[dict[str, Any]]
type Streams = Mapping[str, Sequence[Block]]


def numbered(key: str, source: Iterable[Block], words: Sequence[Block]) -> Raw:
    """`words` as a page keeps them, numbered by the source's words: equal words, equal number, wherever they move.

    A part whose source changed gets a new number, and with it the translation editor asks for that part alone.
    """
    seen: Counter[str] = Counter()

    def number(*said: str) -> str:
        name = "|".join((key, *said))
        seen[name] += 1
        return str(uuid5(NAMESPACE_URL, f"lapotne:{name}|{seen[name]}"))

    parts: Raw = []
    for original, block in zip(source, words, strict=True):
        own = number(original.kind, original.texts[0] if original.texts else "")
        value: object = block.texts[0]
        if block.kind not in WHOLE:
            items = zip(original.texts, block.texts, strict=True)
            value = [{"type": "item", "value": text, "id": number(own, said)} for said, text in items]
        parts.append({"type": block.kind, "value": value, "id": own})
    return parts


def is_paired(source: Streams, words: Streams) -> bool:
    return _shapes(source) == _shapes(words)


def _shapes(streams: Streams) -> dict[str, list[tuple[str, int]]]:
    return {name: [block.shape for block in blocks] for name, blocks in streams.items()}
