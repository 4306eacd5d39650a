"""Opening hours texts drawn for hypothesis, with dates near the days that an example looks at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.oracle.drawing import chosen, number, once_in, some
from tests.oracle.texts import MONTHS, WEEKDAYS

type Days = Sequence[date]

PLAIN = (
    "Mo-Fr 08:00-17:00",
    "Mo-Fr 08:00-17:00; PH off",
    "Mo-Su 22:00-06:00; PH off",
    "Mo-Su,PH 22:00-06:00",
    "Mo-Fr 17:00-32:00; Sa-Su 08:00-32:00",
    "Mo-Fr 08:00-17:00; Mo-Fr 17:00-08:00",
    "Mo-Fr 08:00-17:00, Mo-Fr 17:00-08:00",
    "Sa-Su,PH 00:00-24:00",
    "24/7",
    "off",
    "unknown",
    "open",
    "00:00-24:00",
    "Mo-Su 00:00-24:00",
    '24/7 "by appointment"',
    '"by appointment"',
    "24/7 unknown",
    "24/7; PH off",
)
COMMENTS = ('"by appointment"', '"call first; then come"', '"night, by phone || PH 24/7 off"')
USUAL_DAYS = ("Mo-Fr", "Mo-Su", "Mo-Su,PH", "Sa-Su", "Tu-Sa", "Fr-Mo", "Mo,We,Fr-Su")
RUNS = {first: (first,) * 6 + tuple(f"{first}-{last}" for last in WEEKDAYS if last != first) for first in WEEKDAYS}
"""What may begin with a weekday: half the time it stands alone."""

STARTS = tuple(hour * 60 + minute for hour in range(24) for minute in (0, 1, 15, 30, 59))
OVERNIGHT_ENDS = ("00:00", "00:30", "02:59", "03:00", "03:30", "04:00", "06:00")
ENDS_BEYOND_MIDNIGHT = tuple(hour * 60 + minute for hour, minute in ((24, 1), (25, 30), (27, 30), (30, 0), (48, 0)))


def hours_text(draw: st.DrawFn, days: Days) -> str:
    """Draw a text that every reader of the syntax takes, from one rule to five."""
    kind = number(draw, 0, 5)
    if kind == 5:
        return chosen(draw, PLAIN)
    if kind == 4:
        return "24/7; " + chosen(draw, (_days_off, _times_off, opening))(draw, days)
    return _composed(draw, days)


def opening(draw: st.DrawFn, days: Days) -> str:
    """Draw one rule that opens at some times."""
    ending = chosen(draw, ("", "", "", "open", "unknown", *COMMENTS))
    return f"{_selector(draw, days)} {_times(draw)} {ending}".strip()


def _composed(draw: st.DrawFn, days: Days) -> str:
    text = _rule(draw, days) if once_in(draw, 4) else f"{chosen(draw, USUAL_DAYS)} {_times(draw)}"
    for _ in range(number(draw, 0, 3)):
        text += chosen(draw, ("; ", "; ", ", ")) + _rule(draw, days)
    if once_in(draw, 4):
        text += " || " + _fallback(draw, days)
    return text


def _rule(draw: st.DrawFn, days: Days) -> str:
    return chosen(draw, RULES)(draw, days)


def _holidays_whole(draw: st.DrawFn, _days: Days) -> str:
    return chosen(draw, ("PH off", "PH closed", 'PH "by appointment"'))


def _holidays_at_times(draw: st.DrawFn, _days: Days) -> str:
    return f"PH {_times(draw)}"


def _days_off(draw: st.DrawFn, days: Days) -> str:
    return f"{_selector(draw, days)} {chosen(draw, ('off', 'closed', 'off "repairs"'))}"


def _times_off(draw: st.DrawFn, days: Days) -> str:
    return f"{_selector(draw, days)} {_span(draw)} {chosen(draw, ('off', 'closed'))}"


def _whole_days(draw: st.DrawFn, days: Days) -> str:
    return f"{_selector(draw, days)} {chosen(draw, ('open', 'unknown', *COMMENTS))}"


RULES = (opening, opening, opening, _holidays_whole, _holidays_at_times, _days_off, _times_off, _whole_days)


def _fallback(draw: st.DrawFn, days: Days) -> str:
    return chosen(draw, (*["unknown"] * 3, *COMMENTS, *[""] * 3)) or opening(draw, days)


def _selector(draw: st.DrawFn, days: Days) -> str:
    kind = number(draw, 0, 9)
    if kind == 9:
        return f"{_dates(draw, days)} {_weekdays(draw)}"
    return _dates(draw, days) if kind == 8 else _weekdays(draw)


def _weekdays(draw: st.DrawFn) -> str:
    kind = number(draw, 0, 3)
    if kind == 0:
        return "Mo-Su"
    listed = [chosen(draw, RUNS[first]) for first in some(draw, WEEKDAYS, 3)]
    if kind == 3:
        listed.insert(chosen(draw, (0, len(listed))), "PH")
    return ",".join(listed)


def _dates(draw: st.DrawFn, days: Days) -> str:
    first = chosen(draw, days)
    last = first + timedelta(days=number(draw, 1, 20))
    year, end_year = chosen(draw, (("", ""), (f"{first.year} ", f"{last.year} ")))
    span = f"{year}{_day(first)}-{end_year}{_day(last)}"
    if first.month == last.month and once_in(draw, 2):
        span = f"{year}{_day(first)}-{last.day:02}"
    month, next_month = MONTHS[first.month - 1], MONTHS[first.month % 12]
    seasons = (month, f"{month}-{next_month}", "Nov-Mar", "Apr-Oct")
    listed = f"{year}{_day(first)},{end_year}{_day(last)}"
    return chosen(draw, (f"{year}{_day(first)}", f"{year}{_day(first)}", listed, span, *seasons))


def _day(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day:02}"


def _times(draw: st.DrawFn) -> str:
    return ",".join(_span(draw) for _ in range(chosen(draw, (1, 1, 2, 3))))


def _span(draw: st.DrawFn) -> str:
    start = chosen(draw, STARTS)
    kind = number(draw, 0, 8)
    if kind < 3 and start >= 10 * 60:
        return f"{_clock(start)}-{chosen(draw, OVERNIGHT_ENDS)}"
    is_beyond = kind % 3 == 0
    end = chosen(draw, ENDS_BEYOND_MIDNIGHT) if is_beyond else number(draw, start + 1, 24 * 60)
    return f"{_clock(start)}-{_clock(end)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
