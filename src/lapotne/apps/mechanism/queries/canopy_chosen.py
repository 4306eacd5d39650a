"""What a canopy is asked: for whom, which days, as what, which hour of which need, and its address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from lapotne.domain.coverage.asking import week_of
from lapotne.domain.moments.clock import wall_time

VIEWS = ("week", "year", "table")
DAYS_IN_YEAR = 365
HOUR_FORMAT = "%Y-%m-%dT%H:%M"


@dataclass(frozen=True)
class Chosen:
    """What was chosen; `profile`, `need` and `group` are keys, empty where nothing was.

    `day` lies in the week shown, `today` is the day in the town. `hour` is a UTC minute; `year` 0 begins today.
    """

    today: date
    day: date
    zone: str
    profile: str = ""
    group: str = ""
    view: str = "week"
    year: int = 0
    need: str = ""
    hour: int | None = None

    @property
    def week(self) -> tuple[date, date]:
        return week_of(self.day)

    @property
    def days_of_year(self) -> tuple[date, date]:
        """The calendar year chosen, else the year that begins today."""
        if self.year:
            return date(self.year, 1, 1), date(self.year + 1, 1, 1)
        return self.today, self.today + timedelta(days=DAYS_IN_YEAR)

    def but(self, **changes: object) -> Chosen:
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def query(self) -> str:
        """The address that asks for this, without what goes without saying."""
        said = {
            "profile": self.profile,
            "group": self.group,
            "view": self.view if self.view != VIEWS[0] else "",
            "year": self.year or "",
            "week": "" if self.hour is not None or self.week == week_of(self.today) else self.week[0].isoformat(),
            "need": self.need,
        }
        hour = hour_said(self.hour, self.zone) if self.hour is not None else {}
        return "?" + urlencode({key: value for key, value in (said | hour).items() if value})


def hour_said(minute: int, zone: str) -> dict[str, str]:
    """An hour as its wall clock shows it; the second pass of a repeated hour says so."""
    wall = wall_time(minute, zone)
    return {"hour": wall.strftime(HOUR_FORMAT), "fold": "1" if wall.fold else ""}
