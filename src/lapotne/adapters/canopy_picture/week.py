"""A week: a row for each need, a leaf for each hour, the present as a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from lapotne.adapters.canopy_picture.legend import LegendEntry, legend
from lapotne.adapters.canopy_picture.shapes import DANGER, MUTED, definitions, shape_id, sky
from lapotne.adapters.canopy_picture.sheet import (
    ABOVE_STRIP,
    DAY_GAP,
    EM,
    HOUR,
    LEFT,
    NARROW,
    Day,
    Hour,
    Now,
    Row,
    Title,
    across,
    height,
    places,
    width,
)
from lapotne.adapters.canopy_picture.writing import attribute, labels, opening, text, titled

HEADING, LEGEND, MARGIN = 44, 40, 16
"""Of a picture that is a file of its own: room for its title, its legend, and around."""
NOW_BASELINE, DAY_BASELINE, NOTE_BASELINE, CLOCK_BASELINE = 13, 34, 50, 67
NOTE_LETTERS = 19
EVERY = 6
"""Hours of the wall clock that are written above the rows."""


def labels_svg(rows: Sequence[Row], *, narrow: bool = False) -> str:
    """The names of the needs alone, so that they can stay in sight while the hours move."""
    groups, wide = _groups(rows), NARROW if narrow else LEFT
    look = f'class="canopy canopy--{"narrow" if narrow else "labels"}" aria-hidden="true" focusable="false"'
    return f"{opening(wide, height(groups) + 4, look)}{''.join(labels(groups, wide))}</svg>"


def picture_svg(
    rows: Sequence[Row],
    days: Sequence[Day],
    title: Title,
    *,
    now: Now | None = None,
    legend_entries: Sequence[LegendEntry] = (),
    standalone: bool = True,
) -> str:
    """The picture of a week. `standalone`: a whole file with names, title and legend; else the hours alone."""
    hours = "".join(_hours(rows, days, now))
    high = height(_groups(rows)) + 4
    if not standalone:
        look = 'class="canopy canopy--hours" role="group" aria-labelledby="canopy-title canopy-description"'
        return f"{opening(width(days), high, look)}{titled(title)}{definitions()}{hours}</svg>"
    wide, tall = LEFT + width(days) + 2 * MARGIN, HEADING + high + LEGEND + MARGIN
    look = 'class="canopy" role="img" aria-labelledby="canopy-title canopy-description"'
    parts = [
        opening(wide, tall, look, is_file=True),
        titled(title),
        definitions(),
        text(MARGIN, 30, title.title, 'font-size="18" font-weight="700"'),
        f'<g transform="translate({MARGIN} {HEADING})">{"".join(labels(_groups(rows)))}</g>',
        f'<g transform="translate({MARGIN + LEFT} {HEADING})">{hours}</g>',
        *legend(legend_entries, MARGIN + 2, HEADING + high + EM / 2),
        "</svg>",
    ]
    return "".join(parts)


def _groups(rows: Sequence[Row]) -> list[tuple[str, str]]:
    return [(row.group, row.label) for row in rows]


def _hours(rows: Sequence[Row], days: Sequence[Day], now: Now | None) -> Iterator[str]:
    starts = _starts(days)
    yield from _headings(days)
    for place in places(_groups(rows)):
        if place.row is not None:
            yield from _row(rows[place.row], starts, place.top, days)
    if now:
        yield from _now(now, days, height(_groups(rows)))


def _starts(days: Sequence[Day]) -> list[float]:
    """Where each column begins."""
    return [across(hour, days) for hour in range(sum(len(day.clock) for day in days))]


def _headings(days: Sequence[Day]) -> Iterator[str]:
    passed = 0
    for day in days:
        yield text(across(passed, days) + 1, DAY_BASELINE, day.label, 'font-weight="600"')
        if day.note:
            yield _note(day, across(passed, days) + 1)
        yield from _clock(day, across(passed, days))
        passed += len(day.clock)


def _note(day: Day, left: float) -> str:
    """What is special about a day, as much of it as fits; the whole is told when it is pointed at."""
    short = day.note if len(day.note) <= NOTE_LETTERS else f"{day.note[:NOTE_LETTERS].rstrip()}…"
    written = text(left, NOTE_BASELINE, short, f'class="day-note" font-size="12" fill="{MUTED}"')
    return f"<g><title>{escape(day.note)}</title>{written}</g>"


def _clock(day: Day, left: float) -> Iterator[str]:
    """Every sixth hour of the wall clock, once where the clock shows it twice."""
    seen: set[int] = set()
    for at, hour in enumerate(day.clock):
        if hour % EVERY == 0 and hour not in seen:
            seen.add(hour)
            yield text(left + at * HOUR, CLOCK_BASELINE, f"{hour:02}", f'class="clock" font-size="12" fill="{MUTED}"')


def _row(row: Row, starts: Sequence[float], top: float, days: Sequence[Day]) -> Iterator[str]:
    above = top + ABOVE_STRIP
    yield f'<g class="row" role="group" aria-label={attribute(row.label)}>'
    passed = 0
    for day in days:
        wide = len(day.clock) * HOUR
        yield sky(starts[passed] - DAY_GAP / 5, above, wide + DAY_GAP * 0.4)
        passed += len(day.clock)
    for hour, left in zip(row.hours, starts, strict=True):
        yield _hour(hour, left, above)
    yield "</g>"


def _hour(hour: Hour, left: float, top: float) -> str:
    use = f'<use href="#{shape_id(hour.state)}" x="{left:.1f}" y="{top:g}"/>'
    if not hour.address:
        return use
    chosen = ' aria-current="true"' if hour.is_chosen else ""
    words = escape(hour.words)
    return f'<a href={attribute(hour.address)} tabindex="-1"{chosen}><title>{words}</title>{use}</a>'


def _now(now: Now, days: Sequence[Day], bottom: float) -> Iterator[str]:
    left, whole = across(now.hours, days), width(days)
    anchor = "start" if left < whole * 0.9 else "end"
    yield f'<path class="now-line" d="M{left:.1f} 2V{bottom:g}" stroke="{DANGER}" stroke-width="1.5"/>'
    look = f'class="now-word" font-size="12.5" font-weight="700" fill="{DANGER}" text-anchor="{anchor}"'
    yield text(left + (5 if anchor == "start" else -5), NOW_BASELINE, now.label, look)
