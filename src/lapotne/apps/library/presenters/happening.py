"""When an event is, by the country's calendar and clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from lapotne.apps.library.models import EventPage


def moments(page: EventPage) -> tuple[date | datetime, date | datetime | None]:
    """When it begins and ends: days where no hours are known."""
    zone = ZoneInfo(settings.TIME_ZONE)
    starts, ends = (moment.astimezone(zone) if moment else None for moment in (page.starts, page.ends))
    if starts is None:
        raise ValueError("An event without a beginning is in no list.")
    return (starts.date(), ends.date() if ends else None) if page.all_day else (starts, ends)
