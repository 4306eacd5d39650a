"""A year: a strip for each need, a column for each day, filled by how long each state lasts that day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from xml.sax.saxutils import escape

from lapotne.adapters.canopy_picture.legend import LegendEntry, legend
from lapotne.adapters.canopy_picture.shapes import MUTED, fill_of, textures
from lapotne.adapters.canopy_picture.sheet import ABOVE_STRIP, EM, LEFT, STRIP, Title, height, places
from lapotne.adapters.canopy_picture.week import HEADING, LEGEND, MARGIN
from lapotne.adapters.canopy_picture.writing import attribute, labels, opening, text, titled
from lapotne.domain.mechanism.states import State

WIDE = 937.2
"""As wide as a week's picture."""
MONTH_BASELINE, HOLIDAY_TOP = 40, 52
ORDER = (State.COVERED, State.BY_PHONE, State.TOO_FAR, State.DEPENDS, State.UNCONFIRMED, State.NOBODY)
"""From the foot of a strip to its head: the rain comes from above."""


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day's column: the month where one begins, the holiday it is, its words and address where a week begins."""

    month: str = ""
    holiday: str = ""
    week_words: str = ""
    week_address: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """A need: for each day its minutes by state (State as index)."""

    label: str
    days: Sequence[tuple[int, ...]]
    group: str = ""


def year_svg(
    strips: Sequence[Strip],
    days: Sequence[YearDay],
    title: Title,
    *,
    legend_entries: Sequence[LegendEntry] = (),
    standalone: bool = True,
) -> str:
    """The picture of a year. `standalone`: a whole file with names, title and legend; else the days alone."""
    groups = [(strip.group, strip.label) for strip in strips]
    high = height(groups) + 4
    drawn = "".join(_days(strips, days, groups, links=not standalone))
    if not standalone:
        look = 'class="canopy canopy--year" role="group" aria-labelledby="canopy-title canopy-description"'
        return f"{opening(WIDE, high, look)}{titled(title)}{textures()}{drawn}</svg>"
    look = 'class="canopy" role="img" aria-labelledby="canopy-title canopy-description"'
    parts = [
        opening(LEFT + WIDE + 2 * MARGIN, HEADING + high + LEGEND + MARGIN, look, is_file=True),
        titled(title),
        textures(),
        text(MARGIN, 30, title.title, 'font-size="18" font-weight="700"'),
        f'<g transform="translate({MARGIN} {HEADING})">{"".join(labels(groups))}</g>',
        f'<g transform="translate({MARGIN + LEFT} {HEADING})">{drawn}</g>',
        *legend(legend_entries, MARGIN + 2, HEADING + high + EM / 2),
        "</svg>",
    ]
    return "".join(parts)


def _days(
    strips: Sequence[Strip], days: Sequence[YearDay], groups: Sequence[tuple[str, str]], *, links: bool
) -> Iterator[str]:
    step, bottom = WIDE / len(days), height(groups)
    for at, day in enumerate(days):
        if day.month:
            yield f'<path class="month-line" d="M{at * step:.1f} 22V{bottom:g}" stroke="#dfe5df"/>'
            yield text(at * step + 3, MONTH_BASELINE, day.month, 'font-weight="600"')
    for place in places(groups):
        if place.row is not None:
            yield f'<g role="img" aria-label={attribute(strips[place.row].label)}>'
            yield from _strip(strips[place.row], step, place.top + ABOVE_STRIP)
            yield "</g>"
    yield from _holidays(days, step, bottom)
    if links:
        yield from _weeks(days, step, bottom)


def _strip(strip: Strip, step: float, top: float) -> Iterator[str]:
    """For each state one path: a box for each run of days that look alike."""
    paths: dict[State, list[str]] = {state: [] for state in ORDER}
    at = 0
    for minutes, alike in groupby(strip.days):
        count, foot = len(list(alike)), top + STRIP
        for state in ORDER:
            high = STRIP * minutes[state] / (sum(minutes) or 1)
            if high:
                foot -= high
                paths[state].append(f"M{at * step:.2f} {foot:.2f}h{count * step:.2f}v{high:.2f}h-{count * step:.2f}z")
        at += count
    for state, boxes in paths.items():
        if boxes:
            yield f'<path {fill_of(state)} d="{"".join(boxes)}"/>'


def _holidays(days: Sequence[YearDay], step: float, bottom: float) -> Iterator[str]:
    for at, day in enumerate(days):
        if day.holiday:
            middle = (at + 0.5) * step
            yield f'<g class="holiday"><title>{escape(day.holiday)}</title>'
            yield f'<path d="M{middle:.1f} {HOLIDAY_TOP}l3.2 5 -3.2 5 -3.2 -5z" fill="{MUTED}"/>'
            yield f'<path class="holiday-line" d="M{middle:.1f} 62V{bottom:g}" stroke="{MUTED}" stroke-width=".5"/></g>'


def _weeks(days: Sequence[YearDay], step: float, bottom: float) -> Iterator[str]:
    """Every week leads to its own picture."""
    begins = [at for at, day in enumerate(days) if day.week_address]
    yield '<g class="weeks">'
    for at, end in pairwise([*begins, len(days)]):
        day = days[at]
        box = f'x="{at * step:.1f}" y="22" width="{(end - at) * step:.1f}" height="{bottom - 22:g}"'
        yield f'<a href={attribute(day.week_address)} tabindex="-1"><title>{escape(day.week_words)}</title>'
        yield f'<rect class="week" {box} fill="none"/></a>'
    yield "</g>"
