"""Who can help at a moment: `lapotne now lv-valmiera --need bed --profile man`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console

from lapotne.cli import words
from lapotne.cli.sources import (
    AskedOnOption,
    ReferenceOption,
    data_root,
    day_from,
    fail,
    library_of,
    tell,
    town_named,
    within_calendar,
)
from lapotne.domain.mechanism.helping import Helper, HelpNow, helpers_now
from lapotne.domain.mechanism.needs import Profile
from lapotne.domain.mechanism.timetables import opener
from lapotne.domain.moments.clock import utc_minute, wall_time

NOBODY_KNOWN = Profile("anybody", {}, {"en": "somebody of whom nothing is known"})


def now(
    municipality: Annotated[str, typer.Argument(help="Key of the municipality, as lv-valmiera.")],
    need: Annotated[str, typer.Option(help="Key of the need, as bed.")],
    profile: Annotated[str | None, typer.Option(help="Key of a profile, as man; else nothing is known.")] = None,
    at: Annotated[str | None, typer.Option(help="Local time as 2026-11-18T03:00; else now.")] = None,
    asked_on: AskedOnOption = None,
    reference: ReferenceOption = None,
    mechanisms: Annotated[
        list[Path] | None, typer.Option(help="Files or folders; else those of this checkout.")
    ] = None,
) -> None:
    """Say whom to turn to, in which order, until when, and who comes next."""
    right_now = datetime.now(UTC)
    today = day_from(asked_on, right_now.date())
    library = library_of(mechanisms or [data_root() / "mechanisms", data_root() / "demo"], reference, today)
    tell([problem for problem in library.problems if problem.is_error])
    town = town_named(library, municipality)
    known = library.checker.reference
    if need not in known.needs:
        fail(f"No need has the key {need!r}. There are: {', '.join(known.needs)}.")
    if profile is not None and profile not in known.profiles:
        fail(f"No profile has the key {profile!r}. There are: {', '.join(known.profiles)}.")
    minute = utc_minute(_moment(at, town.time_zone, right_now))
    person = known.profiles[profile] if profile else NOBODY_KNOWN
    open_at = opener(town.time_zone, town.country)
    help_now = helpers_now(library.mechanism(town.key), known.needs[need], person, minute, open_at, today)
    _print(
        help_now, f"{words.name(town.names, town.key)}, {words.name(person.names, person.key)}", town.time_zone, minute
    )


def _moment(at: str | None, zone: str, right_now: datetime) -> datetime:
    if at is None:
        return right_now
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        fail(f"{at!r} isn't a moment; write local time as 2026-11-18T03:00.")
    return within_calendar(moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone)))


def _print(found: HelpNow, whom: str, zone: str, minute: int) -> None:
    console = Console(highlight=False)
    need = words.name(found.need.names, found.need.key)
    console.print(f"[bold]{need}[/bold] for {whom}, {wall_time(minute, zone):%a %d %b %Y %H:%M}")
    console.print("Danger to life: call 112.", style="red")
    if not found.is_asked:
        console.print("This need doesn't arise for this person.")
        return
    console.print(f"{'A hole' if found.is_gap else 'Met'}: {words.STATES[found.state]}.")
    for heading, helpers in (("Now", found.now), ("Later", found.later)):
        for helper in helpers:
            console.print(f"  {heading}: {_line(helper, zone)}")
    if found.ask:
        console.print(f"Ask: {', '.join(found.ask)}.")


def _line(helper: Helper, zone: str) -> str:
    parts = [words.offer(helper.offer), words.STATES[helper.state]]
    parts += [contact.value for contact in helper.contacts[:2]]
    if helper.opens_at is not None:
        parts.append(f"from {wall_time(helper.opens_at, zone):%a %H:%M}")
    elif helper.until is not None:
        parts.append(f"until {wall_time(helper.until, zone):%a %d %b %H:%M}")
    if helper.languages:
        parts.append(" ".join(sorted(helper.languages)))
    return "; ".join(parts)
