"""The end of an opening is told only as far as anybody has looked."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from lapotne.domain.moments.clock import minute_shown, utc_minute
from lapotne.domain.moments.opening_at import opening_at
from lapotne.domain.moments.timetable import Timetable

RIGA = "Europe/Riga"


def minute(day: int, hour: int) -> int:
    return utc_minute(datetime(2026, 11, day, hour, tzinfo=ZoneInfo(RIGA)))


@pytest.mark.parametrize("hours", ["24/7", "Mo-Su 00:00-24:00"])
def test_what_never_closes_has_no_end_in_sight(hours):
    assert opening_at(Timetable(hours), minute(4, 3), RIGA, frozenset()).until is None


def test_what_closes_within_the_fortnight_tells_when():
    assert opening_at(Timetable("Mo-Sa 00:00-24:00"), minute(18, 3), RIGA, frozenset()).until == minute(22, 0)


@pytest.mark.parametrize(
    ("wall", "shown"),
    [
        ("2026-11-18T03:00", "2026-11-18T01:00"),
        ("2026-07-01T03:00", "2026-07-01T00:00"),
        ("2026-10-25T03:30", "2026-10-25T00:30"),
    ],
)
def test_a_wall_time_is_the_first_minute_that_shows_it(wall, shown):
    assert minute_shown(datetime.fromisoformat(wall), RIGA) == utc_minute(datetime.fromisoformat(f"{shown}+00:00"))


def test_the_hour_that_the_clocks_skip_is_never_shown():
    assert minute_shown(datetime.fromisoformat("2027-03-28T03:30"), RIGA) is None
