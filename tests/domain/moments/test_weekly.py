"""A table of a week and the text of hours say the same."""

import pytest

from lapotne.domain.moments.clock import Span
from lapotne.domain.moments.weekly import TimesError, Week, spans_of_times, text_of_week, week_of_text


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Mo-Fr 08:00-17:00; PH off", "Mo-Fr 08:00-17:00; PH off"),
        ("24/7", "24/7"),
        ("Mo-Su 08:00-22:00; PH 08:00-22:00", "Mo-Su,PH 08:00-22:00"),
        ("Mo-Fr 08:30-16:30; Sa-Su,PH 10:00-12:00", "Mo-Fr 08:30-16:30; Sa-Su 10:00-12:00; PH 10:00-12:00"),
        ("Mo-Su 22:00-08:00, Tu,Th 12:00-13:00", "Mo,We,Fr-Su 22:00-08:00; Tu,Th 12:00-13:00,22:00-08:00"),
        ("Mo-Su off", "Mo-Su off"),
    ],
)
def test_a_text_becomes_a_table_and_a_text_of_the_same_meaning(text, again):
    assert text_of_week(week_of_text(text)) == again
    assert week_of_text(again) == week_of_text(text)


@pytest.mark.parametrize("text", ["Dec 24 off", 'Mo-Fr 09:00-12:00 "by appointment"', "Jun-Aug Mo-Fr 09:00-12:00",
                                  "Mo-Fr 08:00-17:00, PH 10:00-12:00"])  # fmt: skip
def test_what_a_week_cannot_say_has_no_table(text):
    assert week_of_text(text) is None


@pytest.mark.parametrize(
    ("days", "always"),
    [
        (((Span(0, 1440),),) * 7, True),
        (((Span(480, 1320), Span(1320, 1920)),) * 7, True),
        (((Span(480, 1320), Span(1320, 1919)),) * 7, False),
        (((Span(480, 1920),),) * 6 + ((Span(480, 1440),),), False),
        ((((),) * 7), False),
    ],
)
def test_a_week_without_a_closed_minute_is_day_and_night(days, always):
    assert (text_of_week(Week(days, as_usual=True)) == "24/7") is always
    assert text_of_week(Week(days)) != "24/7"


def test_silence_on_holidays_stays_silence():
    assert week_of_text("Mo-Fr 08:00-17:00").holidays is None
    assert text_of_week(Week(((Span(480, 1020),),) * 7)) == "Mo-Su 08:00-17:00"


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        ("8-17", (Span(480, 1020),)),
        ("08:00–12:00, 13.00-17.00", (Span(480, 720), Span(780, 1020))),
        ("22:00-06:00", (Span(1320, 1800),)),
        ("0-24", (Span(0, 1440),)),
        ("off", ()),
        ("", ()),
    ],
)
def test_times_are_read_as_people_write_them(written, spans):
    assert spans_of_times(written) == spans


@pytest.mark.parametrize("written", ["morning", "8", "25-26", "08:70-09:00", "24-25"])
def test_what_is_no_time_is_told(written):
    with pytest.raises(TimesError):
        spans_of_times(written)
