"""Finds what a command needs beside the files it was given: the reference, and the layers above."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from django.conf import settings

from lapotne.adapters.mechanism_yaml.library import Library
from lapotne.adapters.mechanism_yaml.loading import load_library
from lapotne.adapters.problems import FileProblemsError, Problem
from lapotne.adapters.reference_yaml import Reference, read_reference
from lapotne.adapters.shapes.days import EARLIEST_YEAR, LATEST_YEAR
from lapotne.domain.mechanism.towns import Municipality

UPPER_LAYER = re.compile(r"^layer:\s*[\"']?(country|region)\b", re.MULTILINE)

ReferenceOption = Annotated[
    list[Path] | None, typer.Option("--reference", help="Folder of needs.yaml, profiles.yaml, ...; may be repeated.")
]
AskedOnOption = Annotated[
    str | None, typer.Option("--asked-on", help="Day on which confirmations are judged, as 2026-11-24; else today.")
]


def library_of(files: Sequence[Path], reference: Sequence[Path] | None, today: date) -> Library:
    """The files with the country and region files beside them; ends the command when the reference is unusable."""
    given = [found for file in files for found in _files_of(file)]
    known = {file.resolve() for file in given}
    upper = [file for file in _beside(given) if file.resolve() not in known]
    try:
        return load_library([*given, *upper], reference=list(reference or default_reference()), today=today)
    except FileProblemsError as error:
        tell(error.problems)
    raise typer.Exit(1)


def data_root() -> Path:
    """Where the files of this checkout lie."""
    return Path(settings.DATA_ROOT)


def default_reference() -> list[Path]:
    """The reference of this checkout, the demo's invented municipalities included."""
    return [data_root() / "reference", data_root() / "demo"]


def known_towns() -> Collection[str]:
    """The keys of all municipalities of the reference; ends the command when that is unusable."""
    found = read_reference(default_reference())
    if isinstance(found, Reference):
        return found.municipalities.keys()
    tell(found)
    raise typer.Exit(1)


def tell(problems: Sequence[Problem]) -> None:
    """Every problem on a line of its own, where a terminal or an editor can jump to it."""
    for problem in sorted(problems):
        print(problem, file=sys.stderr)


def town_named(library: Library, key: str) -> Municipality:
    """The municipality of a key, or a clear end with those that there are."""
    towns = library.checker.reference.municipalities
    if key in towns:
        return towns[key]
    here = ", ".join(sorted(name for name, document in library.documents.items() if document.layer == "municipality"))
    return fail(f"No municipality has the key {key!r}. Those with a mechanism: {here}.")


def day_from(text: str | None, default: date) -> date:
    """A day as typed, or a clear end."""
    if text is None:
        return default
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return fail(f"{text!r} isn't a day; write it as 2026-11-24.")
    return within_calendar(day)


def within_calendar[D: date](day: D) -> D:
    """The day or moment itself, or a clear end where no calendar of holidays reaches."""
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        fail(f"{day.isoformat()} lies too far off; choose a day from {EARLIEST_YEAR} to {LATEST_YEAR}.")
    return day


def write(file: Path, text: str) -> None:
    """Write a file that somebody asked for, or a clear end."""
    try:
        file.write_text(text, "utf-8")
    except OSError as error:
        fail(f"{file} can't be written: {error.strerror}. Name a file in a folder that is there and open to you.")


def fail(message: str) -> NoReturn:
    """Say what is wrong and end with 1."""
    print(message, file=sys.stderr)
    raise typer.Exit(1)


def _files_of(source: Path) -> list[Path]:
    return sorted(source.glob("*.yaml")) if source.is_dir() else [source]


def _beside(files: Sequence[Path]) -> Iterator[Path]:
    folders = dict.fromkeys([*(file.resolve().parent for file in files), data_root() / "mechanisms"])
    seen: set[str] = set()
    for folder in folders:
        for file in sorted(folder.glob("*.yaml")):
            # The country file beside the given ones comes before that of the checkout.
            if file.name not in seen and _is_upper_layer(file):
                seen.add(file.name)
                yield file


def _is_upper_layer(file: Path) -> bool:
    try:
        return bool(UPPER_LAYER.search(file.read_text("utf-8", errors="replace")))
    except OSError:
        # Nobody asked for this one: whatever stands beside and can't be read is no layer.
        return False
