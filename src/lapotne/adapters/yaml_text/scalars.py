"""What a plain word of YAML means: numbers, true, false and null; everything else, dates included, stays text."""

from __future__ import annotations

import re

from ruamel.yaml.nodes import Node, ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.tag import Tag

PLAIN = Tag(suffix="tag:lapotne:plain")
"""Marks a word without quotes and without a tag of its own."""

_UNTAGGED = {"tag:lapotne:plain", *(f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq"))}
_NULL = ("", "~", "null", "Null", "NULL")
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,14})")
_DECIMAL = re.compile(r"-?\d{1,15}\.\d{1,15}")

type Scalar = str | int | float | bool | None


class PlainResolver(VersionedResolver):
    """Leaves the meaning of words to `scalar`, whatever version of YAML a text declares; much faster, too."""

    def resolve(self, kind: type[Node], value: object, implicit: tuple[bool, bool]) -> Tag:
        if kind is ScalarNode and implicit[0]:
            return PLAIN
        tag: Tag = super().resolve(kind, value, (False, False))
        return tag


def has_foreign_tag(node: Node) -> bool:
    """Whether a value carries a tag of its own (`!name`, `!!int`), which the format doesn't know."""
    return node.ctag is not PLAIN and node.tag not in _UNTAGGED


def scalar(node: ScalarNode) -> Scalar:
    """The value of a word. Codes with leading zeros and `+371...` stay text, so that nothing of them is lost."""
    text: str = node.value
    if node.ctag is not PLAIN:
        return text
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
