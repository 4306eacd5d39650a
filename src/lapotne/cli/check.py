"""Checks mechanism files and sums up where their towns have holes: `lapotne check FILE...`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.progress import track

from lapotne.adapters.mechanism_yaml.library import Library
from lapotne.cli import words
from lapotne.cli.sources import AskedOnOption, ReferenceOption, day_from, library_of, tell
from lapotne.domain.coverage.asking import Asked, Question, ask
from lapotne.domain.coverage.findings import Finding, findings, to_confirm, weak_points
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import MINUTES_IN_HOUR

MOST_ROWS = 12
SHORTEST_MONTH = 28


def check(
    files: Annotated[list[Path], typer.Argument(help="Mechanism files, or folders of them.")],
    reference: ReferenceOption = None,
    asked_on: AskedOnOption = None,
) -> None:
    """Say what is wrong with files, and where the towns they describe have holes in the year to come.

    Ends with 1 when a file has errors, with 0 otherwise, holes or not.
    """
    today = day_from(asked_on, datetime.now(UTC).date())
    library = library_of(files, reference, today)
    tell(library.problems)
    console = Console(highlight=False)
    towns = [key for key in _towns(library) if _is_asked(key, files)]
    for key in track(towns, "Looking for holes", console=Console(stderr=True), transient=True):
        _sum_up(library, key, today, console)
    errors = sum(problem.is_error for problem in library.problems)
    warnings = len(library.problems) - errors
    counts = (len(library.documents), "file"), (errors, "error"), (warnings, "warning")
    files_read, *found = (words.counted(*count) for count in counts)
    console.print(f"{files_read} read, {', '.join(found)}.")
    if errors:
        raise typer.Exit(1)


def _towns(library: Library) -> Iterator[str]:
    return (key for key, document in library.documents.items() if document.layer == "municipality")


def _is_asked(key: str, files: list[Path]) -> bool:
    return any(file.is_dir() or file.stem == key for file in files)


def _sum_up(library: Library, key: str, today: date, console: Console) -> None:
    reference = library.checker.reference
    mechanism = library.mechanism(key)
    year_on = date(today.year + 1, today.month, min(today.day, SHORTEST_MONTH))
    asked = ask(mechanism, Question([*reference.needs.values()], [*reference.profiles.values()], today, year_on, today))
    found = findings(asked.town, asked.evaluator)
    lasting = asked.town.period.end_minute - asked.town.period.start_minute
    always = [finding for finding in found if finding.minutes == lasting and len(finding.profiles) > 1]
    here = mechanism.municipality
    holes = words.counted(len(found), "hole")
    console.print(f"[bold]{words.name(here.names, here.key)}[/bold]: {holes} from {today} to {year_on}")
    for state, at_all_hours in _by_state(always).items():
        _indented(console, f"Always {words.STATES[state]}: {', '.join(at_all_hours)}.")
    for finding in [finding for finding in found if finding not in always][:MOST_ROWS]:
        _indented(console, _line(finding, asked))
        _indented(console, f"would close it: {words.mend(finding.mend)}", 4)
    if notice := words.moved_days(here.country, today, year_on):
        _indented(console, notice)
    unconfirmed, alone = len(to_confirm(mechanism, today)), weak_points(asked.town, asked.evaluator.calendar)
    _indented(
        console,
        f"{len(mechanism.offers)} services and competences; not confirmed: {unconfirmed} of their hours; "
        f"needs that hang on one institution: {len({point.need.key for point in alone})}.\n",
    )


def _by_state(found: list[Finding]) -> dict[State, list[str]]:
    needs: dict[State, list[str]] = {}
    for finding in found:
        needs.setdefault(finding.worst_state, []).append(words.name(finding.need.names, finding.need.key))
    return needs


def _line(finding: Finding, asked: Asked) -> str:
    need = words.name(finding.need.names, finding.need.key)
    whom = words.people(finding.profiles, len(asked.town.profiles))
    hours = f"{finding.minutes // MINUTES_IN_HOUR:,} hours"
    state = words.STATES[finding.worst_state]
    return f"[bold]{need}[/bold], {whom}: {state} {words.patterns(finding)}, {hours}"


def _indented(console: Console, text: str, by: int = 2) -> None:
    console.print(Padding(text, (0, 0, 0, by)))
