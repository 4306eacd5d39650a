"""The words that a mechanism file may use: needs, types, attributes and municipalities of the reference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lapotne.adapters.problems import Said
from lapotne.adapters.shapes.kinds import Word

COUNTRY = r"[a-z]{2}"
CODE = r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,18}[A-Za-z0-9])?"

_WHERE = "reference/municipalities/"


@dataclass(frozen=True)
class Vocabulary:
    """Keys that the reference knows; without any codes, every well-formed code is admitted."""

    needs: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()

    @property
    def country(self) -> Word:
        """A country's code, one whose municipalities are known."""
        return Word(self.countries, Said("a country whose municipalities are known"), _WHERE, pattern=COUNTRY)

    @property
    def code(self) -> Word:
        """A municipality's official code."""
        return Word(self.codes, Said("a municipality's code"), _WHERE, pattern=CODE)

    def code_or(self, *words: str) -> Word:
        """A municipality's official code or one of a few words."""
        options = (*words, *self.codes) if self.codes else ()
        return Word(options, Said("{listed} or a municipality's code", listed=", ".join(words)), _WHERE, pattern=CODE)
