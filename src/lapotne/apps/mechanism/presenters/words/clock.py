"""Days, times and lengths of time in words, as the reader's language writes them."""

from datetime import date, timedelta

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton, get_day_names, get_month_names
from babel.numbers import format_decimal
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from lapotne.domain.moments.clock import MINUTES_IN_DAY, MINUTES_IN_HOUR, wall_time

BRITISH = {"en": "en_GB"}
"""Day before month and a clock of 24 hours, as everywhere else in these languages."""


def reader() -> Locale:
    """The locale of the language in which the page is read."""
    language = get_language() or "en"
    return Locale.parse(BRITISH.get(language, language))


def number(value: float) -> str:
    """A number with the reader's separators, one decimal at most."""
    return format_decimal(value, format="#,##0.#", locale=reader())


def hours(minutes: float) -> str:
    """`2,920 hours`."""
    count = minutes / MINUTES_IN_HOUR
    return ngettext("%(number)s hour", "%(number)s hours", round(count)) % {"number": number(count)}


def duration(minutes: int) -> str:
    """`45 minutes`, `1 hour 30 minutes`, `3 days`."""
    days, rest = divmod(minutes, MINUTES_IN_DAY)
    whole_hours, left = divmod(rest, MINUTES_IN_HOUR)
    parts = [
        ngettext("%(number)s day", "%(number)s days", days) % {"number": number(days)} if days else "",
        hours(whole_hours * MINUTES_IN_HOUR) if whole_hours else "",
        ngettext("%(number)s minute", "%(number)s minutes", left) % {"number": left} if left or not minutes else "",
    ]
    return " ".join(filter(None, parts))


def time_of_day(minutes: int) -> str:
    """`22:00` for minutes after midnight; the end of the day is `24:00`, the next morning its own time."""
    inside = minutes if minutes <= MINUTES_IN_DAY else minutes % MINUTES_IN_DAY
    return f"{inside // MINUTES_IN_HOUR:02}:{inside % MINUTES_IN_HOUR:02}"


def clock_time(minute: int, zone: str) -> str:
    """What the wall clock of a zone shows at a UTC minute."""
    return f"{wall_time(minute, zone):%H:%M}"


def weekday(number_of_day: int) -> str:
    """`Sunday` for 6, as it stands inside a sentence."""
    return get_day_names("wide", "format", reader())[number_of_day]


def day(when: date) -> str:
    """`Wednesday, 18 November`."""
    return f"{weekday(when.weekday())}, {format_skeleton('MMMMd', when, locale=reader())}"


def short_day(when: date) -> str:
    """`Wed 18`."""
    return f"{get_day_names('abbreviated', 'stand-alone', reader())[when.weekday()]} {when.day}"


def full_day(when: date) -> str:
    """`18 November 2026`."""
    return format_date(when, "long", locale=reader())


def month(number_of_month: int) -> str:
    """`Nov`."""
    return get_month_names("abbreviated", "stand-alone", reader())[number_of_month]


def days(first: date, end: date) -> str:
    """`16–22 November 2026` for the days from first to before end."""
    return format_interval(first, end - timedelta(days=1), "yMMMd", locale=reader())


def moment(minute: int, zone: str) -> str:
    """`Wednesday, 18 November, 03:00`."""
    return f"{day(wall_time(minute, zone).date())}, {clock_time(minute, zone)}"


def until(minute: int, now: int, zone: str) -> str:
    """`16:30` today, else with its day."""
    there, here = wall_time(minute, zone), wall_time(now, zone)
    return f"{there:%H:%M}" if there.date() == here.date() else moment(minute, zone)


def hours_between(start: int, end: int) -> str:
    """`08:00–22:00`, `all day` for minutes after a midnight."""
    if (start, end) == (0, MINUTES_IN_DAY):
        return _("all day")
    return f"{time_of_day(start)}–{time_of_day(end)}"


def span_of_day(start: int, end: int, midnight: int, next_midnight: int, zone: str) -> str:
    """`00:00–08:00` for UTC minutes inside a day, `all day` for the whole of it."""
    if (start, end) == (midnight, next_midnight):
        return _("all day")
    return f"{clock_time(start, zone)}–{'24:00' if end == next_midnight else clock_time(end, zone)}"


def form_moment(minute: int, zone: str) -> str:
    """A moment as a form's field holds it."""
    return f"{wall_time(minute, zone):%Y-%m-%dT%H:%M}"
