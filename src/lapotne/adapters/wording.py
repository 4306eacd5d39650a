"""Keys of the reference in a reader's language, for what is exported as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lapotne.adapters.catalogues import said_in
from lapotne.adapters.reference_yaml import Reference
from lapotne.domain.mechanism.conditions import AgeRange, Allowed, Condition, Conditions

FALLBACK = "en"


@dataclass(frozen=True)
class Wording:
    """The reference's words in one language, with English and then any other language where that one is missing."""

    language: str
    reference: Reference = field(default_factory=Reference)

    def name(self, names: Mapping[str, str], key: str = "") -> str:
        """A text in the reader's language, or the key where there is none at all."""
        return said_in(names, self.language) or names.get(FALLBACK) or next(iter(names.values()), key)

    def need(self, key: str) -> str:
        """What a need is called."""
        need = self.reference.needs.get(key)
        return self.name(need.names, key) if need else key

    def type(self, key: str) -> str:
        """What a type of institution is called."""
        known = self.reference.institution_types.get(key)
        return self.name(known.names, key) if known else key

    def town(self, code: str) -> str:
        """What a municipality is called, the latest with that code."""
        towns = self.reference.by_code.get(code, ())
        return self.name(towns[-1].names, code) if towns else code

    def spoken(self, code: str) -> str:
        """What a language is called."""
        return self._value("languages", code)

    def conditions(self, conditions: Conditions) -> str:
        """Whom conditions admit, in one line; empty where they admit everybody."""
        return "; ".join(self._condition(condition) for condition in conditions)

    def _condition(self, condition: Condition) -> str:
        attribute = self.reference.attributes.get(condition.attribute)
        name = self.name(attribute.names, condition.attribute) if attribute else condition.attribute
        return f"{name}: {self._allowed(condition.attribute, condition.allowed)}"

    def _allowed(self, attribute: str, allowed: Allowed) -> str:
        if allowed is None:
            return "?"
        if isinstance(allowed, AgeRange):
            return str(allowed)
        return ", ".join(self._value(attribute, value) for value in sorted(allowed))

    def _value(self, attribute: str, value: str) -> str:
        known = self.reference.attributes.get(attribute)
        return self.name(known.values.get(value, {}), value) if known else value
