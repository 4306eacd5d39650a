"""The demo's three planted holes are all found, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lapotne.adapters.mechanism_yaml.loading import load_library
from lapotne.domain.coverage.asking import Asked, Question, ask
from lapotne.domain.coverage.findings import Finding, findings, to_confirm, weak_points
from lapotne.domain.mechanism.states import State

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 24)
SUNDAY = 6
ONE_OF_THREE_LANGUAGES = {"vi", "uk", "ru"}


@pytest.fixture(scope="module")
def asked() -> Asked:
    folders = [ROOT / "mechanisms", ROOT / "demo"]
    library = load_library(folders, reference=[ROOT / "reference", ROOT / "demo"], today=TODAY)
    assert not [problem for problem in library.problems if problem.is_error]
    known = library.checker.reference
    needs, profiles = [*known.needs.values()], [*known.profiles.values()]
    return ask(library.mechanism("lv-demo"), Question(needs, profiles, TODAY, date(2027, 11, 24), TODAY))


@pytest.fixture(scope="module")
def holes(asked: Asked) -> dict[str, Finding]:
    found = findings(asked.town, asked.evaluator)
    assert len({finding.need.key for finding in found}) == len(found)
    return {finding.need.key: finding for finding in found}


def test_exactly_the_planted_holes_are_found(holes: dict[str, Finding]) -> None:
    assert sorted(holes) == ["bed", "decide", "interpreter"]


def test_men_have_no_bed_at_night(holes: dict[str, Finding]) -> None:
    night = holes["bed"].patterns[0]
    # The shelter opens at 08:00, and a bed may be waited for two hours.
    assert (night.is_daily, night.starts, night.wall_minutes) == (True, 22 * 60, 8 * 60)
    assert {profile.facts.get("sex") for profile in holes["bed"].profiles} == {"male"}


def test_nobody_decides_on_sunday(asked: Asked, holes: dict[str, Finding]) -> None:
    assert holes["decide"].profiles == asked.town.profiles
    assert {day for pattern in holes["decide"].patterns for day in pattern.weekdays} == {SUNDAY}
    assert holes["decide"].worst_state is State.NOBODY


def test_one_interpreter_for_three_languages(asked: Asked, holes: dict[str, Finding]) -> None:
    for profile in holes["interpreter"].profiles:
        assert profile.facts["languages"] <= ONE_OF_THREE_LANGUAGES
    alone = weak_points(asked.town, asked.evaluator.calendar)
    assert {(point.need.key, point.institution) for point in alone} == {("interpreter", "three-languages")}


def test_everything_is_confirmed(asked: Asked) -> None:
    assert to_confirm(asked.town.mechanism, TODAY) == []


def test_of_equal_holes_the_need_that_can_wait_least_comes_first(asked: Asked) -> None:
    bare = replace(asked.town.mechanism, offers=())
    needs, one = list({cell.need.key: cell.need for cell in asked.town.cells}.values()), asked.town.profiles[:1]
    empty = ask(bare, Question(needs, one, TODAY, date(2026, 12, 1), TODAY))
    found = findings(empty.town, empty.evaluator)
    assert len({finding.minutes for finding in found}) == 1
    met_by_one = [need for need in needs if need.applies(one[0])]
    assert [finding.need for finding in found] == sorted(met_by_one, key=lambda need: need.within_hours)
