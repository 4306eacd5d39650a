"""What a change closes and opens, where towns stand beside one another, and how gaps come back."""

from __future__ import annotations

from dataclasses import replace

from lapotne.domain.coverage.comparison import by_coverage, uncovered_everywhere
from lapotne.domain.coverage.evaluation import TownCoverage
from lapotne.domain.coverage.gaps import gap_bits
from lapotne.domain.coverage.patterns import patterns
from lapotne.domain.coverage.states import picture, spans_of
from lapotne.domain.coverage.what_if import difference
from lapotne.domain.mechanism.states import State
from lapotne.domain.moments.clock import MINUTES_IN_WEEK, Span, local_midnight
from tests.domain.coverage.situations import MAN, MONDAY, TOWN, WOMEN_ONLY, shelter, week

ALWAYS, DAY, NIGHT = "24/7", "Mo-Su 08:00-22:00; PH off", "Mo-Su 22:00-08:00; PH off"
MIDNIGHT = local_midnight(MONDAY, "Europe/Riga")


def town(key: str, *hours: str) -> TownCoverage:
    covered = week(*(shelter(f"{key}-{at}", text) for at, text in enumerate(hours)), profiles=(MAN,)).town
    return replace(covered, mechanism=replace(covered.mechanism, municipality=replace(TOWN, key=key)))


def test_a_longer_night_closes_the_nights_of_the_week() -> None:
    before = week(shelter("osta", DAY), profiles=(MAN,)).town
    after = week(shelter("osta", ALWAYS), profiles=(MAN,)).town
    (change,) = difference(before, after)
    assert (change.need.key, change.profile.key) == ("bed", "man")
    assert (change.closed_minutes, change.opened_minutes) == (7 * 10 * 60, 0)
    assert change.closed[0] == Span(MIDNIGHT, MIDNIGHT + 8 * 60)


def test_a_change_may_open_a_gap_for_some_and_close_none() -> None:
    before = week(shelter("osta", ALWAYS)).town
    after = week(shelter("osta", ALWAYS, eligibility=WOMEN_ONLY)).town
    (change,) = difference(before, after)
    assert (change.profile.key, change.opened_minutes) == ("man", MINUTES_IN_WEEK)


def test_nothing_changed_is_no_difference() -> None:
    assert difference(week(shelter("osta", DAY)).town, week(shelter("osta", DAY)).town) == []


def test_the_best_covered_town_comes_first() -> None:
    ranked = by_coverage([town("dark", "off"), town("half", DAY), town("full", ALWAYS)])
    assert [standing.municipality.key for standing in ranked] == ["full", "half", "dark"]
    assert [round(standing.met, 3) for standing in ranked] == [1.0, round(14 / 24, 3), 0.0]


def test_the_country_has_no_cover_where_all_towns_have_a_gap() -> None:
    nobody = uncovered_everywhere([town("one", "Mo-Su 08:00-20:00; PH off"), town("two", "Mo-Su 10:00-24:00; PH off")])
    assert nobody["bed", "man"][0] == Span(MIDNIGHT, MIDNIGHT + 8 * 60)
    assert uncovered_everywhere([town("one", DAY), town("two", NIGHT), town("three", ALWAYS)]) == {}


def test_gaps_that_come_every_night_are_one_pattern() -> None:
    asked = week(shelter("osta", DAY), profiles=(MAN,))
    (cell,) = asked.town.cells
    found = patterns(spans_of(gap_bits(cell, asked.town.period), asked.town.period), "Europe/Riga")
    # The week begins inside the first night and ends inside the last, so both are cut there.
    assert (found[0].starts, found[0].wall_minutes, found[0].times) == (22 * 60, 10 * 60, 6)
    assert [(cut.starts, cut.wall_minutes) for cut in found[1:]] == [(0, 8 * 60), (22 * 60, 2 * 60)]


def test_a_step_of_a_picture_has_the_worst_state_of_its_minutes() -> None:
    asked = week(shelter("osta", "Mo-Su 08:30-22:00; PH off"), profiles=(MAN,))
    (cell,) = asked.town.cells
    hours = picture(cell, asked.town.period, 60)
    assert (hours[7], hours[8], hours[9]) == (State.NOBODY, State.NOBODY, State.COVERED)
