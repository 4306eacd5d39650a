"""What staff see on arrival: a town's biggest holes and what waits for a word, the country's finding, or the texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from lapotne.apps.library.presenters import board
from lapotne.apps.library.queries.states import Row
from lapotne.apps.mechanism.presenters import country
from lapotne.apps.mechanism.presenters.canopy.finding import lacking
from lapotne.apps.mechanism.presenters.words import clock, moved_days, offers, patterns
from lapotne.apps.mechanism.queries.canopy import Canopy
from lapotne.apps.mechanism.queries.country import Chosen, Overview
from lapotne.apps.municipalities.models import Municipality
from lapotne.apps.municipalities.presenters import name
from lapotne.domain.coverage.findings import Finding

SHOWN = 3


@dataclass(frozen=True)
class Hole:
    """A hole in words, for whom, and where to see it."""

    what: str
    when: str
    whom: str
    address: str


@dataclass(frozen=True)
class Desk:
    """A town's state in a line, its biggest holes, and how much waits for a confirmation or an adoption."""

    headline: str
    holes: list[Hole]
    more: int
    to_confirm: str
    is_pending: bool
    unannounced: str


@dataclass(frozen=True)
class Arrival:
    """What somebody without a town of their own sees first: what is asked, the finding, and where it leads."""

    asked: str
    headline: str
    address: str
    act: str
    lead: str = ""
    due: str = ""


def of_country(overview: Overview, chosen: Chosen) -> Arrival:
    return Arrival(
        asked=country.asked_words(chosen, get_language() or "en"),
        headline=country.finding(overview, chosen),
        lead=country.first_mend(overview),
        due=_waiting(sum(town.entries - town.confirmed for town in overview.counted)),
        address=reverse("mechanism:country"),
        act=_("Open the country"),
    )


def of_texts(rows: Iterable[Row]) -> Arrival:
    """For whoever looks after the texts alone."""
    language, wish = get_language() or "en", board.Wish()
    shown = board.lines(rows, wish, language, edited=())
    address = reverse("library:board")
    return Arrival(_("Texts in twelve languages"), board.headline(shown, wish), address, _("Open the board"))


def desk(town: Municipality, canopy: Canopy, *, is_pending: bool) -> Desk:
    found = canopy.findings_of_everybody
    unconfirmed = len(canopy.to_confirm)
    return Desk(
        headline=_headline(name(town, get_language() or "en"), len(found)),
        holes=[_hole(town, finding) for finding in found[:SHOWN]],
        more=max(0, len(found) - SHOWN),
        to_confirm=_waiting(unconfirmed),
        is_pending=is_pending,
        unannounced=moved_days.unannounced(town.country.code, *canopy.days_of_year),
    )


def unanswered(waiting: int, late: int) -> str:
    """How many institutions haven't answered by their link yet; empty where none has to."""
    if not waiting:
        return ""
    words = ngettext(
        "%(count)s institution hasn’t answered its link", "%(count)s institutions haven’t answered their link", waiting
    ) % {"count": clock.number(waiting)}
    late_words = ngettext("%(count)s is overdue", "%(count)s are overdue", late) % {"count": clock.number(late)}
    return f"{words} · {late_words}" if late else words


def year_from(today: date) -> tuple[date, date]:
    """From today for a year; 29 February gives way to the day before."""
    return today, today.replace(year=today.year + 1, day=min(today.day, 28))


def _headline(town: str, holes: int) -> str:
    if not holes:
        return _("%(town)s: no hole in the year ahead") % {"town": town}
    words = ngettext("%(town)s: %(count)s hole in the year ahead", "%(town)s: %(count)s holes in the year ahead", holes)
    return words % {"town": town, "count": clock.number(holes)}


def _waiting(unconfirmed: int) -> str:
    if not unconfirmed:
        return ""
    words = ngettext("%(count)s entry waits for a word", "%(count)s entries wait for a word", unconfirmed)
    return words % {"count": clock.number(unconfirmed)}


def _hole(town: Municipality, finding: Finding) -> Hole:
    first, *others = finding.profiles
    whom = offers.named(first.names, first.key)
    if others:
        words = ngettext("%(whom)s and %(count)s other", "%(whom)s and %(count)s others", len(others))
        whom = words % {"whom": whom, "count": clock.number(len(others))}
    address = reverse("mechanism:canopy", kwargs={"municipality": town.key})
    return Hole(lacking(finding), patterns.when(finding.patterns), whom, f"{address}?profile={first.key}")
