"""Which names a map has room for: the first in rank, as long as none lies over a leaf or another name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lapotne.adapters.country_picture.leaves import Sheet
from lapotne.adapters.country_picture.placing import Place

LETTER_WIDTH = 0.56
"""Of a letter's height: the mean width in the system's sans serif faces, on the safe side."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A name written beside its leaf; `anchor` is start, end or middle of the text."""

    place: Place
    x: float
    y: float
    anchor: str


def labelled(places: Sequence[Place], sheet: Sheet) -> list[Label]:
    """The labels that fit, in order of rank."""
    taken = [_leaf_box(place, sheet) for place in places]
    found = []
    for place in sorted(places, key=lambda place: (place.leaf.rank, place.leaf.key)):
        for label, box in _choices(place, sheet):
            inside = box.left >= 0 and box.right <= sheet.width
            if inside and not any(box.meets(other) for other in taken):
                found.append(label)
                taken.append(box)
                break
    return found


def width_of(text: str, sheet: Sheet) -> float:
    """How wide a text will be, roughly."""
    return len(text) * sheet.letter * LETTER_WIDTH


def _leaf_box(place: Place, sheet: Sheet) -> Box:
    half = sheet.leaf_width / 2
    return Box(place.x - half, place.y - sheet.leaf, place.x + half, place.y + 1)


def _choices(place: Place, sheet: Sheet) -> list[tuple[Label, Box]]:
    """Right of the leaf, left of it, below it, above it."""
    wide, letter, half = width_of(place.leaf.label, sheet), sheet.letter, sheet.leaf_width / 2 + 3
    middle, below, above = place.y - sheet.leaf * 0.32, place.y + letter + 3, place.y - sheet.leaf - letter * 0.3
    return [
        (
            Label(place, place.x + half, middle, "start"),
            Box(place.x + half, middle - letter * 0.8, place.x + half + wide, middle + letter * 0.25),
        ),
        (
            Label(place, place.x - half, middle, "end"),
            Box(place.x - half - wide, middle - letter * 0.8, place.x - half, middle + letter * 0.25),
        ),
        (
            Label(place, place.x, below, "middle"),
            Box(place.x - wide / 2, below - letter * 0.8, place.x + wide / 2, below + letter * 0.25),
        ),
        (
            Label(place, place.x, above, "middle"),
            Box(place.x - wide / 2, above - letter * 0.8, place.x + wide / 2, above + letter * 0.25),
        ),
    ]
