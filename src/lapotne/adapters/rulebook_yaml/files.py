"""Which files a folder of rulebooks holds, and those that lie where nobody would read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lapotne.adapters.problems import Problem

FACTS, TOPICS, SOURCES = "facts.yaml", "topics.yaml", "sources.yml"
RULEBOOK, PARAMETERS, ENTITLEMENTS, TESTS = "rulebook.yaml", "parameters", "entitlements", "tests"


@dataclass(frozen=True)
class CountryFiles:
    """The files of one country's folder."""

    folder: Path

    @property
    def country(self) -> str:
        return self.folder.name

    @property
    def parameters(self) -> list[Path]:
        return sorted((self.folder / PARAMETERS).glob("*.yaml"))

    @property
    def entitlements(self) -> list[Path]:
        return sorted((self.folder / ENTITLEMENTS).glob("*.yaml"))

    @property
    def read(self) -> list[Path]:
        """Every file that the rulebook is made of."""
        own = [self.folder / RULEBOOK, self.folder / SOURCES]
        return [*(file for file in own if file.exists()), *self.parameters, *self.entitlements]


def countries(folder: Path) -> list[CountryFiles]:
    """The folders that hold a rulebook or anything of one."""
    return [CountryFiles(found) for found in sorted(folder.glob("*")) if found.is_dir() and any(found.rglob("*.y*ml"))]


def shared(folder: Path) -> list[Path]:
    """The files that all countries share."""
    return [file for name in (FACTS, TOPICS, SOURCES) if (file := folder / name).exists()]


def all_files(folder: Path) -> list[Path]:
    """Every file that is read, in a stable order."""
    return [*shared(folder), *(file for country in countries(folder) for file in country.read)]


def lost(folder: Path) -> Iterator[Problem]:
    """Files that look like part of a rulebook and lie where none is sought."""
    for country in countries(folder):
        known = {*country.read, *(country.folder / TESTS).glob("*.yaml")}
        for file in sorted(set(country.folder.rglob("*.y*ml")) - known):
            mend = f"Put it in {PARAMETERS}/, {ENTITLEMENTS}/ or {TESTS}/ with the ending .yaml, or take it out."
            yield Problem(str(file), 1, 1, "Nothing reads this file.", mend)
