"""Wall clocks and UTC minutes around the changes of the clock."""

from __future__ import annotations

from datetime import date

from lapotne.domain.moments.clock import clock_spans, day_number, local_midnight
from lapotne.domain.moments.opening_at import opening_at
from lapotne.domain.moments.openings import Compiler, Period
from lapotne.domain.moments.timetable import Timetable

RIGA = "Europe/Riga"


def minutes_open(text: str, first: date, end: date, step: int = 15) -> int:
    period = Period(RIGA, first, end, step, 0)
    return Compiler(period).openings(Timetable(text)).certain.bit_count() * step


def test_a_year_has_two_changes_of_the_clock() -> None:
    year = clock_spans(local_midnight(date(2027, 1, 1), RIGA), local_midnight(date(2028, 1, 1), RIGA), RIGA)
    assert [span.offset for span in year] == [120, 180, 120]


def test_a_night_lasts_nine_hours_in_autumn_and_seven_in_spring() -> None:
    nine = minutes_open("Sa 22:00-06:00", date(2026, 10, 24), date(2026, 10, 27))
    seven = minutes_open("Sa 22:00-06:00", date(2027, 3, 27), date(2027, 3, 30))
    # The last step of the reach, [t, t+0], is looked at too, but is closed here.
    assert (nine, seven) == (9 * 60, 7 * 60)


def test_both_passes_of_the_repeated_hour_get_the_same_answer() -> None:
    midnight = local_midnight(date(2026, 10, 25), RIGA)
    states = [
        opening_at(Timetable("Su 03:00-04:00"), midnight + hour * 60 + 30, RIGA, frozenset()).state for hour in range(6)
    ]
    assert states == ["closed", "closed", "closed", "open", "open", "closed"]


def test_it_says_until_when_and_what_opens_next() -> None:
    monday = local_midnight(date(2026, 11, 16), RIGA)
    now = opening_at(Timetable("Mo-Fr 08:00-17:00; PH off"), monday + 9 * 60, RIGA, frozenset())
    assert (now.state, now.until, now.opens) == ("open", monday + 17 * 60, monday + 32 * 60)
    night = opening_at(
        Timetable("Mo-Fr 08:00-17:00; PH off"), monday + 18 * 60, RIGA, frozenset({day_number(date(2026, 11, 17))})
    )
    assert (night.state, night.opens) == ("closed", monday + 56 * 60)
