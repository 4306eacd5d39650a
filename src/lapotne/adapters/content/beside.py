"""The files that lie beside a page.yaml: there, small enough, and pictures where pictures are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lapotne.adapters.content.kinds import is_files, is_pictures
from lapotne.adapters.pictures import MOST_BYTES, UnreadablePictureError, is_alone
from lapotne.adapters.problems import Fault, Severity
from lapotne.adapters.problems import Path as Place

MEGABYTE = 1024 * 1024


def faults_of_files(value: object, folder: Path) -> Iterator[Fault]:
    """Documents, covers and pictures that aren't there, or can't be shown."""
    if not isinstance(value, dict):
        return
    for place, name, is_shown in _named(value):
        file = folder / Path(name).name
        if not file.is_file():
            yield Fault(place, f"There is no file {name!r}.", "Put it beside page.yaml.")
        elif is_shown:
            yield from _faults_of_picture(place, file)


def _named(value: dict[str, Any]) -> Iterator[tuple[Place, str, bool]]:
    """Where each file is named, its name, and whether it is a picture."""
    files, pictures = value.get("files"), value.get("pictures")
    for number, one in enumerate(files if is_files(files) else ()):
        yield from ((("files", number), one[key], key == "cover") for key in ("file", "cover") if one.get(key))
    for number, name in enumerate(pictures if is_pictures(pictures) else ()):
        yield ("pictures", number), name, True


def _faults_of_picture(place: Place, file: Path) -> Iterator[Fault]:
    if (size := file.stat().st_size) > MOST_BYTES:
        message = f"{file.name!r} has {size / MEGABYTE:.1f} megabytes, and {MOST_BYTES // MEGABYTE} are the most."
        yield Fault(place, message, "Save it smaller: 1600 pixels across are enough.")
        return
    try:
        has_more = not is_alone(file.read_bytes())
    except UnreadablePictureError as error:
        yield Fault(place, f"{file.name!r} is no picture that can be shown. {error}", "Save it as JPEG, PNG or WebP.")
        return
    if has_more:
        message = f"{file.name!r} holds more than a picture: it may tell where and by whom it was taken."
        mend = "Loading takes the picture alone. Save it without metadata, for the file here tells it still."
        yield Fault(place, message, mend, Severity.WARNING)
