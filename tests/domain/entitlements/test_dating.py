"""Which statement stands on a day, by whose day is known: a table of situations."""

from dataclasses import dataclass

import pytest

from lapotne.domain.entitlements.dating import Basis, Dating, SourceDay, standing
from tests.domain.entitlements.books import dating, day


@dataclass(frozen=True)
class Entry:
    name: str
    dating: Dating


def entries(*days):
    return [Entry(chr(ord("A") + at), dating(**one)) for at, one in enumerate(days)]


ACT = {"in_force": "2017-01-01"}
STATED = {"stated_on": "2017-02"}
ADOPTED = {"adopted_on": "2019-07-16"}

SITUATIONS = [
    ("an act holds from its own day", [ACT], "2017-01-01", "A", "", False),
    ("and not a day earlier", [ACT], "2016-12-31", "", "", True),
    ("a monthly source counts from the month's first day", [STATED], "2017-02-01", "A", "", False),
    ("before the first source nobody knows", [STATED], "2017-01-31", "", "", True),
    ("what was stated last stands", [STATED], "2026-11-24", "A", "", False),
    ("a source with only a year counts once the year is over", [{"stated_on": "2021"}], "2021-12-30", "", "", True),
    ("on the year's last day it counts", [{"stated_on": "2021"}], "2021-12-31", "A", "", False),
    ("an act of some day in a year may hold from its first", [{"in_force": "2022"}], "2022-01-01", "", "A", True),
    ("and surely holds from its last", [{"in_force": "2022"}], "2022-12-31", "A", "", False),
    ("an adopted act may hold, and then nothing is sure", [ADOPTED], "2019-07-16", "", "A", True),
    ("before its adoption it can't", [ADOPTED], "2019-07-15", "", "", True),
    ("after its adoption the old and the new may hold", [STATED, ADOPTED], "2020-01-01", "A", "B", False),
    ("a source ends that doubt", [STATED, ADOPTED | {"stated_on": "2020-05"}], "2020-05-01", "B", "", False),
    ("between two sources either may hold", [{"stated_on": "2015-04"}, STATED], "2016-01-01", "A", "B", False),
    ("on the day of a source only what it says", [{"stated_on": "2015-04"}, STATED], "2015-04-01", "A", "", False),
    ("an act's day leaves no doubt before it", [STATED, {"in_force": "2024-07-01"}], "2024-06-30", "A", "", False),
    (
        "a source after an act can't reach before the act",
        [STATED, {"in_force": "2024-07-01"}, {"stated_on": "2025-01"}],
        "2024-01-01",
        "A",
        "",
        False,
    ),
    (
        "a statement beside another leaves it standing",
        [{"stated_on": "2015-04"}, STATED | {"beside": True}],
        "2018-01-01",
        "AB",
        "",
        False,
    ),
    (
        "and isn't carried back before its day",
        [{"stated_on": "2015-04"}, STATED | {"beside": True}],
        "2016-01-01",
        "A",
        "",
        False,
    ),
    ("what has run out is gone", [ACT | {"until": "2017-12-31"}], "2018-01-01", "", "", True),
    ("on its last day it stands", [ACT | {"until": "2017-12-31"}], "2017-12-31", "A", "", False),
    (
        "a source may look back",
        [{"stated_on": "2017-02", "speaks_of": "2016-12-31", "until": "2016-12-31"}, ACT],
        "2016-12-31",
        "A",
        "",
        False,
    ),
    (
        "and what it looked back to ends with the new act",
        [{"stated_on": "2017-02", "speaks_of": "2016-12-31", "until": "2016-12-31"}, ACT],
        "2017-01-01",
        "B",
        "",
        False,
    ),
    ("a question without a day is open always", [{}], "1990-01-01", "A", "", False),
    ("an undated source counts from the day it was read by", [{"read_by": "2026-11-24"}], "2026-11-23", "", "", True),
    ("and then it stands", [{"read_by": "2026-11-24"}], "2026-11-24", "A", "", False),
]


@pytest.mark.parametrize(
    ("situation", "days", "asked", "sure", "possible", "gap"), SITUATIONS, ids=[row[0] for row in SITUATIONS]
)
def test_what_stands_on_a_day(situation, days, asked, sure, possible, gap):
    found = standing(entries(*days), day(asked))
    assert ("".join(one.name for one in found.sure), "".join(one.name for one in found.possible)) == (sure, possible)
    assert found.gap is gap


def test_before_the_first_source_the_first_is_named():
    assert standing(entries(STATED), day("2010-01-01")).later.name == "A"


@pytest.mark.parametrize(
    ("days", "basis"),
    [
        (ACT, Basis.IN_FORCE),
        (STATED, Basis.STATED),
        (ADOPTED | STATED, Basis.ADOPTED),
        (ADOPTED | ACT, Basis.IN_FORCE),
        ({"read_by": "2026"}, Basis.UNDATED),
        ({}, Basis.ALWAYS),
    ],
)
def test_a_day_is_never_passed_off_as_another(days, basis):
    assert dating(**days).basis is basis


@pytest.mark.parametrize("text", ["2017-13", "2017-02-30", "17", "0", "2017-2-1x", "", "never"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        SourceDay.of(text)
