"""Looks after the rulebooks: `lapotne rules check`, `lapotne rules facts`."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding

from lapotne.adapters.law_json import facts_page
from lapotne.adapters.problems import Problem, has_errors
from lapotne.adapters.rulebook_yaml import read_law, read_situations
from lapotne.cli.sources import data_root, day_from, tell
from lapotne.domain.entitlements.rulebook import Rulebook, Rulebooks
from lapotne.domain.entitlements.situations import differing
from lapotne.domain.entitlements.upkeep import unchecked

app = typer.Typer(no_args_is_help=True, help="Look after the rulebooks.")


@app.callback()
def rules() -> None:
    """Look after the rulebooks."""


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="Folder of rulebooks; else that of this checkout.")] = None,
    asked_on: Annotated[str | None, typer.Option("--asked-on", help="Day on which checks are judged.")] = None,
) -> None:
    """Print every error, missing source, failing situation and stale value; ends with 1 where there are errors."""
    folder, today = folder or data_root() / "rules", day_from(asked_on, datetime.now(UTC).date())
    law, console = read_law(folder), Console(highlight=False)
    problems = list(law.problems)
    if law.rulebooks:
        problems += _situations(folder, law.rulebooks)
    tell(problems)
    for book in law.rulebooks.everything if law.rulebooks else ():
        _stale(book, today, console)
    errors = sum(problem.is_error for problem in problems)
    console.print(f"{errors} errors, {len(problems) - errors} warnings.")
    if has_errors(problems):
        raise typer.Exit(1)


@app.command()
def facts(
    folder: Annotated[Path | None, typer.Argument(help="Folder of rulebooks; else that of this checkout.")] = None,
) -> None:
    """Print what may be told about a person, as docs/facts.md has it."""
    law = read_law(folder or data_root() / "rules")
    if law.rulebooks is None:
        tell(law.problems)
        raise typer.Exit(1)
    print(facts_page(law.rulebooks.facts), end="")


def _situations(folder: Path, rulebooks: Rulebooks) -> list[Problem]:
    found: list[Problem] = []
    for book in rulebooks.everything:
        read = read_situations(folder, book)
        found += read.problems
        for file, line, situation in read.found:
            for difference in differing(situation, book):
                message = f"“{situation.name}” doesn't come out: {difference}."
                found.append(Problem(str(file), line, 1, message, "Mend the rule, or the situation."))
    return found


def _stale(book: Rulebook, today: date, console: Console) -> None:
    stale = unchecked(book, today)
    if not stale:
        return
    console.print(f"[bold]{book.country}[/bold]: {len(stale)} values not checked for a year")
    for one in stale:
        when = f"last checked {one.checked_on}" if one.checked_on else "never checked"
        console.print(Padding(f"{one.key}, value {one.number}: {when} ({', '.join(one.sources)})", (0, 0, 0, 2)))
