"""Texts in the languages of the law's readers: Latvian and English always, others where somebody wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lapotne.adapters.problems import Fault, Path
from lapotne.adapters.shapes.compounds import Keyed
from lapotne.adapters.shapes.kinds import Schema, Text
from lapotne.adapters.shapes.texts import LANGUAGE

COMPLETE = ("lv", "en")
"""The languages that no text may lack."""

QUOTES = "Put a text that holds a comma or a colon in quotes, or what follows reads as a key."

_by_language = Keyed(
    Text("a text", longest=2000),
    pattern=LANGUAGE,
    named="a text by language: {lv: ..., en: ...}",
    keys_named="a language's code (ISO 639-1), such as lv",
)


@dataclass(frozen=True)
class Words:
    """A text by language, complete in Latvian and English."""

    named: str = _by_language.named

    def takes(self, value: object) -> bool:
        return isinstance(value, dict)

    def faults(self, value: object, path: Path) -> Iterator[Fault]:
        # A key that is no language is nearly always the rest of a text after a comma.
        found = [replace(fault, mend=QUOTES) if fault.on_key else fault for fault in _by_language.faults(value, path)]
        yield from found
        if isinstance(value, dict) and not found:
            for language in COMPLETE:
                if language not in value:
                    mend = f"Add `{language}:`; every text stands in {' and '.join(COMPLETE)}."
                    yield Fault(path, f"The text in `{language}` is missing.", mend)

    def schema(self) -> Schema:
        return _by_language.schema() | {"title": "text by language", "required": list(COMPLETE)}


words = Words()
"""A text, Latvian and English at least."""
