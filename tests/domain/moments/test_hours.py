"""What begins on a day: opening_hours texts judged by docs/coverage.md rules 1 to 6."""

from __future__ import annotations

from datetime import date

import pytest

from lapotne.domain.moments.clock import Span, day_number
from lapotne.domain.moments.hours import HoursError, read_hours
from lapotne.domain.moments.timetable import NOTHING, Timetable, plan_of

HOLIDAY = date(2026, 11, 18)  # a Wednesday, Latvia's Independence Day
HOLIDAYS = frozenset({day_number(HOLIDAY)})
YEAR = (day_number(date(2026, 1, 1)), day_number(date(2026, 12, 31)))


def opened(text: str | None, day: date, **beside: object) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Hours of the day that begin for certain and perhaps, as (start, end) in hours."""
    plan = plan_of(Timetable(text, **beside), day_number(day), HOLIDAYS, YEAR)  # type: ignore[arg-type]
    certain, uncertain = (
        [(span.start // 60, span.end // 60) for span in spans] for spans in (plan.certain, plan.uncertain)
    )
    return certain, uncertain


@pytest.mark.parametrize(
    ("because", "text", "day", "certain", "uncertain"),
    [
        ("a weekday range opens on its days", "Mo-Fr 08:00-17:00", date(2026, 11, 17), [(8, 17)], []),
        ("and not on others", "Mo-Fr 08:00-17:00", date(2026, 11, 21), [], []),
        ("a night belongs to the day it begins on", "Tu 22:00-06:00", date(2026, 11, 17), [(22, 30)], []),
        ("a semicolon replaces the day", "Mo-Fr 08:00-17:00; Tu 10:00-12:00", date(2026, 11, 17), [(10, 12)], []),
        ("a comma adds to it", "Mo-Fr 08:00-17:00, Tu 18:00-20:00", date(2026, 11, 17), [(8, 17), (18, 20)], []),
        (
            "off with times takes those",
            "Mo-Fr 08:00-17:00; 12:00-13:00 off",
            date(2026, 11, 17),
            [(8, 12), (13, 17)],
            [],
        ),
        (
            "a fallback fills what is closed",
            'Tu 08:00-17:00 || "call"',
            date(2026, 11, 17),
            [(8, 17)],
            [(0, 8), (17, 24)],
        ),
        ("a comment makes it unknown", 'Tu 08:00-17:00 "by appointment"', date(2026, 11, 17), [], [(8, 17)]),
        ("a comment may hold separators", 'Tu 08:00-17:00 "a; b, c"', date(2026, 11, 17), [], [(8, 17)]),
        ("silence on a holiday is unknown", "Mo-Fr 08:00-17:00", HOLIDAY, [], [(0, 24), (8, 17)]),
        ("a night begun on it is unknown to its end", "Mo-Su 22:00-06:00", HOLIDAY, [], [(0, 24), (22, 30)]),
        ("PH off closes it", "Mo-Fr 08:00-17:00; PH off", HOLIDAY, [], []),
        ("PH hours open it", "Mo-Fr 08:00-17:00; PH 10:00-12:00", HOLIDAY, [(10, 12)], []),
        ("PH in a list opens it", "PH,Su 10:00-12:00", HOLIDAY, [(10, 12)], []),
        ("PH off joined by a comma closes it too", "Mo-Fr 08:00-17:00, PH off", HOLIDAY, [], []),
        ("the day before a holiday can be named", "PH -1 day 08:00-12:00", date(2026, 11, 17), [(8, 12)], []),
        ("and the day after", "PH +1 day 08:00-12:00", date(2026, 11, 19), [(8, 12)], []),
        ("the single date settles it", "We 08:00-17:00; Nov 18 09:00-10:00", HOLIDAY, [(9, 10)], []),
        ("a list of single dates does so too", "We 08:00-17:00; Nov 18,Dec 24 off", HOLIDAY, [], []),
        ("a range of dates doesn't", "Nov 17-19 08:00-12:00", HOLIDAY, [], [(0, 24), (8, 12)]),
        ("a season doesn't", "Oct-Dec 08:00-12:00", HOLIDAY, [], [(0, 24), (8, 12)]),
        ("24/7 holds on holidays", "24/7", HOLIDAY, [(0, 24)], []),
        ("Mo-Su 00:00-24:00 is silent", "Mo-Su 00:00-24:00", HOLIDAY, [], [(0, 24), (0, 24)]),
        ("nobody said any hours", None, date(2026, 11, 17), [], [(0, 24)]),
    ],
)
def test_a_day_begins_what_its_text_says(
    because: str, text: str | None, day: date, certain: list[tuple[int, int]], uncertain: list[tuple[int, int]]
) -> None:
    assert opened(text, day) == (certain, uncertain), because


def test_the_field_beside_a_text_settles_holidays() -> None:
    assert opened("Mo-Fr 08:00-17:00", HOLIDAY, on_holidays="as_usual") == ([(8, 17)], [])
    assert opened("Mo-Fr 08:00-17:00", HOLIDAY, on_holidays="closed") == ([], [])


def test_nothing_begins_on_a_closed_day_not_even_doubt() -> None:
    closed = Timetable("Mo-Fr 08:00-17:00", closures=((HOLIDAY, HOLIDAY),))
    assert plan_of(closed, day_number(HOLIDAY), HOLIDAYS, YEAR) == NOTHING


def test_nothing_begins_outside_the_days_an_offer_exists() -> None:
    ended = Timetable("24/7", until=date(2026, 11, 16))
    assert plan_of(ended, day_number(date(2026, 11, 17)), HOLIDAYS, YEAR) == NOTHING
    assert plan_of(ended, day_number(date(2026, 11, 16)), HOLIDAYS, YEAR).certain == (Span(0, 1440),)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Mo-Fri 08:00-17:00", "isn't opening_hours syntax: .* can't be read. Write it such as Mo-Fr 08:00-17:00"),
        ("08:00-25:00-", "isn't opening_hours syntax"),
        ("Mo-Fr 08:00-17:00; xx", r"syntax: 'xx' can't be read\. Write"),
        ("Mo-Fr 08:00-17:00; Sa 99:00-12:00", r"syntax: '99:00-12:00' can't be read\. Write"),
        ("Mo-Fr 08:00-17:00;\nSa 99:00-12:00", "isn't opening_hours syntax"),
        ("at night", r"^'at night' isn't opening_hours syntax\. Write it such as"),
        ("sunrise-sunset", "follows the sun"),
        ("SH 08:00-12:00", "school holidays"),
    ],
)
def test_what_cannot_be_judged_is_refused_with_a_reason(text: str, says: str) -> None:
    with pytest.raises(HoursError, match=says):
        read_hours(text)


@pytest.mark.parametrize("text", ["at night", "", "Mo-Fr 8.00-17.00", "Mo 08:00\n-17:00 zz", 'Mo-Fr 08:00-17:00 "abc'])
def test_the_grammar_of_the_parser_is_told_to_nobody(text: str) -> None:
    with pytest.raises(HoursError) as told:
        read_hours(text)
    assert not {"expected", "EOI", "any_rule_separator", "parsing"} & set(str(told.value).replace(",", " ").split())
