"""Tables for spreadsheets and the calendar of closures: every row arrives, and no cell runs as a formula."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from lapotne.adapters.calendar import closures_calendar
from lapotne.adapters.csv_tables import GAPS_HEADER, OFFERS_HEADER, gaps_csv, offers_csv
from lapotne.adapters.csv_text import csv_text
from lapotne.adapters.mechanism_yaml import load_library
from lapotne.adapters.wording import Wording
from lapotne.domain.coverage.asking import Question, ask
from tests.adapters.conftest import TODAY
from tests.adapters.texts import COUNTRY, TOWN, changed


@pytest.fixture
def mechanism(reference, tmp_path):
    def of(*changes):
        town = TOWN
        for change in changes:
            town = changed(town, *change)
        (tmp_path / "lv.yaml").write_text(COUNTRY, encoding="utf-8")
        (tmp_path / "lv-valmiera.yaml").write_text(town, encoding="utf-8")
        return load_library([tmp_path], reference=reference, today=TODAY).mechanism("lv-valmiera")

    return of


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_availability_is_a_row(mechanism, reference):
    table = rows(offers_csv([mechanism()], Wording("en", reference)))
    assert [row["offer_key"] for row in table] == ["police/receive_report", "police/protection", "shelter/night"]
    night = table[-1]
    assert list(night) == list(OFFERS_HEADER)
    assert (night["meets"], night["place"], night["places"]) == ("A bed for tonight", "LV-113", "4 (Sex: male)")
    assert (night["hours"], night["confirmed_on"], night["due"]) == (
        "Mo-Su 18:00-08:00; PH 18:00-08:00",
        "2026-11-01",
        "2027-11-01",
    )
    assert night["contacts"] == "+371 64000000"


def test_a_confidential_place_is_not_in_the_table(mechanism, reference):
    hidden = mechanism(("meets: [bed]", "meets: [bed]\n        place: LV-022\n        confidential: true"))
    assert "LV-022" not in offers_csv([hidden], Wording("en", reference))


def test_every_gap_is_a_row_in_local_time(mechanism, reference):
    bed, man = reference.needs["bed"], reference.profiles["man"]
    question = Question([bed], [man], date(2026, 11, 23), date(2026, 11, 30), TODAY)
    table = rows(gaps_csv([ask(mechanism(), question).town], Wording("en", reference)))
    assert list(table[0]) == list(GAPS_HEADER)
    # A bed must be had within two hours: from 08:00, when the shelter closes, until two hours before it opens.
    assert (table[0]["from"], table[0]["to"]) == ("2026-11-23T08:00+02:00", "2026-11-23T16:00+02:00")
    assert (table[0]["minutes"], table[0]["minutes_nobody"]) == ("480", "480")
    assert len(table) == 7


@given(cells=st.lists(st.text(), min_size=1, max_size=4))
def test_no_cell_runs_as_a_formula_and_none_is_lost(cells):
    (found,) = list(csv.reader(io.StringIO(csv_text(["a"], [cells]), newline="")))[1:]
    for cell, told in zip(cells, found, strict=True):
        assert told in (cell, f"'{cell}")
        assert not told.lstrip(" ").startswith(("=", "@", "-", "\t", "\r"))


@pytest.mark.parametrize("cell", ['=HYPERLINK("x")', "+1+1", "-1", "@SUM(1)", "\t=1", " =1", "\n=1"])
def test_a_formula_is_disarmed(cell):
    assert f"'{cell.strip()[:2]}" in csv_text(["a"], [[cell]]).replace("\t", "").replace(" ", "").replace("\n", "")


def test_a_telephone_number_stays_as_it_is():
    assert "\r\n+371 64000000\r\n" in csv_text(["a"], [["+371 64000000"]])


def test_a_closure_is_an_event_of_whole_days(mechanism, reference):
    at = datetime(2026, 11, 24, 12, tzinfo=UTC)
    calendar = Calendar.from_ical(closures_calendar([mechanism()], Wording("en", reference), at=at))
    (event,) = calendar.walk("VEVENT")
    assert str(event["summary"]) == "Shelter: Night shelter"
    assert str(event["description"]) == "repairs"
    assert (event.start, event.end) == (date(2026, 12, 28), date(2027, 1, 3))


def test_a_town_without_closures_has_an_empty_calendar(mechanism, reference):
    none = mechanism(("            closures: [{from: 2026-12-28, to: 2027-01-02, reason: repairs}]\n", ""))
    at = datetime(2026, 11, 24, 12, tzinfo=UTC)
    assert b"VEVENT" not in closures_calendar([none], Wording("en", reference), at=at)
