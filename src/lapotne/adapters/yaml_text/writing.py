"""Plain values to YAML text, and edits put into a text whose comments and order stay."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

LONGEST_LINE = 120
"""Characters; a mapping that fits stands on one line, as in `{kind: phone, value: "110"}`."""

_PLAIN = re.compile(r"[^\W_][\w ./()+-]*")

type Order = Callable[[Mapping[str, Any]], list[str]]
"""The keys of a mapping in the order in which they are written."""


class _Representer(RoundTripRepresenter):
    """Writes nothing as `null`, so that an empty value never looks forgotten."""

    def represent_null(self, _: None) -> ScalarNode:
        node: ScalarNode = self.represent_scalar("tag:yaml.org,2002:null", "null")
        return node


_Representer.add_representer(type(None), _Representer.represent_null)


def dumped(value: object) -> str:
    """The YAML text of values, those that came from a text with their comments."""
    stream = io.StringIO()
    _yaml().dump(value, stream)
    return stream.getvalue()


def loaded_with_comments(text: str) -> Any:
    """The values of a text in the library's own types, which hold its comments."""
    return _yaml().load(text)


def laid_out(value: object, order: Order, indent: int = 0) -> object:
    """Plain values ready to be written: keys in order, and small mappings and lists of words on one line."""
    if isinstance(value, Mapping):
        mapping = CommentedMap((_quoted(key), laid_out(value[key], order, indent + 2)) for key in order(value))
        if _fits(mapping, indent):
            mapping.fa.set_flow_style()
        return mapping
    if isinstance(value, list):
        listed = CommentedSeq(laid_out(item, order, indent + 4) for item in value)
        if not listed or _fits(listed, indent):
            listed.fa.set_flow_style()
        return listed
    return _quoted(value) if isinstance(value, str) else value


def _quoted(text: str) -> str:
    """A text in quotes unless it is plainly a word or a phrase; the library's own judgement misses some cases."""
    return text if _PLAIN.fullmatch(text) and not text.endswith(" ") else DoubleQuotedScalarString(text)


def _fits(value: CommentedMap | CommentedSeq, indent: int) -> bool:
    """Whether a value is small enough for one line: words, or lists of words, in few characters."""
    parts = list(value.values()) if isinstance(value, CommentedMap) else list(value)
    if any(isinstance(part, CommentedMap) for part in parts):
        return False
    if any(isinstance(part, str) and "\n" in part for part in parts):
        return False
    if any(isinstance(part, CommentedSeq) and not part.fa.flow_style() for part in parts):
        return False
    length = sum(len(str(part)) + 4 for part in parts)
    if isinstance(value, CommentedMap):
        length += sum(len(key) + 2 for key in value)
    return indent + length < LONGEST_LINE


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Representer = _Representer
    yaml.preserve_quotes = True
    yaml.allow_unicode = True
    # Folding would break long lines that an author left long.
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
