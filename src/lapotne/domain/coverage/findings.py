"""What a town's canopy shows at a glance: its holes with what would close them, and its single points of failure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from lapotne.domain.coverage.cells import Cell
from lapotne.domain.coverage.contributions import Calendar
from lapotne.domain.coverage.evaluation import Evaluator, TownCoverage
from lapotne.domain.coverage.gaps import gap_bits
from lapotne.domain.coverage.mends import Hole, Mend, nearest_mend
from lapotne.domain.coverage.patterns import Pattern, patterns
from lapotne.domain.coverage.states import spans_of
from lapotne.domain.coverage.weak_points import single_points
from lapotne.domain.mechanism.needs import Need, Profile
from lapotne.domain.mechanism.offers import Availability, Offer
from lapotne.domain.mechanism.states import State
from lapotne.domain.mechanism.towns import Mechanism


@dataclass(frozen=True, slots=True)
class Finding:
    """One hole: a need that isn't met at the same minutes for these profiles, and the nearest mend."""

    need: Need
    profiles: tuple[Profile, ...]
    minutes: int
    minutes_by_state: tuple[int, ...]
    patterns: tuple[Pattern, ...]
    mend: Mend | None

    @property
    def worst_state(self) -> State:
        """The state it lies in longest."""
        below = self.minutes_by_state
        return State(max(range(len(below)), key=lambda state: (below[state], -state)))


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """An institution that stands alone behind a need for so many minutes."""

    need: Need
    profiles: tuple[Profile, ...]
    institution: str
    minutes: int


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """An availability whose word is missing or has fallen due."""

    offer: Offer
    availability: Availability


def findings(town: TownCoverage, evaluator: Evaluator, neighbours: Iterable[Offer] = ()) -> list[Finding]:
    """The holes of a town, the longest first; `neighbours` are offers elsewhere that an agreement could bring.

    Of equal holes the need that can wait least comes first, then the order in which the needs were asked.
    """
    offers = (*town.mechanism.offers, *neighbours)
    found = [
        _finding(cells, bits, town, offers, evaluator.calendar, evaluator.asked_on)
        for (_, bits), cells in _grouped(town).items()
    ]
    return sorted(found, key=lambda finding: (-finding.minutes * len(finding.profiles), finding.need.within_hours))


def weak_points(town: TownCoverage, calendar: Calendar) -> list[WeakPoint]:
    """Each need's institutions that stand alone, the longest alone first."""
    found: dict[tuple[str, str], tuple[int, int, Need]] = {}
    for cell in town.cells:
        for institution, bits in single_points(cell, calendar).items():
            profiles, minutes, _ = found.get((cell.need.key, institution), (0, 0, cell.need))
            lasting = bits.bit_count() * town.period.step
            found[cell.need.key, institution] = (profiles | cell.profiles, max(minutes, lasting), cell.need)
    points = [
        WeakPoint(need, _named(profiles, town), institution, minutes)
        for (_, institution), (profiles, minutes, need) in found.items()
    ]
    return sorted(points, key=lambda point: (-point.minutes, point.need.key, point.institution))


def to_confirm(mechanism: Mechanism, asked_on: date) -> list[ToConfirm]:
    """Every availability that nobody has confirmed, or whose confirmation has fallen due by the day."""
    return [
        ToConfirm(offer, availability)
        for offer in mechanism.offers
        for availability in offer.availabilities
        if availability.confirmation is None or not availability.confirmation.is_valid_on(asked_on)
    ]


def _grouped(town: TownCoverage) -> dict[tuple[str, int], list[Cell]]:
    grouped: dict[tuple[str, int], list[Cell]] = {}
    for cell in town.cells:
        bits = gap_bits(cell, town.period)
        if bits:
            grouped.setdefault((cell.need.key, bits), []).append(cell)
    return grouped


def _finding(
    cells: list[Cell], bits: int, town: TownCoverage, offers: Sequence[Offer], calendar: Calendar, asked_on: date
) -> Finding:
    need, period = cells[0].need, town.period
    cells = sorted(cells, key=lambda cell: -cell.profiles.bit_count())
    profiles = _named(_union(cells), town)
    holes = [Hole(need, _named(cell.profiles, town)[0], bits) for cell in cells]
    return Finding(
        need,
        profiles,
        bits.bit_count() * period.step,
        _minutes_in(cells[0], bits, period.step),
        tuple(patterns(spans_of(bits, period), period.zone)),
        nearest_mend(holes, offers, calendar, asked_on),
    )


def _minutes_in(cell: Cell, bits: int, step: int) -> tuple[int, ...]:
    """Minutes by state inside a set of steps."""
    at_least = [bits.bit_count(), *((level & bits).bit_count() for level in cell.levels), 0]
    return tuple((more - fewer) * step for more, fewer in pairwise(at_least))


def _union(cells: Iterable[Cell]) -> int:
    profiles = 0
    for cell in cells:
        profiles |= cell.profiles
    return profiles


def _named(profiles: int, town: TownCoverage) -> tuple[Profile, ...]:
    return tuple(profile for place, profile in enumerate(town.profiles) if profiles >> place & 1)
