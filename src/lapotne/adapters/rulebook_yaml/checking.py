"""Every file of a folder of rulebooks against its shape, with the keys that the other files give."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lapotne.adapters.checked_text import CheckedText, check_with, read_checked
from lapotne.adapters.problems import Problem
from lapotne.adapters.rulebook_yaml import files
from lapotne.adapters.rulebook_yaml.decoding.shared import fact_words
from lapotne.adapters.rulebook_yaml.files import CountryFiles
from lapotne.adapters.rulebook_yaml.shape import country as country_shape
from lapotne.adapters.rulebook_yaml.shape import shared as shared_shape
from lapotne.adapters.rulebook_yaml.shape.vocabulary import LawWords
from lapotne.adapters.shapes.kinds import Kind
from lapotne.adapters.shapes.texts import KEY

type Raws = dict[str, Mapping[str, Any]]
"""What each file holds, by its path inside the folder."""


@dataclass
class Checked:
    """The values of all files and everything that is wrong with them."""

    folder: Path
    raws: Raws = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def read(self, file: Path, kind: Kind) -> Mapping[str, Any]:
        """One file against its shape."""
        checked: CheckedText = read_checked(file, str(file), check_with(kind))
        self.problems += checked.problems
        self.raws[file.relative_to(self.folder).as_posix()] = checked.raw
        return checked.raw

    def missing(self, file: Path, what: str) -> None:
        """A file without which nothing can be read."""
        self.problems.append(Problem(str(file), 1, 1, f"`{file.name}` is missing.", f"Add it: {what}."))


def check(folder: Path) -> Checked:
    """All files of a folder, every problem at once."""
    found = Checked(folder)
    words = _shared_words(found)
    for country in files.countries(folder):
        _check_country(country, words, found)
    found.problems += files.lost(folder)
    return found


def _shared_words(found: Checked) -> LawWords:
    facts_file, topics_file, sources_file = (found.folder / name for name in (files.FACTS, files.TOPICS, files.SOURCES))
    if not facts_file.exists():
        found.missing(facts_file, "the facts that may be asked, see docs/rulebook-format.md")
    if not topics_file.exists():
        found.missing(topics_file, "the headings, see docs/rulebook-format.md")
    words = LawWords()
    if facts_file.exists():
        # The facts' own conditions speak of the facts beside them, so their words are read before they are checked.
        raw = read_checked(facts_file, str(facts_file), lambda _: iter(())).raw
        words = replace(words, facts=fact_words(raw))
        found.read(facts_file, shared_shape.facts_file(words))
    if topics_file.exists():
        raw = found.read(topics_file, shared_shape.topics_file())
        words = replace(words, topics=_keys(raw, "topics"), kinds=_keys(raw, "kinds"))
    if sources_file.exists():
        words = replace(words, sources=_keys(found.read(sources_file, shared_shape.sources_file()), "sources"))
    return words


def _check_country(country: CountryFiles, words: LawWords, found: Checked) -> None:
    rulebook, sources = country.folder / files.RULEBOOK, country.folder / files.SOURCES
    own = found.read(sources, shared_shape.sources_file()) if sources.exists() else {}
    words = replace(
        words,
        sources=(*words.sources, *_keys(own, "sources")),
        parameters=tuple(file.stem for file in country.parameters),
        entitlements=tuple(file.stem for file in country.entitlements),
    )
    if rulebook.exists():
        raw = found.read(rulebook, country_shape.rulebook_file(words))
        words = replace(words, questions=_keys(raw, "open_questions"))
        _check_name(rulebook, raw, country.country, found)
    else:
        found.missing(rulebook, "the country's code and names, see docs/guides/add-a-country.md")
    for file in country.parameters:
        _read_entry(file, country_shape.parameter_file(words), found)
    for file in country.entitlements:
        _read_entry(file, country_shape.entitlement_file(words), found)


def _read_entry(file: Path, kind: Kind, found: Checked) -> None:
    if not re.fullmatch(KEY, file.stem):
        mend = "Name it with lower case letters, digits and underscores, as course_length.yaml."
        found.problems.append(Problem(str(file), 1, 1, f"`{file.stem}` can't be a key.", mend))
    found.read(file, kind)


def _check_name(file: Path, raw: Mapping[str, Any], country: str, found: Checked) -> None:
    if raw and raw.get("country") != country:
        message = f"The rulebook says `{str(raw.get('country'))[:20]}` and lies in the folder `{country}`."
        found.problems.append(Problem(str(file), 1, 1, message, "The folder has the country's code as its name."))


def _keys(raw: Mapping[str, Any], name: str) -> tuple[str, ...]:
    entries = raw.get(name)
    return tuple(str(key) for key in entries) if isinstance(entries, dict) else ()
