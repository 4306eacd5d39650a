"""A course as SVG: a full bar runs for certain, a dashed one perhaps, an open one until nobody says when."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from lapotne.adapters.course_picture.sheet import Bar, Days, Sheet

INK, MUTED, LINE, LEAF, PALE, ASK, ASK_FILL, DRY, DANGER = (
    "#16211b", "#5a6a61", "#dfe5df", "#2f7d4f", "#8cc29b", "#7a6bb0", "#e6e1f4", "#96651a", "#a3281f"
)  # fmt: skip
FONT = "font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif\""
WIDE, NARROW = 760, 340
MARGIN, TOP, LETTER, TEXT, THICK, GAP = 8, 40, 8.4, 22, 18, 26
LEAST = 6
"""How wide the smallest doubt is drawn, so that it can be seen."""
TICK_ROOM = 70
OPEN_END = 12


@dataclass(frozen=True)
class Scale:
    """Where a day stands from left to right."""

    first: date
    days: int
    width: float

    def at(self, day: date) -> float:
        return MARGIN + (day - self.first).days / self.days * (self.width - 2 * MARGIN)


def picture(sheet: Sheet, width: int = WIDE, *, is_file: bool = False) -> str:
    """The picture; as a file it has a white ground and a size of its own."""
    scale = Scale(sheet.first, max(1, (sheet.last - sheet.first).days), width)
    rows, height = [], float(TOP)
    for bar in sheet.bars:
        drawn = list(_row(bar, height, scale))
        rows += drawn
        height += len(_lines(bar, width)) * TEXT + THICK + GAP
    ids = f"{sheet.key}-{width}"
    size = f' width="{width}" height="{height:.0f}"' if is_file else ""
    ground = f'<rect width="{width}" height="{height:.0f}" fill="#ffffff"/>' if is_file else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}"{size} role="img" '
        f'aria-labelledby="{ids}-title {ids}-what" class="course" {FONT} font-size="15" fill="{INK}">'
        f'<title id="{ids}-title">{escape(sheet.title)}</title><desc id="{ids}-what">{escape(sheet.description)}</desc>'
        f"{ground}{''.join(_axis(sheet, scale, height))}{''.join(rows)}</svg>"
    )


def _axis(sheet: Sheet, scale: Scale, height: float) -> Iterator[str]:
    free = -1000.0
    for tick in sheet.ticks:
        x = scale.at(tick.day)
        yield f'<path class="course-tick" d="M{x:.1f} {TOP - 14}V{height:.0f}" stroke="{LINE}"/>'
        if free <= x <= scale.width - TICK_ROOM:
            yield f'<text class="course-muted" x="{x:.1f}" y="{TOP - 22}" fill="{MUTED}">{escape(tick.label)}</text>'
            free = x + TICK_ROOM
    if sheet.today and sheet.first <= sheet.today.day <= sheet.last:
        x = scale.at(sheet.today.day)
        yield f'<path class="course-today" d="M{x:.1f} {TOP - 14}V{height:.0f}" stroke="{DANGER}" stroke-width="1.5"/>'


def _lines(bar: Bar, width: float) -> list[str]:
    letters = int((width - 2 * MARGIN) / LETTER)
    return [*textwrap.wrap(bar.label, letters), *textwrap.wrap(bar.says, letters)]


def _row(bar: Bar, top: float, scale: Scale) -> Iterator[str]:
    names = len(textwrap.wrap(bar.label, int((scale.width - 2 * MARGIN) / LETTER)))
    for at, line in enumerate(_lines(bar, scale.width)):
        look = 'font-weight="600"' if at < names else f'class="course-muted" fill="{MUTED}"'
        yield f'<text x="{MARGIN}" y="{top + (at + 0.75) * TEXT:.1f}" {look}>{escape(line)}</text>'
    y = top + len(_lines(bar, scale.width)) * TEXT + 2
    yield from _bar(bar, y, scale)
    for day in bar.reminders:
        x = scale.at(day)
        yield f'<path class="course-reminder" d="M{x - 4:.1f} {y + THICK + 9}h8l-4 -7z" fill="{DRY}"/>'


def _bar(bar: Bar, y: float, scale: Scale) -> Iterator[str]:
    left, right = scale.at(bar.begins.last), scale.width - MARGIN
    if bar.begins.first != bar.begins.last:
        yield _doubt(bar.begins, y, scale, ends_at=left)
    if bar.ends is None:
        path = f"M{right - OPEN_END:.1f} {y}H{left:.1f}v{THICK}H{right - OPEN_END:.1f}"
        look = f'class="course-open" fill="none" stroke="{LEAF}" stroke-width="2"'
        yield f'<path {look} d="{path}"/>'
        dots = f"M{right - OPEN_END:.1f} {y}H{right:.1f}M{right - OPEN_END:.1f} {y + THICK}H{right:.1f}"
        yield f'<path {look} d="{dots}" stroke-dasharray="2 3"/>'
        return
    end = scale.at(bar.ends.first)
    if bar.ends.first != bar.ends.last:
        end = min(end, scale.at(bar.ends.last) - LEAST)
        yield _doubt(bar.ends, y, scale, begins_at=end)
    box = f'x="{left:.1f}" y="{y}" width="{max(2, end - left):.1f}" height="{THICK}"'
    yield f'<rect class="course-run" {box} rx="3" fill="{LEAF}"/>'


def _doubt(days: Days, y: float, scale: Scale, begins_at: float | None = None, ends_at: float | None = None) -> str:
    left = min(scale.at(days.first), scale.at(days.last) - LEAST) if begins_at is None else begins_at
    right = scale.at(days.last) if ends_at is None else ends_at
    box = f'x="{left:.1f}" y="{y}" width="{max(LEAST, right - left):.1f}" height="{THICK}"'
    look = f'fill="{ASK_FILL}" stroke="{ASK}" stroke-dasharray="3 2" stroke-width="1.5"'
    return f'<rect class="course-doubt" {box} {look}/>'
