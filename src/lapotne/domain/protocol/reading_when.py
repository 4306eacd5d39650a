"""The conditions of a situation, from plain values: `any`, `all`, `hours`, and facts by their names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lapotne.domain.mechanism.conditions import ADULT, CHILD, AgeRange, Allowed, Condition, Fact
from lapotne.domain.protocol.reading import Path, Reader
from lapotne.domain.protocol.situations import MINUTES_IN_DAY, AllOf, AnyOf, FactIs, HoursAre, When

UNKNOWN = "unknown"
"""In the list of a fact: it also counts while nobody knows."""

_AGES = {"child": CHILD, "adult": ADULT}
_HOURS = re.compile(r"(\d{2}):(\d{2})-(\d{2}):(\d{2})")


def read_when(reader: Reader, value: object, path: Path) -> When:
    """All lines of a mapping must hold."""
    parts = tuple(_part(reader, key, item, (*path, key)) for key, item in reader.entries(value, path))
    if not parts:
        reader.wrong(path, "A condition is missing.", "Write a fact, `hours`, `any` or `all`.")
    return parts[0] if len(parts) == 1 else AllOf(parts)


def read_facts(reader: Reader, value: object, path: Path) -> dict[str, Fact]:
    """Facts by attribute: a word, an age, or the languages spoken."""
    facts: dict[str, Fact] = {}
    for attribute, said in reader.entries(value, path):
        place = (*path, attribute)
        if isinstance(said, Mapping):
            facts[attribute] = _age_range(reader, attribute, said, place)
        elif isinstance(said, list | tuple):
            facts[attribute] = frozenset(reader.items(said, place, reader.text))
        else:
            word = reader.text(said, place)
            facts[attribute] = _AGES.get(word, word) if attribute == "age" else word
    return facts


def _part(reader: Reader, key: str, value: object, path: Path) -> When:
    if key in {"any", "all"}:
        parts = reader.items(value, path, lambda item, place: read_when(reader, item, place))
        if not parts:
            reader.wrong(path, f"`{key}` is empty.", "List at least one condition.")
        return AnyOf(parts) if key == "any" else AllOf(parts)
    if key == "hours":
        return _hours(reader, value, path)
    return _fact(reader, key, value, path)


def _hours(reader: Reader, value: object, path: Path) -> HoursAre:
    found = _HOURS.fullmatch(str(value))
    numbers = [int(number) for number in found.groups()] if found else [0, 0, 0, 0]
    start, end = numbers[0] * 60 + numbers[1], numbers[2] * 60 + numbers[3]
    in_range = max(numbers[1], numbers[3]) < 60 and start < MINUTES_IN_DAY and end <= MINUTES_IN_DAY  # noqa: PLR2004
    if not found or start == end or not in_range:
        reader.wrong(path, f"`{value}` are no hours.", 'Write them as "22:00-06:00".')
    return HoursAre(start, end)


def _fact(reader: Reader, attribute: str, value: object, path: Path) -> FactIs:
    if isinstance(value, Mapping):
        return FactIs(Condition(attribute, _age_range(reader, attribute, value, path)))
    given = value if isinstance(value, list | tuple) else [value]
    words = [reader.text(word, path) for word in given]
    known = [word for word in words if word and word != UNKNOWN]
    if not any(words):
        reader.wrong(path, f"What `{attribute}` must be is missing.", "Write a value, or a list of them.")
    if known or UNKNOWN not in words:
        return FactIs(Condition(attribute, _allowed(reader, attribute, known, path)), UNKNOWN in words)
    # Nothing but unknown: no value fits, so only not knowing counts.
    return FactIs(Condition(attribute, AgeRange(0, 0) if attribute == "age" else frozenset()), or_unknown=True)


def _allowed(reader: Reader, attribute: str, words: list[str], path: Path) -> Allowed:
    if attribute != "age":
        return frozenset(words)
    if len(words) == 1 and words[0] in _AGES:
        return _AGES[words[0]]
    reader.wrong(path, f"`{', '.join(words)}` is no age.", "Write child, adult or {from: 16, below: 21}.")
    return CHILD


def _age_range(reader: Reader, attribute: str, value: object, path: Path) -> AgeRange:
    if attribute != "age":
        reader.wrong(path, f"`{attribute}` takes words, not a range.", "Write a value, or a list of them.")
    bounds = reader.fields(value, path, ("from", "below"))
    start = reader.minutes(bounds["from"], (*path, "from")) if "from" in bounds else 0
    return AgeRange(start, reader.minutes(bounds["below"], (*path, "below")) if "below" in bounds else None)
