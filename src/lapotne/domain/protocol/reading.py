"""Plain values, as a data file gives them, to words of the domain: all that is wrong is told at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lapotne.domain.mechanism.needs import Names
from lapotne.domain.protocol.references import FORMS, Reference, reference_of

type Path = tuple[str | int, ...]
"""Keys of mappings and positions in lists, from the top of the document."""

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_KEY = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a value: where it stands, what it is, and how to mend it."""

    path: Path
    message: str
    mend: str


@dataclass(slots=True)
class Reader:
    """Reads values, and notes what is wrong while answering something harmless, so that reading goes on.

    A value that is null counts as left out.
    """

    sources: Collection[str] = ()
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, path: Path, message: str, mend: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(path, message, mend))

    def fields(self, value: object, path: Path, known: Collection[str]) -> Mapping[str, object]:
        """A mapping with none but known keys, those with null left out."""
        given = dict(self.entries(value, path))
        for key in given:
            if key not in known:
                self.wrong((*path, key), f"The key `{key}` isn't known here.", f"Known: {', '.join(known)}.")
        return {key: item for key, item in given.items() if item is not None}

    def entries(self, value: object, path: Path) -> Iterator[tuple[str, object]]:
        """The pairs of a mapping, in order."""
        if isinstance(value, Mapping):
            yield from ((str(key), item) for key, item in value.items())
        elif value is not None:
            self.wrong(path, "A mapping is expected here.", "Write `key: value` lines.")

    def keyed(self, value: object, path: Path) -> Iterator[tuple[str, object]]:
        """The pairs of a mapping whose keys are names of entries."""
        for key, item in self.entries(value, path):
            if _KEY.fullmatch(key):
                yield key, item
            else:
                self.wrong((*path, key), f"`{key}` is no key.", "Use lower case letters, digits, - and _.")

    def items[T](self, value: object, path: Path, read: Callable[[object, Path], T]) -> tuple[T, ...]:
        """Every item of a list, read one by one."""
        if isinstance(value, list | tuple):
            return tuple(read(item, (*path, at)) for at, item in enumerate(value))
        if value is not None:
            self.wrong(path, "A list is expected here.", "Write `[one, two]` or lines that begin with `- `.")
        return ()

    def text(self, value: object, path: Path) -> str:
        """A text; numbers and dates are taken as they are written."""
        if isinstance(value, str | int | float | date) and not isinstance(value, bool):
            return str(value)
        if value is not None:
            self.wrong(path, "A text is expected here.", 'Put it in quotes, "yes" and "no" too.')
        return ""

    def names(self, value: object, path: Path) -> Names:
        """Texts by language."""
        found: dict[str, str] = {}
        for language, text in self.entries(value, path):
            if not _LANGUAGE.fullmatch(language):
                self.wrong((*path, language), f"`{language}` is no language code.", "Use codes such as lv, en.")
            found[language] = self.text(text, (*path, language))
        return found

    def minutes(self, value: object, path: Path) -> int:
        """A whole number of minutes, 0 or more."""
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self.wrong(path, "A whole number, 0 or more, is expected here.", "Write it without a unit: 15.")
        return 0

    def flag(self, value: object, path: Path, otherwise: bool) -> bool:  # noqa: FBT001
        """True or false."""
        if isinstance(value, bool) or value is None:
            return otherwise if value is None else value
        self.wrong(path, "true or false is expected here.", "Write it without quotes.")
        return otherwise

    def choice[E: StrEnum](self, value: object, path: Path, words: type[E], otherwise: E) -> E:
        """One word of a few."""
        if value is None:
            return otherwise
        if isinstance(value, str) and value in {str(word) for word in words}:
            return words(value)
        self.wrong(path, f"`{value}` isn't known here.", f"Write one of: {', '.join(words)}.")
        return otherwise

    def day(self, value: object, path: Path) -> date | None:
        """A date."""
        if value is None or isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.wrong(path, f"`{value}` is no day.", "Write it as 2026-11-18.")
            return None

    def source(self, value: object, path: Path) -> str:
        """The key of a source that the document lists."""
        key = self.text(value, path)
        if key and key not in self.sources:
            self.wrong(path, f"No source has the key `{key}`.", "Add it to `sources`, or name another.")
        return key

    def references(self, value: object, path: Path) -> tuple[Reference, ...]:
        """A list of whom to turn to."""
        return tuple(found for found in self.items(value, path, self._reference) if found is not None)

    def _reference(self, value: object, path: Path) -> Reference | None:
        text = self.text(value, path)
        found = reference_of(text)
        if found is None and text:
            self.wrong(path, f"`{text}` names nobody.", f"Write one of: {FORMS}.")
        return found
