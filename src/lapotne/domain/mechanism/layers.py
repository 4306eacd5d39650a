"""Layers of a mechanism: a lower one overrides an upper field by field, and every value remembers its layer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

ABSENT = "absent"
"""The field by which a lower layer removes an entry; its value is the reason."""

type Raw = Mapping[str, Any]
"""A document or a part of one as its file says it: dicts, lists, texts, numbers, booleans and None."""

type Path = tuple[str, ...]
"""Keys of mappings from the top; lists are replaced whole, so that no index is needed."""

type Origin = str | Mapping[str, Origin]
"""The layer of a whole subtree, or of each of its keys where layers meet."""


@dataclass(frozen=True, slots=True)
class Absence:
    """An entry that a lower layer removed, with the reason given."""

    path: Path
    layer: str
    reason: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What holds after all layers, where each value comes from, and what was removed on the way."""

    raw: Raw = field(default_factory=dict)
    origin: Origin = ""
    absences: tuple[Absence, ...] = ()

    def section(self, *path: str) -> Raw:
        """The mapping at a path; empty where there is none."""
        found = at(self.raw, path)
        return found if isinstance(found, dict) else {}

    def layers_of(self, path: Iterable[str]) -> frozenset[str]:
        """The keys of the layers a value comes from: one for a text or a list, more for a mapping they share."""
        return frozenset(_leaves(_descend(self.origin, path)))


def merge(layers: Iterable[tuple[str, Raw]]) -> Merged:
    """The layers laid over each other, from the uppermost (country) to the lowest (municipality).

    Mappings are merged key by key, everything else is replaced whole, `absent` removes an entry.
    The results share their unchanged parts with the arguments: don't change them.
    """
    raw: Raw = {}
    origin: Origin = {}
    absences: list[Absence] = []
    for layer, lower in layers:
        raw, origin = _laid_over(raw, origin, lower, layer, (), absences)
    return Merged(raw, origin, tuple(absences))


def at(raw: Any, path: Iterable[str]) -> object:
    """The value at a path, or None where the path ends early."""
    for key in path:
        if not isinstance(raw, dict):
            return None
        raw = raw.get(key)
    return raw


def _laid_over(
    upper: Raw, origin: Origin, lower: Raw, layer: str, path: Path, absences: list[Absence]
) -> tuple[Raw, Origin]:
    merged = dict(upper)
    origins = {key: _descend(origin, (key,)) for key in upper}
    for key, value in lower.items():
        below = (*path, key)
        if isinstance(value, dict) and ABSENT in value:
            absences.append(Absence(below, layer, str(value[ABSENT])))
            merged.pop(key, None)
            origins.pop(key, None)
            continue
        above = merged.get(key)
        if isinstance(value, dict) and isinstance(above, dict):
            merged[key], origins[key] = _laid_over(above, origins[key], value, layer, below, absences)
        elif _holds_absence(value):
            merged[key], origins[key] = _laid_over({}, layer, value, layer, below, absences)
        else:
            merged[key], origins[key] = value, layer
    return merged, _simplest(origins, layer)


def _holds_absence(value: object) -> bool:
    """Whether an entry inside a mapping is removed, which counts in an entry new in its layer too."""
    if not isinstance(value, dict):
        return False
    return any(isinstance(part, dict) and (ABSENT in part or _holds_absence(part)) for part in value.values())


def _simplest(origins: dict[str, Origin], layer: str) -> Origin:
    """One word where all keys come from one layer; the order of keys says nothing."""
    distinct = {origin if isinstance(origin, str) else None for origin in origins.values()}
    if not distinct:
        return layer
    only = distinct.pop()
    return origins if distinct or only is None else only


def _descend(origin: Origin, path: Iterable[str]) -> Origin:
    for key in path:
        if isinstance(origin, str):
            return origin
        origin = origin.get(key, "")
    return origin


def _leaves(origin: Origin) -> Iterator[str]:
    if isinstance(origin, str):
        yield origin
        return
    for part in origin.values():
        yield from _leaves(part)
