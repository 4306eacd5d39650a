"""The news, newest first: as a sheet of the list by year, and as items of a feed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby
from uuid import uuid5
from zoneinfo import ZoneInfo

from django.conf import settings

from lapotne.adapters.content.inline import plain_of
from lapotne.adapters.days import full_day
from lapotne.adapters.feeds import Item
from lapotne.apps.library.models import NewsPage
from lapotne.apps.library.presenters.shown import address_of
from lapotne.apps.library.queries.listed import Listed
from lapotne.apps.website.presenters.list_headline import of_news
from lapotne.apps.website.presenters.sheets import Sheet, sheet

IN_A_FEED = 40

type News = Listed[NewsPage]


@dataclass(frozen=True)
class Story:
    """A piece of news as lists show it."""

    title: str
    summary: str
    address: str
    day: date
    dated: str


@dataclass(frozen=True)
class NewsSheet:
    """One sheet of the list: its news by year, all years there are, and the year it is of, if of one."""

    sheet: Sheet[News]
    by_year: list[tuple[int, list[Story]]]
    years: list[int]
    year: int | None
    headline: str


def news_sheet(
    found: Iterable[News], year: int | None, number: int, language: str, *, is_elsewhere: bool = False
) -> NewsSheet | None:
    """None where there is no such sheet, nor such a year, unless another language has news of it."""
    all_of_them = newest_first(found)
    years = list(dict.fromkeys(day_of(one).year for one in all_of_them))
    wanted = [one for one in all_of_them if year in (None, day_of(one).year)]
    made = sheet(wanted, number)
    if made is None or (year is not None and year not in years and not is_elsewhere):
        return None
    by_year = [(of, stories(some)) for of, some in groupby(made.shown, key=lambda one: day_of(one).year)]
    return NewsSheet(made, by_year, years, year, of_news([day_of(one) for one in wanted], year, language))


def newest_first(found: Iterable[News]) -> list[News]:
    dated = (one for one in found if one.page.published)
    return sorted(dated, key=lambda one: (day_of(one), one.entry.key), reverse=True)


def day_of(one: News) -> date:
    return one.page.published or date.min


def stories(found: Iterable[News]) -> list[Story]:
    return [
        Story(
            title=one.entry.title,
            summary=plain_of(one.entry.summary),
            address=address_of(one.entry.path, one.entry.language),
            day=day_of(one),
            dated=full_day(day_of(one), one.entry.language),
        )
        for one in found
    ]


def items(found: Sequence[News], host: str) -> list[Item]:
    """The newest news for a feed; each keeps its id, whatever becomes of its address."""
    zone = ZoneInfo(settings.TIME_ZONE)
    return [
        Item(
            id=uuid5(one.page.translation_key, one.entry.language),
            title=one.entry.title,
            summary=plain_of(one.entry.summary),
            address=host + address_of(one.entry.path, one.entry.language),
            published=datetime.combine(day_of(one), time(), zone),
            updated=one.at,
        )
        for one in newest_first(found)[:IN_A_FEED]
    ]
