"""Texts of data files in the languages that their translators keep in the catalogues.

A file of data gives each text in a few languages, English among them; the catalogues that translate the interface
translate these texts too (`./dev messages` collects them), so that a translator works in one place.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from typing import Any

SOURCE = "en"
DOMAINS = ("django", "law", "mechanisms")
"""The interface with the words of the shared data, the texts of the rulebooks, and those of the shipped mechanisms."""
FOLDERS = files("lapotne") / "locale"


def in_every_language(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a file, each text by language joined by the languages that only the catalogues have."""
    return {key: _completed(value) for key, value in raw.items()}


def said_in(names: Mapping[str, str], language: str) -> str:
    """A text in a language: as somebody wrote it, else as the catalogues have its English; empty where nobody says it.

    For mechanisms, which towns change at any time: what is stored stays as written.
    """
    return names.get(language) or _translations(names.get(SOURCE, "")).get(language, "")


def _completed(value: Any) -> Any:
    if isinstance(value, Mapping):
        text = value.get(SOURCE)
        if isinstance(text, str):
            return {**_translations(text), **value}
        return in_every_language(value)
    if isinstance(value, list):
        return [_completed(item) for item in value]
    return value


@lru_cache(maxsize=4096)
def _translations(text: str) -> dict[str, str]:
    if not text:
        return {}  # An empty text is the catalogue's own heading.
    found = ((language, catalogue.gettext(text)) for language, catalogue in _catalogues().items())
    return {language: said for language, said in found if said}


class _Nothing(NullTranslations):
    """Ends a chain of catalogues: what none of them has is empty, so that a name alike in both languages isn't lost."""

    def gettext(self, message: str) -> str:  # noqa: ARG002
        return ""


@lru_cache(maxsize=1)
def _catalogues() -> dict[str, NullTranslations]:
    """The compiled catalogues by language; a checkout that hasn't compiled any has none."""
    folders = sorted(folder.name for folder in FOLDERS.iterdir()) if FOLDERS.is_dir() else []
    return {language: _catalogue(language) for language in folders if language != SOURCE}


def _catalogue(language: str) -> NullTranslations:
    """What one language has in any of its catalogues."""
    chain = NullTranslations()
    for domain in DOMAINS:
        file = FOLDERS / language / "LC_MESSAGES" / f"{domain}.mo"
        if file.is_file():
            with file.open("rb") as compiled:
                chain.add_fallback(GNUTranslations(compiled))
    chain.add_fallback(_Nothing())
    return chain
