"""The canopy as files: the table of a week and the gaps of a year, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lapotne.apps.mechanism.presenters.canopy.table import stretches
from lapotne.apps.mechanism.presenters.canopy.week import cells_shown
from lapotne.apps.mechanism.presenters.words import states
from lapotne.apps.mechanism.presenters.words.offers import named
from lapotne.apps.mechanism.queries.canopy import Canopy
from lapotne.apps.mechanism.queries.canopy_chosen import Chosen
from lapotne.domain.coverage.gaps import gaps_of
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import moment_of, wall_time

type Record = list[str | int]


def week(canopy: Canopy, chosen: Chosen) -> Iterator[Record]:
    """Each stretch of one state: need, day, times by the wall clock, minutes, state."""
    yield [_("Need"), _("Day"), _("From"), _("Until"), _("Minutes"), _("State")]
    for cell, day, span, state in stretches(canopy, chosen):
        until = "24:00" if span.end == day.end else _local(span.end, chosen.zone)[-5:]
        need = named(cell.need.names, cell.need.key)
        start = _local(span.start, chosen.zone)[-5:]
        yield [_plain(need), day.day.isoformat(), start, until, span.minutes, states.state(state)]


def gaps(canopy: Canopy, chosen: Chosen) -> Iterator[Record]:
    """Each gap of the year: need, profile, from and until by the wall clock and in UTC, minutes by state."""
    below = [state for state in State if state is not State.COVERED]
    yield [
        _("Need"), _("For"), _("From"), _("Until"), _("From, UTC"), _("Until, UTC"), _("Minutes"),
        *(states.state(state) for state in below),
    ]  # fmt: skip
    person, period = named(canopy.profile.names, canopy.profile.key), canopy.year.town.period
    for cell in cells_shown(canopy, chosen, canopy.year.town):
        need = named(cell.need.names, cell.need.key)
        for gap in gaps_of(cell, period):
            bounds = gap.span.start, gap.span.end
            local, utc = (
                [_local(at, chosen.zone) for at in bounds],
                [f"{moment_of(at):%Y-%m-%dT%H:%MZ}" for at in bounds],
            )
            lasting = [gap.minutes_by_state.get(state, 0) for state in below]
            yield [_plain(need), _plain(person), *local, *utc, gap.span.minutes, *lasting]


def _local(minute: int, zone: str) -> str:
    return f"{wall_time(minute, zone):%Y-%m-%d %H:%M}"


def _plain(words: str) -> str:
    """Names come from data: none may be read as a formula by a spreadsheet."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t")) else words
