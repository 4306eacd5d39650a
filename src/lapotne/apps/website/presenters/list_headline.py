"""The headline of a list says what is there: how many, and the latest or the next day."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lapotne.adapters.days import full_day
from lapotne.apps.website.presenters.events import Meeting


def of_news(days: Sequence[date], year: int | None, language: str) -> str:
    """`4 pieces of news in 2017, the latest on 11 December 2017`; `days`: of all news on the list."""
    if not days:
        return _("Not in this language yet") if year else _("No news in your language yet")
    said = {"count": len(days), "day": full_day(max(days), language), "year": year}
    if year:
        told = ngettext(
            "{count} piece of news in {year}: {day}", "{count} pieces of news in {year}, the latest on {day}", len(days)
        )
    else:
        told = ngettext("{count} piece of news: {day}", "{count} pieces of news, the latest on {day}", len(days))
    return told.format(**said)


def of_events(coming: Sequence[Meeting], past: Sequence[Meeting]) -> str:
    """`2 events to come, the next: 24 November 2026, 18:00`, or how many there were."""
    if coming:
        said = ngettext("{count} event to come: {when}", "{count} events to come, the next: {when}", len(coming))
        return said.format(count=len(coming), when=coming[0].when)
    if past:
        said = ngettext("No event is announced; {count} is past", "No event is announced; {count} are past", len(past))
        return said.format(count=len(past))
    return _("No event is known in your language yet")


def of_collection(kind: str, count: int) -> str:
    """`3 publications`; of nothing, what would stand there."""
    if not count:
        return {
            "publication": _("Publications"),
            "practice": _("What towns have tried"),
            "campaign": _("Campaigns"),
        }.get(kind, _("Pictures"))
    return {
        "publication": ngettext("{count} publication to read", "{count} publications to read", count),
        "practice": ngettext("{count} thing that towns have tried", "{count} things that towns have tried", count),
        "campaign": ngettext("{count} campaign", "{count} campaigns", count),
    }.get(kind, ngettext("{count} gallery of pictures", "{count} galleries of pictures", count)).format(count=count)
