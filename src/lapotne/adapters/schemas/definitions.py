"""Parts of a schema told once and referred to by name: a mapping of names stands in a mechanism a hundred times."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lapotne.adapters.shapes.kinds import Schema


def with_definitions(schema: Schema) -> Schema:
    """The same schema with every titled part under `$defs`, referred to by its title."""
    parts = _Parts()
    top = {key: parts.told_once(value) for key, value in schema.items() if key != "title"}
    return top | {"$defs": parts.definitions} if parts.definitions else top


@dataclass
class _Parts:
    definitions: dict[str, Any] = field(default_factory=dict)

    def told_once(self, part: Any) -> Any:
        if isinstance(part, list):
            return [self.told_once(item) for item in part]
        if not isinstance(part, dict):
            return part
        inner = {key: self.told_once(value) for key, value in part.items()}
        if not isinstance(inner.get("title"), str):
            return inner
        description = inner.pop("description", None)
        reference = {"$ref": f"#/$defs/{self._name(inner)}"}
        return {"description": description, **reference} if description else reference

    def _name(self, part: dict[str, Any]) -> str:
        """The name of a part; parts that differ under the same title are numbered."""
        stem = re.sub(r"[^a-z0-9]+", "_", part["title"].lower()).strip("_")
        number, name = 1, stem
        while self.definitions.get(name, part) != part:
            number += 1
            name = f"{stem}_{number}"
        self.definitions[name] = part
        return name
