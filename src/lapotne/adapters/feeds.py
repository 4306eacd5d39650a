"""News for programs that follow them: Atom and RSS, with ids that stay when an address changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed

NAME = "Lapotne"


@dataclass(frozen=True)
class Item:
    """A piece of news in one language; `address` is absolute."""

    id: UUID
    title: str
    summary: str
    address: str
    published: datetime
    updated: datetime


@dataclass(frozen=True)
class Feed:
    """What is told of the feed itself; `address` is its page, `own` the feed's own address."""

    title: str
    language: str
    address: str
    own: str
    updated: datetime


class _Dated:
    """Says when the feed itself changed last, also where it has no news yet."""

    def latest_post_date(self) -> datetime:
        found: datetime = self.feed["updated"]  # type: ignore[attr-defined]
        return found


class _Atom(_Dated, Atom1Feed):
    pass


class _Rss(_Dated, Rss201rev2Feed):
    pass


def atom(feed: Feed, items: Iterable[Item]) -> str:
    return _written(_Atom, feed, items)


def rss(feed: Feed, items: Iterable[Item]) -> str:
    return _written(_Rss, feed, items)


def _written(kind: type[SyndicationFeed], feed: Feed, items: Iterable[Item]) -> str:
    made = kind(
        feed.title, feed.address, "", language=feed.language, feed_url=feed.own, feed_guid=feed.own,
        author_name=NAME, updated=feed.updated,
    )  # fmt: skip
    for item in items:
        made.add_item(
            item.title, item.address, item.summary, unique_id=item.id.urn, unique_id_is_permalink=False,
            pubdate=item.published, updateddate=item.updated,
        )  # fmt: skip
    return made.writeString("utf-8")  # type: ignore[no-any-return]
