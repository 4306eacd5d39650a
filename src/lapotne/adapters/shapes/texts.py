"""Texts in several languages, remarks, keys and web addresses."""

from __future__ import annotations

from lapotne.adapters.problems import Said
from lapotne.adapters.shapes.compounds import Either, Keyed
from lapotne.adapters.shapes.kinds import Kind, Text

LANGUAGE = r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?"
KEY = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"

names = Keyed(
    Text(Said("a text"), longest=600),
    pattern=LANGUAGE,
    named=Said("a mapping of texts by language"),
    keys_named=Said("a language's code (ISO 639-1), such as lv"),
    least=1,
)
"""A text in several languages."""

note: Kind = Either((Text(Said("a text")), names))
"""A remark, in one language or several."""

language = Text(Said("a language's code"), LANGUAGE, "lv")
key = Text(Said("a key"), KEY, "night-shelter", 80)
address = Text(Said("a web address"), pattern=r"https?://[^\s]+", sample="https://example.org/page")
