"""The rulebooks as their files are now, read again only when a file has changed."""

import logging
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from time import monotonic

from django.conf import settings

from lapotne.adapters.problems import Problem
from lapotne.adapters.rulebook_yaml import Law, files, read_law
from lapotne.domain.entitlements.changing_days import ChangingDay, changing_days
from lapotne.domain.entitlements.rulebook import Rulebook, Rulebooks
from lapotne.domain.entitlements.side_by_side import asked_next

FOLDER, CACHE = "rules", "rulebooks"
type Seen = str
"""Every file with its time of change and its size, a line each: all that is read from them is found by this text."""


class UnreadableError(Exception):
    """A country whose files have an error: half of a law misleads, so none of it is shown. No country: all of them."""

    def __init__(self, country: str = "") -> None:
        self.country = country
        super().__init__(f"The rulebook of {country or 'no country'} can be read; run `lapotne rules check`.")


@dataclass(frozen=True)
class Shelf:
    """The rulebooks of one look at the files, and the countries left out because theirs have errors.

    A page looks once and passes the shelf on.
    """

    books: Rulebooks
    unreadable: tuple[str, ...]
    seen: Seen

    def book(self, country: str) -> Rulebook | None:
        """One country's rulebook, or that of the rules above the countries; UnreadableError where it has errors."""
        if country in self.unreadable:
            raise UnreadableError(country)
        return next((book for book in self.books.everything if book.country == country), None)


def shelf() -> Shelf:
    """All rulebooks that can be read; UnreadableError where none can."""
    seen = _look()
    found = _read(seen)
    if found.rulebooks is None:
        raise UnreadableError
    return Shelf(found.rulebooks, found.left_out, seen)


def days_of_change(shelf: Shelf, country: str) -> tuple[ChangingDay, ...]:
    """The days on which something changed in a country's law, latest first."""
    return _days(shelf.seen, country)


def asked_of_everybody(shelf: Shelf, day: date) -> tuple[str, ...]:
    """What to ask somebody of whom nothing is known, for all countries: the question that settles most first."""
    return _asked(shelf.seen, day)


def errors() -> list[Problem]:
    """All that keeps a rulebook from being shown."""
    return [problem for problem in read_law(_folder(), _cache()).problems if problem.is_error]


def _folder() -> Path:
    return Path(settings.DATA_ROOT) / FOLDER


def _cache() -> Path:
    return Path(settings.VAR) / CACHE


_looked: dict[Path, tuple[float, Seen]] = {}


def _look() -> Seen:
    """The files as they are; three hundred of them take longer than a page, so only after settings.STAMP_SECONDS."""
    folder, now = _folder(), monotonic()
    known = _looked.get(folder)
    if known is None or now - known[0] >= settings.STAMP_SECONDS:
        known = _looked[folder] = (now, _seen(folder))
    return known[1]


def _seen(folder: Path) -> Seen:
    return "\n".join(f"{file} {_state(file)}" for file in files.all_files(folder))


def _state(file: Path) -> tuple[int, int]:
    """The time of change and the size; nothing of a file that is gone or leads nowhere, which reading tells of."""
    try:
        state = file.stat()
    except OSError:
        return 0, 0
    return state.st_mtime_ns, state.st_size


@lru_cache(maxsize=2)
def _read(_seen: Seen) -> Law:
    found = read_law(_folder(), _cache())
    for problem in found.problems:
        if problem.is_error:
            logging.getLogger(__name__).error("A rulebook can't be shown: %s", problem)
    return found


@lru_cache(maxsize=8)
def _asked(seen: Seen, day: date) -> tuple[str, ...]:
    books = _read(seen).rulebooks
    return asked_next(books, {}, day) if books else ()


@lru_cache(maxsize=64)
def _days(seen: Seen, country: str) -> tuple[ChangingDay, ...]:
    books = _read(seen).rulebooks
    return next((changing_days(book) for book in (books.everything if books else ()) if book.country == country), ())
