"""How the law counts time: from where, how long, and what it leaves unsaid."""

from __future__ import annotations

from dataclasses import dataclass

UNSAID = "unsaid"
COUNTS, DOES_NOT_COUNT = "counts", "does_not_count"
CALENDAR, THIRTY_DAYS, FROM_START = "calendar", "thirty_days", "from_start"
GRANTED, ASKED = "granted", "asked"


@dataclass(frozen=True, slots=True)
class ClockRule:
    """The clock of an entitlement.

    `amount` is the parameter that says how much; a time runs from the day of the fact `starts`. What is used up
    (hours, consultations) may have to be used `within` another parameter's time. `first_day`, `month` and `year` say
    how to count, `unsaid` where no source does. `runs_under` is the version of the day it was granted or asked about.
    `over` is the fact that says it has ended, `again` the parameter that says it isn't given twice.
    """

    amount: str
    starts: str = ""
    within: str = ""
    first_day: str = UNSAID
    month: str = UNSAID
    year: str = UNSAID
    runs_under: str = GRANTED
    over: str = ""
    again: str = ""
