"""Lists, mappings and alternatives: values made of other values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce

from lapotne.adapters.problems import Fault, Path, Said
from lapotne.adapters.shapes.kinds import Kind, Schema, shown, title_of, wrong_type
from lapotne.adapters.shapes.spelling import nearest

LONGEST_WORD = 40
LONGEST_KEY = 80
MOST_KEYS_TOLD = 20

type Further = Callable[[Mapping[str, object], Path], Iterator[Fault]]


@dataclass(frozen=True)
class Field:
    """A key of a record: what its value is and whether it must stand there; one that need not may be null."""

    kind: Kind
    required: bool = False
    about: str = ""

    def schema(self) -> Schema:
        schema = self.kind.schema()
        if not self.required:
            schema = {"anyOf": [schema, {"type": "null"}]}
        return {"description": self.about, **schema} if self.about else schema


def need(kind: Kind, about: str = "") -> Field:
    """A key that must stand there."""
    return Field(kind, required=True, about=about)


@dataclass(frozen=True)
class ListOf:
    """A list of one kind; `distinct` refuses a value twice."""

    item: Kind
    named: str = Said("a list")
    distinct: bool = False
    least: int = 0

    def takes(self, value: object) -> bool:
        return isinstance(value, list)

    def faults(self, value: object, path: Path) -> Iterator[Fault]:
        if not isinstance(value, list):
            mend = (
                Said("Write [{value}].", value=value)
                if isinstance(value, str) and len(value) < LONGEST_WORD
                else Said("Put it in square brackets.")
            )
            yield wrong_type(value, path, self.named, mend)
            return
        if len(value) < self.least:
            yield Fault(path, Said("The list is empty."), Said("Fill it, or leave the key out."))
        seen: set[str] = set()
        for index, item in enumerate(value):
            yield from self.item.faults(item, (*path, index))
            if self.distinct and isinstance(item, str):
                if item in seen:
                    yield Fault(
                        (*path, index),
                        Said("{value} stands in this list twice.", value=shown(item)),
                        Said("Leave one of them out."),
                    )
                seen.add(item)

    def schema(self) -> Schema:
        schema: Schema = {"type": "array", "items": self.item.schema()}
        if self.distinct:
            schema["uniqueItems"] = True
        return schema | ({"minItems": self.least} if self.least else {})


@dataclass(frozen=True)
class Record:
    """A mapping with known keys; `hints` says what to do about keys that people try."""

    fields: Mapping[str, Field]
    named: str = Said("a mapping")
    hints: Mapping[str, str] = field(default_factory=dict)
    further: Further | None = None

    def takes(self, value: object) -> bool:
        return isinstance(value, dict)

    def faults(self, value: object, path: Path) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield wrong_type(value, path, self.named, Said("Its keys are: {listed}.", listed=", ".join(self.fields)))
            return
        found = list(self._faults_within(value, path))
        yield from found
        # What concerns several fields is only worth saying once each is right by itself.
        if self.further and not found:
            yield from self.further(value, path)

    def _faults_within(self, value: Mapping[str, object], path: Path) -> Iterator[Fault]:
        for key, item in value.items():
            known = self.fields.get(key)
            if known is None:
                yield self._unknown(key, path)
            elif item is not None or known.required:
                yield from known.kind.faults(item, (*path, key))
        for key, known in self.fields.items():
            if known.required and key not in value:
                about = known.about or f"{known.kind.named}"
                yield Fault(
                    path,
                    Said("The key `{key}` is missing.", key=key),
                    Said("Add `{key}:` ({about}).", key=key, about=about),
                )

    def _unknown(self, key: str, path: Path) -> Fault:
        near = nearest(key, self.fields)
        mend = self.hints.get(key) or (
            Said("Did you mean `{near}`?", near=near)
            if near
            else Said("Known keys: {listed}.", listed=", ".join(self.fields))
        )
        return Fault((*path, key), Said("The key `{key}` isn't known here.", key=key[:60]), mend, on_key=True)

    def schema(self) -> Schema:
        required = [key for key, known in self.fields.items() if known.required]
        schema: Schema = {
            "title": title_of(self.named),
            "type": "object",
            "properties": {key: known.schema() for key, known in self.fields.items()},
            "additionalProperties": False,
        }
        return schema | ({"required": required} if required else {})


@dataclass(frozen=True)
class Keyed:
    """A mapping whose keys are names: of entries, or of words from a list (`keys`)."""

    value: Kind
    pattern: str = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"
    named: str = Said("a mapping of entries by key")
    keys_named: str = Said("lower case letters, digits and hyphens")
    keys: tuple[str, ...] | None = None
    least: int = 0

    def takes(self, value: object) -> bool:
        return isinstance(value, dict)

    def faults(self, value: object, path: Path) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield wrong_type(value, path, self.named)
            return
        if len(value) < self.least:
            yield Fault(path, Said("Nothing stands here."), Said("Fill it, or leave the key out."))
        for key, item in value.items():
            if fault := self._key_fault(key, path):
                # What stands under a wrong key is often its rest; it can wait until the key is right.
                yield fault
            else:
                yield from self.value.faults(item, (*path, key))

    def _key_fault(self, key: str, path: Path) -> Fault | None:
        if self.keys is not None:
            if key in self.keys:
                return None
            near = nearest(key, self.keys)
            mend = (
                Said("Did you mean `{near}`?", near=near)
                if near
                else Said("Known: {listed}.", listed=", ".join(self.keys[:MOST_KEYS_TOLD]))
            )
        elif re.fullmatch(self.pattern, key) and len(key) <= LONGEST_KEY:
            return None
        else:
            mend = Said("A key is made of {keys_named}.", keys_named=self.keys_named)
            if " " in key:
                mend = Said("Put a text that holds a comma or a colon in quotes, or what follows reads as a key.")
        message = Said("`{key}` isn't a key of {named}.", key=key[:LONGEST_KEY], named=self.named)
        return Fault((*path, key), message, mend, on_key=True)

    def schema(self) -> Schema:
        schema: Schema = {"title": title_of(self.named), "type": "object", "minProperties": self.least}
        schema["additionalProperties"] = False
        if self.keys is not None:
            return schema | {"properties": {key: self.value.schema() for key in self.keys}}
        return schema | {"patternProperties": {f"^(?:{self.pattern})$": self.value.schema()}}


@dataclass(frozen=True)
class Removable:
    """An entry, or the word that a lower layer removes it by."""

    entry: Record
    removal: Record
    mark: str

    @property
    def named(self) -> str:
        return self.entry.named

    def takes(self, value: object) -> bool:
        return isinstance(value, dict)

    def faults(self, value: object, path: Path) -> Iterator[Fault]:
        removes = isinstance(value, dict) and self.mark in value
        yield from (self.removal if removes else self.entry).faults(value, path)

    def schema(self) -> Schema:
        return {"anyOf": [self.entry.schema(), self.removal.schema()]}


@dataclass(frozen=True)
class Either:
    """One of several kinds, told apart by the type of the value."""

    kinds: tuple[Kind, ...]

    @property
    def named(self) -> str:
        return reduce(lambda named, other: Said("{named} or {other}", named=named, other=other), self._names())

    def _names(self) -> list[str]:
        return [kind.named for kind in self.kinds]

    def takes(self, value: object) -> bool:
        return any(kind.takes(value) for kind in self.kinds)

    def faults(self, value: object, path: Path) -> Iterator[Fault]:
        taking = [kind for kind in self.kinds if kind.takes(value)]
        if not taking:
            yield wrong_type(value, path, self.named)
            return
        tries = [list(kind.faults(value, path)) for kind in taking]
        if all(tries):
            yield from tries[-1]

    def schema(self) -> Schema:
        return {"anyOf": [kind.schema() for kind in self.kinds]}
