"""What a map of leaves is made of: a leaf with its place, its share and its words, and the sheet it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from lapotne.domain.mechanism.states import State


@dataclass(frozen=True, slots=True)
class MapLeaf:
    """One municipality. `share` of the hours is met, 0 to 1; `state` is how most of the rest stands.

    `words`: its name and finding for who can't see it. `address`: where the leaf leads; empty: nowhere.
    `rank`: whose label is written first, 0 before others. `is_marked`: drawn with a ring, as an invented place.
    """

    key: str
    label: str
    words: str
    latitude: float
    longitude: float
    share: float
    state: State
    address: str = ""
    rank: int = 0
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper: its width in pixels, the height of a leaf, of a letter, and the margin around."""

    width: int = 1180
    leaf: int = 34
    letter: int = 16
    margin: int = 44

    @property
    def leaf_width(self) -> float:
        return self.leaf * 0.62

    @property
    def inside(self) -> int:
        return self.width - 2 * self.margin
