"""A folder of rulebooks as the domain knows them, or everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from lapotne.adapters.problems import Problem
from lapotne.adapters.rulebook_yaml import cache
from lapotne.adapters.rulebook_yaml.assembling import rulebooks_of
from lapotne.adapters.rulebook_yaml.checking import Raws, check
from lapotne.adapters.rulebook_yaml.files import countries
from lapotne.domain.entitlements.rulebook import Rulebooks


@dataclass(frozen=True)
class Law:
    """The rulebooks whose files have no errors, and every problem found.

    `left_out` are the countries with errors; with errors in what all share there are no rulebooks at all.
    """

    rulebooks: Rulebooks | None
    problems: list[Problem] = field(default_factory=list)
    left_out: tuple[str, ...] = ()


def read_law(folder: Path, cache_in: Path | None = None) -> Law:
    """All rulebooks of a folder, read and checked file by file.

    With a folder for it, what was read without an error or warning is kept there under the hash of every file, and
    of the program that checked them, so that nothing old is ever found.
    """
    key = cache.key_of(folder) if cache_in else ""
    if cache_in and (kept := cache.kept(cache_in, key)) is not None:
        return Law(rulebooks_of(kept))
    checked = check(folder)
    problems = sorted(set(checked.problems))
    if cache_in and not problems:
        cache.keep(cache_in, key, checked.raws)
    return _law(folder, checked.raws, problems)


def _law(folder: Path, raws: Raws, problems: list[Problem]) -> Law:
    wrong = {Path(problem.file).relative_to(folder).parts[0] for problem in problems if problem.is_error}
    left_out = {country.country for country in countries(folder)} & wrong
    if wrong - left_out:
        return Law(None, problems, tuple(sorted(left_out)))
    right = {name: raw for name, raw in raws.items() if name.split("/")[0] not in left_out}
    return Law(rulebooks_of(right), problems, tuple(sorted(left_out)))
