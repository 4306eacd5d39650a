"""What was read and found right, kept under the hash of all that it was read from and of the program that read it."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

import msgspec

from lapotne.adapters.rulebook_yaml import files
from lapotne.adapters.rulebook_yaml.checking import Raws

STEM = "rulebooks"
_ADAPTERS = Path(__file__).resolve().parent.parent
_PROGRAM = ("rulebook_yaml", "shapes", "yaml_text", "decoding")
"""The rooms whose code decides what a file means and whether it is right."""


def key_of(folder: Path) -> str:
    """The hash of every file's place and content, those that nobody should have put there included."""
    digest = hashlib.blake2b(_program().encode(), digest_size=20)
    _add(digest, [*files.all_files(folder), *(Path(problem.file) for problem in files.lost(folder))], folder)
    return digest.hexdigest()


def kept(cache: Path, key: str) -> Raws | None:
    """The values kept under a key; None where there are none or they can't be read."""
    try:
        found: Raws = msgspec.json.decode(_file(cache, key).read_bytes(), type=dict[str, dict[str, object]])
    except (OSError, msgspec.DecodeError):
        return None
    return found


def keep(cache: Path, key: str, raws: Raws) -> None:
    """Keep values under a key, in place of all kept before; a folder that can't be written keeps nothing."""
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=cache, prefix=f".{STEM}-", delete=False) as file:
            file.write(msgspec.json.encode(raws))
        # Readers see the old file or the whole new one.
        Path(file.name).replace(_file(cache, key))
        for old in cache.glob(f"{STEM}-*.json"):
            if old != _file(cache, key):
                old.unlink(missing_ok=True)
    except OSError:
        return


def _file(cache: Path, key: str) -> Path:
    return cache / f"{STEM}-{key}.json"


@functools.cache
def _program() -> str:
    digest = hashlib.blake2b(digest_size=20)
    _add(digest, (file for room in _PROGRAM for file in sorted((_ADAPTERS / room).rglob("*.py"))), _ADAPTERS)
    return digest.hexdigest()


def _content(file: Path) -> bytes:
    """What a file holds; nothing where it can't be read, which checking tells of, so that nothing is kept."""
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _add(digest: hashlib.blake2b, found: Iterable[Path], folder: Path) -> None:
    for file in found:
        content = _content(file)
        digest.update(f"{file.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
