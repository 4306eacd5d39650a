"""Where leaves stand: degrees laid flat, true to shape in the middle, then moved apart where they would overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

from lapotne.adapters.country_picture.leaves import MapLeaf, Sheet

ROUNDS = 60
SETTLED = 0.05
"""Pixels: when no leaf moves further in a round, all stand apart."""


@dataclass(slots=True)
class Place:
    """A point on the sheet, and the leaf whose foot stands there."""

    leaf: MapLeaf
    x: float
    y: float


def placed(leaves: Sequence[MapLeaf], sheet: Sheet) -> tuple[list[Place], int]:
    """Each leaf's place, northern ones first so that southern ones stand before them, and the sheet's height."""
    if not leaves:
        return [], 2 * sheet.margin
    north = max(leaf.latitude for leaf in leaves)
    south = min(leaf.latitude for leaf in leaves)
    west = min(leaf.longitude for leaf in leaves)
    narrowing = cos(radians((north + south) / 2))
    across = (max(leaf.longitude for leaf in leaves) - west) * narrowing or 1.0
    scale = sheet.inside / across
    top = sheet.margin + sheet.leaf
    places = [
        Place(leaf, sheet.margin + (leaf.longitude - west) * narrowing * scale, top + (north - leaf.latitude) * scale)
        for leaf in sorted(leaves, key=lambda leaf: (-leaf.latitude, leaf.key))
    ]
    _move_apart(places, sheet)
    return places, round(top + (north - south) * scale + sheet.margin)


def _move_apart(places: list[Place], sheet: Sheet) -> None:
    """Push neighbours from each other until a leaf has room; an ellipse, for leaves are higher than wide."""
    wide, high = sheet.leaf_width * 1.08, sheet.leaf * 0.8
    for _ in range(ROUNDS):
        moved = 0.0
        for at, one in enumerate(places):
            for other in places[at + 1 :]:
                moved = max(moved, _push(one, other, wide, high))
        if moved < SETTLED:
            return


def _push(one: Place, other: Place, wide: float, high: float) -> float:
    across, down = (other.x - one.x) / wide, (other.y - one.y) / high
    distance = hypot(across, down)
    if distance >= 1:
        return 0.0
    # Two seats in one place part sideways.
    across, down, distance = (across, down, distance) if distance else (1.0, 0.0, 1.0)
    step = max(0.0, 1 - distance) / 2 or 0.5
    shift_x, shift_y = across / distance * step * wide, down / distance * step * high
    one.x, one.y, other.x, other.y = one.x - shift_x, one.y - shift_y, other.x + shift_x, other.y + shift_y
    return hypot(shift_x, shift_y)
