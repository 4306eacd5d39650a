"""A town's coverage over a period: every need and profile, each class of profiles evaluated once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from lapotne.domain.coverage.admission import Admissions
from lapotne.domain.coverage.cells import Cell, Levels, classes, codes_of, enough_for, levels_of
from lapotne.domain.coverage.contributions import Calendar, Contribution, contributions
from lapotne.domain.coverage.measures import HOURS_IN_WEEK, Measured, ToMeasure, measure
from lapotne.domain.coverage.uncollected import uncollected
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Offer
from lapotne.domain.mechanism.states import State
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.moments.openings import Compiler, Period

BATCH = 400
"""Cells measured at once, give or take a town: enough to spread the cost of a call, few enough for the cache."""
REMEMBERED = 20_000
"""Measured cells kept for towns that are answered alike."""

type Signature = frozenset[int]
"""The codes of a cell, and below zero the worst state that isn't a gap."""


@dataclass(frozen=True, slots=True)
class TownCoverage:
    """The cells of a town, by need in the order asked; profiles that are answered alike share a cell."""

    mechanism: Mechanism
    period: Period
    cells: tuple[Cell, ...]
    profiles: tuple[Profile, ...]

    def cell(self, need: str, profile: str) -> Cell | None:
        """The cell of a need and a profile; None where the need doesn't apply."""
        place = next(at for at, known in enumerate(self.profiles) if known.key == profile)
        return next((cell for cell in self.cells if cell.need.key == need and cell.profiles >> place & 1), None)

    def each(self) -> Iterator[tuple[Need, Profile, Cell]]:
        """Every need and profile it applies to, with the cell, in the order asked."""
        by_need: dict[str, list[Cell]] = defaultdict(list)
        for cell in self.cells:
            by_need[cell.need.key].append(cell)
        for cells in by_need.values():
            for place, profile in enumerate(self.profiles):
                for cell in cells:
                    if cell.profiles >> place & 1:
                        yield cell.need, profile, cell

    def worst_hour(self) -> tuple[int, int]:
        """The hour of the local week (0: Monday 00:00) with most gap minutes over all cells, and those minutes."""
        total = np.zeros(HOURS_IN_WEEK, np.int64)
        for cell in self.cells:
            total += cell.measured.by_hour.astype(np.int64) * cell.profiles.bit_count()
        return worst_hour(total)


def worst_hour(by_hour: NDArray[np.int64] | NDArray[np.int32]) -> tuple[int, int]:
    """The hour with most gap minutes, ties to the earliest (rule 17), and those minutes."""
    hour = int(np.argmax(by_hour))
    return hour, int(by_hour[hour])


class Evaluator:
    """Evaluates towns of one country over one period; what towns share is computed once."""

    def __init__(
        self,
        needs: Sequence[Need],
        profiles: Sequence[Profile],
        period: Period,
        asked_on: date,
        *,
        keep_levels: bool = True,
    ) -> None:
        self.needs, self.period, self.asked_on = tuple(needs), period, asked_on
        self.admissions = Admissions(profiles)
        self.calendar = Calendar(Compiler(period))
        self.keep_levels = keep_levels
        self._applying = {need.key: self.admissions.applying(need) for need in self.needs}
        self._remembered: dict[Signature, list[Measured]] = {}
        self._waiting: list[tuple[ToMeasure, list[Measured]]] = []

    def town(self, mechanism: Mechanism) -> TownCoverage:
        """The coverage of one town."""
        return next(self.towns([mechanism]))

    def towns(self, mechanisms: Iterable[Mechanism]) -> Iterator[TownCoverage]:
        """The coverage of each town in turn; measured a batch at a time.

        The cycle collector rests until the last town is taken, or no more are asked for.
        """
        following = iter(mechanisms)
        with uncollected():
            while ready := self._batch(following):
                yield from ready

    def _batch(self, following: Iterator[Mechanism]) -> list[TownCoverage]:
        """The next towns, as many as fill a batch of cells to measure."""
        ready: list[TownCoverage] = []
        for mechanism in following:
            ready.append(self._prepare(mechanism))
            if len(self._waiting) >= BATCH:
                break
        self._measure()
        return ready

    def _prepare(self, mechanism: Mechanism) -> TownCoverage:
        offers: dict[str, list[Offer]] = defaultdict(list)
        for offer in mechanism.offers:
            for need in offer.meets:
                offers[need].append(offer)
        cells = tuple(cell for need in self.needs for cell in self._cells(need, offers.get(need.key, ())))
        return TownCoverage(mechanism, self.period, cells, self.admissions.profiles)

    def _cells(self, need: Need, offers: Sequence[Offer]) -> list[Cell]:
        parts = list(contributions(offers, need, self.admissions, self.calendar, self.asked_on))
        enough = enough_for(need)
        return [
            Cell(need, profiles, reaching, self._levels(reaching), self._place(codes_of(reaching), enough))
            for profiles, reaching in classes(self._applying[need.key], parts)
        ]

    def _levels(self, parts: tuple[Contribution, ...]) -> Levels:
        return levels_of(parts, self.calendar) if self.keep_levels else ()

    def _place(self, codes: list[int], enough: State) -> list[Measured]:
        """Where the measures of such a cell will stand: those of one that is made of the same rows, or new ones."""
        # Openings already reach back over the hours that the need can wait, so those needn't be told.
        signature = frozenset((-enough, *codes))
        place = self._remembered.get(signature)
        if place is None:
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            place = self._remembered[signature] = []
            self._waiting.append((ToMeasure(codes, enough), place))
        return place

    def _measure(self) -> None:
        if self._waiting:
            results = measure([cell for cell, _ in self._waiting], self.calendar.stack.rows, self.period)
            for (_, place), result in zip(self._waiting, results, strict=True):
                place.append(result)
        self._waiting.clear()
