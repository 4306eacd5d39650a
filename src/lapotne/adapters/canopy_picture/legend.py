"""A single leaf beside its word, and the row of all six below a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lapotne.adapters.canopy_picture.shapes import SHAPES, sky
from lapotne.adapters.canopy_picture.sheet import EM, HOUR, STRIP
from lapotne.adapters.canopy_picture.writing import text
from lapotne.domain.mechanism.states import State

LETTER, SPACE = 7.2, 34
"""Roughly the width of a letter, and what stands between two entries."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A state and its word."""

    state: State
    words: str


def leaf_svg(state: State) -> str:
    """One leaf of a state on its bit of sky, for legends and lists; its word stands beside it."""
    size = f'width="{(HOUR + 3) / EM:.4g}em" height="{STRIP / EM:.4g}em"'
    return (
        f'<svg class="canopy-leaf" viewBox="0 0 {HOUR + 3:.4g} {STRIP}" {size} aria-hidden="true" focusable="false">'
        f'{sky(0, 0, HOUR + 3)}<g transform="translate(1.5)">{SHAPES[state]}</g></svg>'
    )


def legend(entries: Sequence[LegendEntry], x: float, y: float) -> Iterator[str]:
    """All entries in a row that begins at a place."""
    for entry in entries:
        yield sky(x - 1.5, y, HOUR + 3)
        yield f'<g transform="translate({x:.4g} {y})">{SHAPES[entry.state]}</g>'
        yield text(x + 14, y + 15, entry.words)
        x += len(entry.words) * LETTER + SPACE
