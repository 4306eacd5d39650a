"""Opening hours texts read by ourselves, so that a library's or the engine's mistake isn't made here too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MINUTES_IN_DAY = 1440

_TIME = r"\d{1,2}:\d{2}-\d{1,2}:\d{2}"
_TIMES_AT_END = re.compile(rf"({_TIME}(?:,\s*{_TIME})*)$")
_MODIFIER_AT_END = re.compile(r"\b(open|unknown|off|closed)$")
_WEEKDAY = rf"(?:{'|'.join((*WEEKDAYS, 'PH'))})"
_WEEKDAYS_AT_END = re.compile(rf"(?:^|\s)({_WEEKDAY}(?:-{_WEEKDAY})?(?:,{_WEEKDAY}(?:-{_WEEKDAY})?)*)$")
_DATE = re.compile(rf"(?:(?P<year>\d{{4}}) )?(?P<month>{'|'.join(MONTHS)})(?: (?P<day>\d{{1,2}}))?")


class UnreadableHoursError(ValueError):
    """A text beyond the grammar read here; add the construct, or leave it out of the examples."""


@dataclass(frozen=True)
class WrittenDate:
    """A date as written: the year may be missing, and the day too for a whole month."""

    year: int | None
    month: int
    day: int | None


@dataclass(frozen=True)
class WrittenDates:
    """One item of a date list: a single date, a range of dates, or a season of months."""

    first: WrittenDate
    last: WrittenDate | None

    @property
    def is_single_date(self) -> bool:
        """Whether it names one day; a range or a season doesn't, however short."""
        return self.last is None and self.first.day is not None

    def has(self, day: date) -> bool:
        """Whether the day lies in it; without a year it comes again every year and may run over New Year."""
        last = self.last or self.first
        start = (self.first.month, self.first.day or 1)
        end = (last.month, last.day or 31)
        if self.first.year is None:
            today = (day.month, day.day)
            return start <= today <= end if start <= end else today >= start or today <= end
        end_year = last.year or (self.first.year if start <= end else self.first.year + 1)
        return (self.first.year, *start) <= (day.year, day.month, day.day) <= (end_year, *end)


@dataclass(frozen=True)
class Rule:
    """One rule of a text; weekdays None: every day, times empty: none written, kind: open, unknown or off."""

    joiner: str
    dates: tuple[WrittenDates, ...]
    weekdays: frozenset[int] | None
    on_public_holidays: bool
    times: tuple[tuple[int, int], ...]
    kind: str

    def matches(self, day: date, *, is_holiday: bool) -> bool:
        """Whether the rule speaks of spans that begin on this day."""
        if self.dates and not any(dates.has(day) for dates in self.dates):
            return False
        if self.weekdays is None:
            return True
        return day.weekday() in self.weekdays or (self.on_public_holidays and is_holiday)

    def names_the_date(self, day: date, *, is_holiday: bool) -> bool:
        """Whether it is a rule for this single date."""
        named = any(dates.is_single_date and dates.has(day) for dates in self.dates)
        return named and self.matches(day, is_holiday=is_holiday)


@lru_cache(maxsize=5_000)
def rules_of(text: str) -> tuple[Rule, ...]:
    """Read a text into its rules, in the order written."""
    return tuple(_rule(joiner, body) for joiner, body in _split(text))


def has_word(text: str, word: str) -> bool:
    """Whether a word (PH, 24/7) stands in the text outside its comments."""
    return re.search(rf"(?<![\w/]){re.escape(word)}(?![\w/])", re.sub(r'"[^"]*"', "", text)) is not None


def _split(text: str) -> list[tuple[str, str]]:
    """Cut at `;`, `||` and `, ` outside comments; times alone after a `, ` continue the list before."""
    pieces = re.split(r'("[^"]*"|;|\|\||, )', text)
    rules = [[";", ""]]
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else ""
        is_list_of_times = piece == ", " and re.match(_TIME, following)
        if piece in (";", "||", ", ") and not is_list_of_times:
            rules.append([piece.strip(), ""])
        else:
            rules[-1][1] += piece
    return [(joiner, body.strip()) for joiner, body in rules]


def _rule(joiner: str, body: str) -> Rule:
    """Take a rule apart from its end: comment, modifier, times, weekdays; what is left are dates."""
    if not body:
        raise UnreadableHoursError("an empty rule: something is missing beside a `;`, `||` or `, `")
    rest, modifier = _cut(re.sub(r'"[^"]*"', "", body).strip(), _MODIFIER_AT_END)
    rest, times = _cut(rest, _TIMES_AT_END)
    rest, weekdays = _cut(rest.removesuffix("24/7").strip(), _WEEKDAYS_AT_END)
    return Rule(
        joiner,
        dates=tuple(_dates(item) for item in rest.split(",")) if rest else (),
        weekdays=_weekdays(weekdays) if weekdays else None,
        on_public_holidays="PH" in weekdays.split(","),
        times=tuple(_times(one.strip()) for one in times.split(",")) if times else (),
        kind=_kind(modifier, has_comment='"' in body),
    )


def _cut(text: str, ending: re.Pattern[str]) -> tuple[str, str]:
    found = ending.search(text)
    return (text[: found.start()].strip(), found[1]) if found else (text, "")


def _kind(modifier: str, *, has_comment: bool) -> str:
    if modifier in ("off", "closed"):
        return "off"
    return "unknown" if has_comment or modifier == "unknown" else "open"


def _times(written: str) -> tuple[int, int]:
    """Count minutes of the day, the end beyond 1440 past midnight; equal ends are a whole day."""
    start, end = (int(time.split(":")[0]) * 60 + int(time.split(":")[1]) for time in written.split("-"))
    if end <= start:
        end += MINUTES_IN_DAY
    if start >= MINUTES_IN_DAY or end > 2 * MINUTES_IN_DAY:
        raise UnreadableHoursError(f"{written}: a span begins before 24:00 and ends by 48:00")
    return start, end


def _weekdays(written: str) -> frozenset[int]:
    days: set[int] = set()
    for item in written.split(","):
        if item == "PH":
            continue
        ends = [WEEKDAYS.index(name) for name in item.split("-")]
        day = ends[0]
        days.add(day)
        while day != ends[-1]:
            day = (day + 1) % 7
            days.add(day)
    return frozenset(days)


def _dates(item: str) -> WrittenDates:
    first_text, _, last_text = item.strip().partition("-")
    first = _date(first_text)
    if not last_text:
        return WrittenDates(first, None)
    if last_text.isdigit():
        return WrittenDates(first, WrittenDate(first.year, first.month, int(last_text)))
    return WrittenDates(first, _date(last_text))


def _date(written: str) -> WrittenDate:
    found = _DATE.fullmatch(written.strip())
    if found is None:
        raise UnreadableHoursError(f"{written!r}: not a date, a month or a list of weekdays")
    year = int(found["year"]) if found["year"] else None
    return WrittenDate(year, MONTHS.index(found["month"]) + 1, int(found["day"]) if found["day"] else None)
