"""What differs between two documents, place by place: for comparing versions, and a file with an edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

type Path = tuple[str, ...]
"""Keys of mappings; an item of a list by its own key, or else by its number from 1."""

NOTHING = object()
"""Stands for a value that isn't there, which is not the same as null."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place that differs: `before` or `after` is None where the place was added or taken away."""

    path: Path
    before: Any
    after: Any
    is_added: bool = False
    is_removed: bool = False

    def __str__(self) -> str:
        where = ".".join(self.path)
        if self.is_added:
            return f"{where}: added {self.after!r}"
        return f"{where}: removed {self.before!r}" if self.is_removed else f"{where}: {self.before!r} -> {self.after!r}"


def difference(before: object, after: object, path: Path = ()) -> Iterator[Difference]:
    """The places at which two documents of plain values differ; the same values in another order of keys don't.

    Lists of mappings, such as availabilities, are compared item by item; lists of words as a whole.
    """
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in (*before, *(key for key in after if key not in before)):
            yield from _of_key(key, before.get(key, NOTHING), after.get(key, NOTHING), path)
    elif _holds_mappings(before) and _holds_mappings(after):
        yield from difference(*_by_name(before, after), path)
    elif before != after or isinstance(before, bool) != isinstance(after, bool):
        yield Difference(path, before, after)


def _of_key(key: object, before: object, after: object, path: Path) -> Iterator[Difference]:
    below = (*path, str(key))
    if before is NOTHING:
        yield Difference(below, None, after, is_added=True)
    elif after is NOTHING:
        yield Difference(below, before, None, is_removed=True)
    else:
        yield from difference(before, after, below)


def _holds_mappings(value: object) -> bool:
    return isinstance(value, Sequence) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _by_name(before: Any, after: Any) -> tuple[Mapping[str, object], Mapping[str, object]]:
    """Two lists as mappings: by the key of each item where all have one, else by its number."""
    if all(_has_own_keys(items) for items in (before, after)):
        return {str(item["key"]): item for item in before}, {str(item["key"]): item for item in after}
    return (
        {str(number): item for number, item in enumerate(before, 1)},
        {str(number): item for number, item in enumerate(after, 1)},
    )


def _has_own_keys(items: Sequence[Mapping[str, object]]) -> bool:
    keys = [str(item.get("key") or "") for item in items]
    return all(keys) and len(set(keys)) == len(keys)
