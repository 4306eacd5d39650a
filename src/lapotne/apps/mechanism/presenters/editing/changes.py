"""What a change does to the gaps, in words: which holes it closes, which it opens, for whom and when."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lapotne.apps.mechanism.presenters.words import clock, patterns
from lapotne.apps.mechanism.presenters.words.offers import named
from lapotne.domain.coverage.patterns import patterns as patterns_of
from lapotne.domain.coverage.what_if import Change
from lapotne.domain.mechanism.needs import Need
from lapotne.domain.moments.clock import Span


@dataclass(frozen=True)
class ShownHole:
    """Spans of one need that close or open alike for some profiles."""

    need: str
    who: str
    others: list[str]
    when: str
    hours: str
    weight: int


@dataclass(frozen=True)
class ShownChange:
    """All that changes: the finding in a sentence, then hole by hole."""

    finding: str
    closed: list[ShownHole]
    opened: list[ShownHole]

    @property
    def is_nothing(self) -> bool:
        return not (self.closed or self.opened)


def shown(changes: Iterable[Change], zone: str) -> ShownChange:
    """The changes of a year, the longest first."""
    found = list(changes)
    closed = _holes(((change, change.closed) for change in found), zone)
    opened = _holes(((change, change.opened) for change in found), zone)
    return ShownChange(_finding(len(closed), len(opened)), closed, opened)


def _finding(closed: int, opened: int) -> str:
    if not closed and not opened:
        return _("No gap of the coming year changes")
    closes = ngettext("It closes %(count)s hole", "It closes %(count)s holes", closed) % {"count": closed}
    opens = ngettext("it opens %(count)s hole", "it opens %(count)s holes", opened) % {"count": opened}
    if not opened:
        return _("%(closes)s and opens none") % {"closes": closes}
    if not closed:
        return _("It closes nothing, and %(opens)s") % {"opens": opens}
    return _("%(closes)s, but %(opens)s") % {"closes": closes, "opens": opens}


def _holes(spans: Iterable[tuple[Change, tuple[Span, ...]]], zone: str) -> list[ShownHole]:
    grouped: dict[tuple[str, tuple[Span, ...]], list[Change]] = {}
    for change, touched in spans:
        if touched:
            grouped.setdefault((change.need.key, touched), []).append(change)
    holes = [_hole(touched, alike, zone) for (_need, touched), alike in grouped.items()]
    return sorted(holes, key=lambda hole: -hole.weight)


def _hole(spans: tuple[Span, ...], alike: list[Change], zone: str) -> ShownHole:
    minutes = sum(span.minutes for span in spans)
    profiles = [named(change.profile.names, change.profile.key) for change in alike]
    return ShownHole(
        need=need_words(alike[0].need),
        who=profiles[0],
        others=profiles[1:],
        when=patterns.when(patterns_of(spans, zone)),
        hours=_("%(hours)s a year") % {"hours": clock.hours(minutes)},
        weight=minutes * len(profiles),
    )


def need_words(need: Need) -> str:
    return named(need.names, need.key)
