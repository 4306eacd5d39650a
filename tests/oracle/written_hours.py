"""Hypothesis strategies for opening hours texts, with dates near the days that an example looks at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.oracle.texts import MONTHS, WEEKDAYS

COMMENTS = ('"by appointment"', '"call first; then come"', '"night, by phone || PH 24/7 off"')
USUAL_DAYS = ("Mo-Fr", "Mo-Su", "Mo-Su,PH", "Sa-Su", "Tu-Sa", "Fr-Mo", "Mo,We,Fr-Su")
ODD_MINUTES = (0, 1, 15, 30, 59)
OVERNIGHT_ENDS = ("00:00", "00:30", "02:59", "03:00", "03:30", "04:00", "06:00")


def hours_texts(days: Sequence[date]) -> st.SearchStrategy[str]:
    """Draw texts that every reader of the syntax takes, from one rule to five."""
    kinds = [*[_composed(days)] * 4, st.sampled_from(_plain_texts()), _with_always(days)]
    return st.integers(0, len(kinds) - 1).flatmap(kinds.__getitem__)


def _plain_texts() -> list[str]:
    return [
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
    ]


@st.composite
def _composed(draw: st.DrawFn, days: Sequence[date]) -> str:
    usual = st.tuples(st.sampled_from(USUAL_DAYS), _times()).map(" ".join)
    text = draw(usual if draw(st.integers(0, 3)) else _rules(days))
    for _ in range(draw(st.integers(0, 3))):
        text += draw(st.sampled_from(["; ", "; ", ", "])) + draw(_rules(days))
    if draw(st.integers(0, 5)) == 0:
        text += " || " + draw(_fallbacks(days))
    return text


@st.composite
def _with_always(draw: st.DrawFn, days: Sequence[date]) -> str:
    return "24/7; " + draw(st.one_of(_days_off(days), _times_off(days), openings(days)))


def _rules(days: Sequence[date]) -> st.SearchStrategy[str]:
    often = (openings(days), openings(days), openings(days))
    return st.one_of(*often, _public_holidays(), _days_off(days), _times_off(days), _whole_days(days))


@st.composite
def openings(draw: st.DrawFn, days: Sequence[date]) -> str:
    """Draw one rule that opens at some times."""
    ending = draw(st.sampled_from(["", "", "", "open", "unknown", *COMMENTS]))
    return f"{draw(_selectors(days))} {draw(_times())} {ending}".strip()


def _public_holidays() -> st.SearchStrategy[str]:
    whole_days = st.sampled_from(["PH off", "PH closed", 'PH "by appointment"'])
    return st.one_of(whole_days, _times().map("PH {}".format))


def _days_off(days: Sequence[date]) -> st.SearchStrategy[str]:
    return st.tuples(_selectors(days), st.sampled_from(["off", "closed", 'off "repairs"'])).map(" ".join)


def _times_off(days: Sequence[date]) -> st.SearchStrategy[str]:
    return st.tuples(_selectors(days), _one_span(), st.sampled_from(["off", "closed"])).map(" ".join)


def _whole_days(days: Sequence[date]) -> st.SearchStrategy[str]:
    return st.tuples(_selectors(days), st.sampled_from(["open", "unknown", *COMMENTS])).map(" ".join)


def _fallbacks(days: Sequence[date]) -> st.SearchStrategy[str]:
    return st.one_of(st.just("unknown"), st.sampled_from(COMMENTS), openings(days))


def _selectors(days: Sequence[date]) -> st.SearchStrategy[str]:
    both = st.tuples(_dates(days), _weekdays()).map(" ".join)
    return st.one_of(_weekdays(), _weekdays(), _dates(days), both)


def _weekdays() -> st.SearchStrategy[str]:
    one = st.sampled_from(WEEKDAYS)
    run = st.tuples(one, one).filter(lambda ends: ends[0] != ends[1]).map("-".join)
    listed = st.lists(st.one_of(one, run), min_size=1, max_size=3, unique=True)
    with_holidays = st.tuples(listed, st.sampled_from([0, -1])).map(_with_holidays)
    return st.one_of(st.just("Mo-Su"), listed.map(",".join), listed.map(",".join), with_holidays)


def _with_holidays(drawn: tuple[list[str], int]) -> str:
    listed, place = drawn
    return ",".join(["PH", *listed] if place == 0 else [*listed, "PH"])


@st.composite
def _dates(draw: st.DrawFn, days: Sequence[date]) -> str:
    first = draw(st.sampled_from(list(days)))
    last = first + timedelta(days=draw(st.integers(1, 20)))
    year = draw(st.sampled_from(["", f"{first.year} "]))
    end_year = f"{last.year} " if year else ""
    span = f"{year}{_day(first)}-{end_year}{_day(last)}"
    if first.month == last.month and draw(st.booleans()):
        span = f"{year}{_day(first)}-{last.day:02}"
    month, next_month = MONTHS[first.month - 1], MONTHS[first.month % 12]
    seasons = [month, f"{month}-{next_month}", "Nov-Mar", "Apr-Oct"]
    listed = f"{year}{_day(first)},{end_year}{_day(last)}"
    return draw(st.sampled_from([f"{year}{_day(first)}", f"{year}{_day(first)}", listed, span, *seasons]))


def _day(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day:02}"


def _times() -> st.SearchStrategy[str]:
    return st.one_of(_one_span(), st.lists(_one_span(), min_size=2, max_size=3).map(",".join))


@st.composite
def _one_span(draw: st.DrawFn) -> str:
    start = draw(st.integers(0, 23)) * 60 + draw(st.sampled_from(ODD_MINUTES))
    written = f"{start // 60:02}:{start % 60:02}"
    if draw(st.integers(0, 2)) == 0 and start >= 10 * 60:
        return f"{written}-{draw(st.sampled_from(OVERNIGHT_ENDS))}"
    if draw(st.integers(0, 2)) == 0:
        end = draw(st.sampled_from([24 * 60 + 1, 25 * 60 + 30, 27 * 60 + 30, 30 * 60, 48 * 60]))
    else:
        end = draw(st.integers(start + 1, 24 * 60))
    return f"{written}-{end // 60:02}:{end % 60:02}"
