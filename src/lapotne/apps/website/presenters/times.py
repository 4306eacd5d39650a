"""Moments as the reader's clock and language write them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from babel import dates
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from lapotne.adapters.days import local, time
from lapotne.domain.moments.clock import wall_time

MIDNIGHT = "24:00"


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells minutes of a town's wall clock to a reader, seen from the moment asked about."""

    zone: str
    language: str
    moment: int

    @property
    def now(self) -> datetime:
        return wall_time(self.moment, self.zone)

    @property
    def stamp(self) -> str:
        """The moment itself: Wednesday, 18 November, 03:00."""
        return f"{long_day(self.now.date(), self.language)}, {time(self.now, self.language)}"

    @property
    def written(self) -> str:
        """The moment as addresses and fields write it."""
        return self.now.strftime("%Y-%m-%dT%H:%M")

    def at(self, minute: int) -> str:
        """A later minute, as short as it is clear: 08:00, tomorrow 08:00, Thu 19 Nov 08:00."""
        there = wall_time(minute, self.zone)
        shown = time(there, self.language)
        if there.date() == self.now.date():
            return shown
        if there.date() == self.now.date() + timedelta(days=1):
            return _("tomorrow {time}").format(time=shown)
        return f"{short_day(there.date(), self.language)} {shown}"

    def until(self, minute: int) -> str:
        """The end of a span: midnight belongs to the day before."""
        there = wall_time(minute, self.zone)
        day = there.date() - timedelta(days=1)
        if (there.hour, there.minute) != (0, 0):
            return self.at(minute)
        return (
            pgettext("until", "midnight") if day == self.now.date() else f"{short_day(day, self.language)} {MIDNIGHT}"
        )


@lru_cache(maxsize=4096)
def long_day(day: date, language: str) -> str:
    """Wednesday, 18 November."""
    return f"{dates.format_date(day, 'EEEE', locale=local(language))}, {day_and_month(day, language)}"


@lru_cache(maxsize=4096)
def short_day(day: date, language: str) -> str:
    """Wed 18 Nov."""
    return dates.format_skeleton("EEEMMMd", day, locale=local(language))


@lru_cache(maxsize=4096)
def day_and_month(day: date, language: str) -> str:
    """18 November."""
    return dates.format_skeleton("MMMMd", day, locale=local(language))
