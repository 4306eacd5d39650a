"""What the files of content hold: pages, and the text of each in the languages that it is written in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from lapotne.adapters.content.blocks import Block
from lapotne.adapters.problems import Problem

DIGITS = 16
BODY = "body"


type Place = tuple[str, int]
"""A file beside page.yaml, and how many times it was shown before on the page."""


def places(names: Iterable[str]) -> list[Place]:
    shown: Counter[str] = Counter()
    found = []
    for name in names:
        found.append((name, shown[name]))
        shown[name] += 1
    return found


@dataclass(frozen=True)
class TextFile:
    """A page in one language; `sections` are its parts of their own, `lines` says where each key stands."""

    language: str
    file: str
    raw: str
    front: Mapping[str, Any]
    blocks: tuple[Block, ...]
    lines: Mapping[str, int] = field(default_factory=dict)
    sections: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)

    @property
    def streams(self) -> dict[str, tuple[Block, ...]]:
        """All that is made of blocks, by name, in the order in which it is read; the text itself comes last."""
        return {**self.sections, BODY: self.blocks}

    @property
    def digest(self) -> str:
        """What a translation names in `of`: the first digits of the SHA-256 of the file's bytes."""
        return digest_of(self.raw)

    @property
    def title(self) -> str:
        return str(self.front["title"])

    @property
    def summary(self) -> str:
        return str(self.front.get("summary") or "")

    @property
    def pictures(self) -> Mapping[Place, Mapping[str, str]]:
        """The words of each picture of a gallery: shows, caption, credit."""
        said = self.front.get("pictures") or []
        words = ({name: text for name, text in one.items() if name != "file"} for one in said)
        return dict(zip(places(one["file"] for one in said), words, strict=True))


@dataclass(frozen=True)
class PageFile:
    """What all languages of a page share."""

    key: str
    file: str
    raw: str
    facts: Mapping[str, Any]
    texts: Mapping[str, TextFile]

    @property
    def kind(self) -> str:
        return str(self.facts["kind"])

    @property
    def path(self) -> str:
        """The address under the language, without slashes at its ends; the home page has none."""
        return "" if self.kind == "home" else str(self.facts["path"])

    @property
    def source(self) -> str:
        return str(self.facts["source"])

    @property
    def pictures(self) -> list[Place]:
        return places(self.facts.get("pictures") or [])

    @property
    def beside(self) -> list[str]:
        """Documents, covers and pictures that it names, each once."""
        of_files = (one.get(name) for one in self.facts.get("files") or [] for name in ("file", "cover"))
        return list(dict.fromkeys([*filter(None, of_files), *(self.facts.get("pictures") or [])]))

    def file_beside(self, name: str) -> Path:
        return Path(self.file).with_name(Path(name).name)


@dataclass(frozen=True)
class Library:
    """The pages that can be used, by key, parents before their children, and all that is wrong."""

    pages: Mapping[str, PageFile]
    problems: tuple[Problem, ...]


def digest_of(raw: str) -> str:
    return sha256(raw.encode()).hexdigest()[:DIGITS]
