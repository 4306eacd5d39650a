"""A town's coverage over a period: every need and profile, each class of profiles evaluated once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from lapotne.domain.coverage.admission import Admissions
from lapotne.domain.coverage.cells import Cell, classes, enough_for, levels_of
from lapotne.domain.coverage.contributions import Calendar, Contribution, contributions
from lapotne.domain.coverage.measures import HOURS_IN_WEEK, Measures
from lapotne.domain.coverage.ranks import ranked
from lapotne.domain.coverage.uncollected import uncollected
from lapotne.domain.coverage.unions import Beginnings, Unions
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.towns import Mechanism
from lapotne.domain.moments.openings import Compiler, Period

BATCH = 400
"""Cells measured at once, give or take a town: enough to spread the cost of a call, few enough for the cache."""
UNIONS = 2000
"""United rows after which the cells so far are measured at once, so that a large town takes little memory."""


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
        self._by_key = {need.key: need for need in self.needs}
        self._applying = {need.key: self.admissions.applying(need) for need in self.needs}
        self._unions = Unions(self.calendar.stack)
        self._measures = Measures(self._unions, period)
        self._waiting: list[Cell] = []
        self._reaching: list[int] = []

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
        parts = contributions(mechanism.offers, self._by_key, self.admissions, self.calendar, self.asked_on)
        cells: list[Cell] = []
        for need in self.needs:
            cells += self._cells(need, parts[need.key])
            if len(self._unions) >= UNIONS:
                self._measure()
        return TownCoverage(mechanism, self.period, tuple(cells), self.admissions.profiles)

    def _cells(self, need: Need, parts: Sequence[Contribution]) -> list[Cell]:
        ranks = ranked(parts, self.calendar)
        unions, shifts, every = Beginnings(self._unions, ranks.rows), ranks.shifts, ranks.every
        cells = []
        for profiles, sets in classes(self._applying[need.key], parts, ranks.brought):
            cells.append(Cell(need, profiles, parts))
            # Openings already reach back over the hours that the need can wait, so those needn't be told.
            self._reaching += [unions[sets >> shift & every] for shift in shifts]
        if self.keep_levels:
            for cell in cells:
                cell.levels = levels_of(cell.parts, self.calendar)
        self._waiting += cells
        return cells

    def _measure(self) -> None:
        if self._waiting:
            enough = [enough_for(cell.need) for cell in self._waiting]
            results = self._measures.measure(self._reaching, enough)
            for cell, result in zip(self._waiting, results, strict=True):
                cell.measured = result
        self._waiting.clear()
        self._reaching.clear()
        self._unions.drop(UNIONS)
