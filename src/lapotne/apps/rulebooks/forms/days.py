"""Days in addresses and fields, or how to write one."""

from datetime import date

from django.utils.translation import gettext as _

FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)
"""Nothing of the rulebooks is older, and nobody plans further."""


class DayError(ValueError):
    """A day that can't be answered for, with how to write one."""

    def __init__(self, written: str) -> None:
        self.written = written
        text = _("“{written}” isn't a day we can answer for. Write one from {first} to {last}, as 2017-02-01.")
        super().__init__(text.format(written=written[:30], first=FIRST.isoformat(), last=LAST.isoformat()))


def day_of(written: str) -> date:
    """The day that an ISO text means; DayError for others."""
    try:
        day = date.fromisoformat(written.strip())
    except ValueError as error:
        raise DayError(written) from error
    if not FIRST <= day <= LAST:
        raise DayError(written)
    return day
