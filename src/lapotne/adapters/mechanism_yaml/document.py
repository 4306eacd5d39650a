"""A mechanism document that was checked: what its file says, ready to be merged and decoded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lapotne.adapters.problems import Problem


@dataclass(frozen=True)
class Document:
    """One layer as written. `raw` holds plain values, days as text, so that it can be kept as JSON."""

    raw: Mapping[str, Any]
    warnings: tuple[Problem, ...] = ()
    text: str = field(default="", repr=False)
    """The file's own text, with its comments; empty for a document that never was a file."""

    @property
    def key(self) -> str:
        return str(self.raw["key"])

    @property
    def layer(self) -> str:
        return str(self.raw["layer"])

    @property
    def demo(self) -> bool:
        return bool(self.raw.get("demo"))

    @property
    def municipality(self) -> str | None:
        """The official code, for layer municipality."""
        return self.raw.get("municipality")

    @property
    def country(self) -> str | None:
        """Two letters, for the layers country and region; a municipality's stands in the reference."""
        return (self.raw.get("region") or self.raw).get("country")

    @property
    def institutions(self) -> Mapping[str, Any]:
        return self.raw.get("institutions") or {}

    @property
    def sources(self) -> Mapping[str, Any]:
        return self.raw.get("sources") or {}

    @property
    def region_codes(self) -> frozenset[str]:
        """The municipalities of a region; empty for other layers."""
        return frozenset((self.raw.get("region") or {}).get("municipalities") or ())
