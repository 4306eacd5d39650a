"""The folder read as one: every file checked, every problem told at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lapotne.adapters.adverts_yaml import decoding, shape
from lapotne.adapters.adverts_yaml.forms import read_forms
from lapotne.adapters.adverts_yaml.words import Adverts, Example, Flag
from lapotne.adapters.catalogues import in_every_language
from lapotne.adapters.checked_text import check_with, read_checked
from lapotne.adapters.problems import Problem, has_errors
from lapotne.adapters.shapes.kinds import Kind
from lapotne.domain.adverts.rules import LanguageRules

type Raw = Mapping[str, Any]


@dataclass
class _Folder:
    """Files of a folder, each read once; problems are gathered."""

    root: Path
    problems: list[Problem] = field(default_factory=list)

    def read(self, name: str, kind: Kind) -> Raw:
        """A file's values, or nothing where it can't be used."""
        file = self.root / name
        checked = read_checked(file, str(file), check_with(kind))
        self.problems += checked.problems
        return {} if has_errors(checked.problems) else in_every_language(checked.raw)

    def languages(self, name: str) -> list[str]:
        """The languages that have a file in a folder of this one."""
        return sorted(file.stem for file in (self.root / name).glob("*.yaml"))


def read_adverts(root: Path) -> Adverts | list[Problem]:
    """All that the job-offer check needs, or every problem in its files."""
    folder = _Folder(root)
    raw_flags = folder.read("flags.yaml", shape.flags_file())
    if not raw_flags:
        # Every other file speaks of flags; with none known it would be told wrong all over.
        return folder.problems
    flags = decoding.flags_of(raw_flags)
    keys = tuple(flags)
    questions = folder.read("questions.yaml", shape.questions_file(keys))
    checks = folder.read("checks.yaml", shape.checks_file())
    rules = _rules(folder, flags)
    examples = _examples(folder, keys)
    if has_errors(folder.problems):
        return folder.problems
    return Adverts(
        flags=flags,
        questions=decoding.questions_of(questions),
        checks=decoding.checks_of(checks),
        good=tuple(checks["good"]),
        rules=rules,
        examples=examples,
    )


def _rules(folder: _Folder, flags: Mapping[str, Flag]) -> dict[str, LanguageRules]:
    pay, contacts = folder.read("pay.yaml", shape.pay_file()), folder.read("contacts.yaml", shape.contacts_file())
    read = {
        language: folder.read(f"words/{language}.yaml", shape.words_file(tuple(flags)))
        for language in folder.languages("words")
    }
    if has_errors(folder.problems):
        return {}
    shared = decoding.shared_of(pay, contacts)
    return {
        language: decoding.rules_of(raw, flags, shared, read_forms(folder.root / "forms" / f"{language}.txt"))
        for language, raw in read.items()
    }


def _examples(folder: _Folder, flags: tuple[str, ...]) -> dict[str, tuple[Example, ...]]:
    return read_examples(folder.root / "examples", flags, folder.problems.extend)


def read_examples(
    root: Path, flags: tuple[str, ...], tell: Callable[[list[Problem]], None]
) -> dict[str, tuple[Example, ...]]:
    """The adverts of a folder by language; problems are told."""
    folder = _Folder(root)
    read = {language: folder.read(f"{language}.yaml", shape.examples_file(flags)) for language in folder.languages("")}
    tell(folder.problems)
    return {language: decoding.examples_of(raw) for language, raw in read.items() if raw}
