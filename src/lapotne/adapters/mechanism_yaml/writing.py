"""Mechanism documents as YAML: in a stable order, or with an edit put into the text they came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ruamel.yaml.error import YAMLError

from lapotne.adapters.mechanism_yaml.document import Document
from lapotne.adapters.mechanism_yaml.shape.entries import COMPETENCES
from lapotne.adapters.yaml_text.editing import LostTrackError, edit
from lapotne.adapters.yaml_text.reading import read_tree
from lapotne.adapters.yaml_text.writing import dumped, laid_out, loaded_with_comments

type Raw = Mapping[str, Any]

ORDER = (
    *("lapotne", "layer", "key", "municipality", "country", "region", "demo"),
    *("absent", "type", "names", "title", "publisher", "level", "what", "note"),
    *("sources", "governance", "form", "state", "since", "decision", "date", "address", "confidence"),
    *("kind", "value", "audience", "count", "meets", "area", "place", "municipalities", "confidential"),
    *("languages", "eligibility", "capacity", "payer", "legal_basis", "contacts", "valid", "until"),
    *("hours", "on_holidays", "mode", "minutes_to_respond", "on", "by", "due", "from", "to", "reason", "source"),
    *("confirmation", "closures", "availabilities", "competences", "services", "institutions", "protocol"),
)
"""Known keys as an author would write them; other keys follow by name."""

_RANKS = {key: rank for rank, key in enumerate((*ORDER[:-1], *COMPETENCES, ORDER[-1]))}


def write_mechanism(document: Document) -> str:
    """The document's own text where it has one, else its values in a stable order."""
    return document.text or write_raw(document.raw)


def write_raw(raw: Raw) -> str:
    """Plain values as YAML: known keys in the format's order, entries by their keys; reading gives the same values."""
    return dumped(laid_out(raw, _in_order))


def edited(document: Document, raw: Raw) -> Document:
    """The document with other values; comments and order of its text stay wherever its entries do."""
    return replace(document, raw=raw, warnings=(), text=_edited_text(document, raw))


def _edited_text(document: Document, raw: Raw) -> str:
    if not document.text:
        return ""
    if raw == document.raw:
        return document.text
    try:
        text = dumped(edit(loaded_with_comments(document.text), document.raw, raw, _in_order))
    except (LostTrackError, YAMLError):
        return write_raw(raw)
    tree, problems = read_tree(text, "")
    # Aliases may carry an edit further than meant; then the values count, not the comments.
    return text if tree and not problems and tree.value == raw else write_raw(raw)


def _in_order(mapping: Raw) -> list[str]:
    return sorted(mapping, key=lambda key: (_RANKS.get(key, len(_RANKS)), key))
