"""A town's canopy over a period, in the terminal, as JSON and as SVG: `lapotne canopy FILE`."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from lapotne.adapters.canopy_json import canopy_document
from lapotne.cli import words
from lapotne.cli.drawing import cells_by_need, svg, worst_hours
from lapotne.cli.sources import AskedOnOption, ReferenceOption, day_from, fail, library_of, tell, write
from lapotne.domain.coverage.asking import Asked, Question, ask, week_of
from lapotne.domain.coverage.cells import Cell
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import MINUTES_IN_HOUR

MARKS = {
    State.COVERED: ("█", "green"),
    State.BY_PHONE: ("▓", "green"),
    State.TOO_FAR: ("□", "yellow"),
    State.DEPENDS: ("?", "magenta"),
    State.UNCONFIRMED: ("~", "yellow"),
    State.NOBODY: ("·", "blue"),
}
LONGEST_NAME = 22
STEPS_SHOWN = 56


def canopy(  # noqa: PLR0913, PLR0917 -- each is an option that somebody types
    file: Annotated[Path, typer.Argument(help="The mechanism file of a municipality.")],
    first: Annotated[str | None, typer.Option("--from", help="First local day; else this week's Monday.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="The local day before which it ends; else a week on.")] = None,
    asked_on: AskedOnOption = None,
    reference: ReferenceOption = None,
    profile: Annotated[str | None, typer.Option(help="For whom the picture is; else the worst of all.")] = None,
    as_json: Annotated[Path | None, typer.Option("--json", help="Write all gaps to this file.")] = None,
    as_svg: Annotated[Path | None, typer.Option("--svg", help="Write the picture to this file.")] = None,
) -> None:
    """Show when help is there, and write every gap of every need and profile to the minute."""
    today = day_from(asked_on, datetime.now(UTC).date())
    begins = day_from(first, week_of(today)[0])
    ends = day_from(end, week_of(begins)[1])
    if ends <= begins:
        fail(f"The period ends before it begins: --from {begins} --to {ends}.")
    asked = _asked(file, reference, begins, ends, today)
    _show(asked, profile)
    if as_json:
        write(as_json, json.dumps(canopy_document(asked), ensure_ascii=False, indent=1) + "\n")
    if as_svg:
        write(as_svg, svg(asked, profile))


def _asked(file: Path, reference: list[Path] | None, first: date, end: date, today: date) -> Asked:
    library = library_of([file], reference, today)
    tell([problem for problem in library.problems if problem.file == str(file) or problem.is_error])
    document = library.documents.get(file.stem)
    if document is None:
        fail(f"{file} can't be used until its errors are mended.")
    if document.layer != "municipality":
        fail(f"{file} is the layer of a {document.layer}; a canopy is a municipality's.")
    words_of = library.checker.reference
    question = Question([*words_of.needs.values()], [*words_of.profiles.values()], first, end, today)
    with Console(stderr=True).status("Laying the leaves"):
        return ask(library.mechanism(document.key), question)


def _show(asked: Asked, profile: str | None) -> None:
    console, town, period = Console(highlight=False), asked.town, asked.town.period
    here = town.mechanism.municipality
    if profile and profile not in {known.key for known in town.profiles}:
        fail(f"No profile has the key {profile!r}. There are: {', '.join(known.key for known in town.profiles)}.")
    who = profile or "the worst of all profiles"
    console.print(f"{words.name(here.names, here.key)}, {period.first} to {period.end}, for {who}")
    for need, cells in cells_by_need(asked, profile):
        label = words.shortened(words.name(need.names, need.key), LONGEST_NAME).ljust(LONGEST_NAME + 1)
        console.print(Text(label) + _row(cells, asked))
    if notice := words.moved_days(here.country, period.first, period.end):
        console.print(notice)
    console.print("   ".join(f"{mark} {words.STATES[state]}" for state, (mark, _) in MARKS.items()))


def _row(cells: list[Cell], asked: Asked) -> Text:
    """The worst state of each stretch, over all cells; a stretch is the period cut in so many."""
    period = asked.town.period
    minutes = max(period.step, period.steps * period.step // STEPS_SHOWN // MINUTES_IN_HOUR * MINUTES_IN_HOUR)
    row = Text()
    for state in worst_hours(cells, asked, minutes):
        mark, colour = MARKS[state]
        row.append(mark, colour)
    return row
