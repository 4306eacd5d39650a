"""What cells and towns share leaves each as it is alone: unions of rows, gaps remembered, batches."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import compress
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapotne.domain.coverage import evaluation
from lapotne.domain.coverage.cells import Cell
from lapotne.domain.coverage.evaluation import Evaluator
from lapotne.domain.coverage.gaps import gap_bits
from lapotne.domain.coverage.packed import Stack, packed
from lapotne.domain.coverage.states import span_of, spans_of, states_of
from lapotne.domain.coverage.unions import ROWS_IN_BLOCK, Beginnings, Unions
from lapotne.domain.mechanism.needs import Profile
from lapotne.domain.mechanism.standing import standing
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import wall_time
from lapotne.domain.moments.openings import Period
from lapotne.domain.moments.public_holidays import public_holidays
from tests.bench import generator

STEPS = 150
ROWS = 8
DAYS = (date(2027, 3, 27), date(2027, 10, 30), date(2027, 6, 22), date(2027, 6, 30), date(2027, 12, 30))
HOLIDAYS = public_holidays("LV", range(2026, 2030))


class Crowd:
    """Three towns with much in common, asked about for many profiles, over a clock change, holidays or a closure."""

    def __init__(self, seed: int) -> None:
        random = Random(seed)  # noqa: S311 -- drawn towns, no secrets
        first = random.choice(DAYS)
        self.period = Period("Europe/Riga", first, first + timedelta(days=random.randrange(1, 9)), 15, 72, HOLIDAYS)
        self.needs = random.sample(generator.needs(), 6)
        self.profiles = tuple(generator.profiles(random, 12))
        texts = generator.hours_texts(random, 12)
        self.towns = list(generator.towns(random, 3, 20, 5, texts, self.needs))

    def evaluator(self, *profiles: Profile) -> Evaluator:
        return Evaluator(self.needs, profiles or self.profiles, self.period, generator.ASKED_ON)

    def told(self) -> list[list[tuple[object, ...]]]:
        return [[told(cell) for cell in town.cells] for town in self.evaluator().towns(self.towns)]


def told(cell: Cell) -> tuple[object, ...]:
    """All that a cell says of its profiles."""
    found = cell.measured
    ways = [(part.state, part.offer, part.availability) for part in cell.parts]
    gaps = [each.tolist() for each in (found.gap_starts, found.gap_ends, found.by_hour)]
    return cell.levels, found.minutes, gaps, ways


crowds = st.builds(Crowd, st.integers(0, 10**9))


@given(crowds)
def test_profiles_and_towns_asked_together_are_answered_as_each_alone(crowd):
    together = list(crowd.evaluator().towns(crowd.towns))
    for profile in crowd.profiles:
        alone = crowd.evaluator(profile)
        for town in together:
            single = alone.town(town.mechanism)
            for need in crowd.needs:
                found, expected = (each.cell(need.key, profile.key) for each in (town, single))
                assert (found and told(found)) == (expected and told(expected))


@given(crowds)
def test_each_profile_stands_as_when_it_is_judged_alone_with_reasons(crowd):
    for town in crowd.evaluator().towns(crowd.towns):
        ways = [(offer, way) for offer in town.mechanism.offers for way in offer.availabilities]
        for need, profile, cell in town.each():
            stands = [
                (id(way), standing(offer, way, need, profile, generator.ASKED_ON).state)
                for offer, way in ways
                if need.key in offer.meets
            ]
            reached = [(id(part.availability), part.state) for part in cell.parts]
            assert reached == [(way, state) for way, state in stands if state is not None]


@given(crowds)
def test_what_is_measured_is_what_the_levels_say(crowd):
    period = crowd.period
    for town in crowd.evaluator().towns(crowd.towns):
        for cell in town.cells:
            measured, bare = cell.measured, gap_bits(cell, period)
            lasting = np.bincount(states_of(cell.levels, period.steps), minlength=len(State)) * period.step
            assert measured.minutes == tuple(lasting.tolist())
            edges = zip(measured.gap_starts.tolist(), measured.gap_ends.tolist(), strict=True)
            assert [span_of(*each, period) for each in edges] == spans_of(bare, period)
            assert measured.by_hour.tolist() == minutes_by_hour(bare, period)


def minutes_by_hour(bits: int, period: Period) -> list[int]:
    """Step by step by the wall clock; no step lies in two hours."""
    found = [0] * evaluation.HOURS_IN_WEEK
    for step, hour in enumerate(hours_of_week(period)):
        found[hour] += period.step * (bits >> step & 1)
    return found


@lru_cache
def hours_of_week(period: Period) -> list[int]:
    clocks = [wall_time(period.start_minute + step * period.step, period.zone) for step in range(period.steps)]
    return [clock.weekday() * 24 + clock.hour for clock in clocks]


@pytest.mark.parametrize(("cells", "unions"), [(1, 1), (1, 10_000), (10_000, 1)])
@given(crowd=crowds)
def test_the_size_of_a_batch_changes_nothing(cells, unions, crowd):
    usual = crowd.told()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(evaluation, "BATCH", cells)
        patched.setattr(evaluation, "UNIONS", unions)
        assert crowd.told() == usual


@given(st.lists(st.integers(1, 2**STEPS - 1), min_size=ROWS, max_size=ROWS), st.randoms(use_true_random=False))
def test_a_union_holds_the_bits_of_its_rows_and_counts_them(bits, random: Random):
    stack = Stack(STEPS)
    rows, unions = [stack.add(row) for row in bits], Unions(stack)
    for keep in (ROWS_IN_BLOCK, 0):
        sets = random.sample(range(2**ROWS), 2**ROWS)
        known = Beginnings(unions, rows)
        numbers = [known[places] for places in sets]
        wanted = [united(compress(bits, map(int, f"{places:0{ROWS}b}"[::-1]))) for places in sets]
        assert unions.counts(np.array(numbers)).tolist() == [each.bit_count() for each in wanted]
        assert (unions.rows(numbers) == [packed(each, STEPS) for each in wanted]).all()
        assert len(unions) == 2**ROWS - ROWS - 1, "Each set of two rows or more is united once."
        unions.drop(keep)
        assert not len(unions)


def united(rows) -> int:
    bits = 0
    for row in rows:
        bits |= row
    return bits
