"""What the first page shows of the rest: the latest news and what happens next."""

from collections.abc import Iterable
from datetime import date

from lapotne.apps.website.presenters.events import Event, Meeting, meetings, to_come
from lapotne.apps.website.presenters.news import News, Story, newest_first, stories

NEWS_SHOWN, EVENTS_SHOWN = 3, 3


def latest(found: Iterable[News]) -> list[Story]:
    return stories(newest_first(found)[:NEWS_SHOWN])


def following(found: Iterable[Event], today: date) -> list[Meeting]:
    return to_come(meetings(found), today)[:EVENTS_SHOWN]
